import type { Geometry } from '#areas/boundary.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Asked } from '../files/asked.ts'
import type { Line } from '../files/columns.ts'
import { eventLines } from '../files/events.sql.ts'
import { boundaryLines, priorityLines } from '../files/lines.sql.ts'
import type { AskedBox, ItemsAsked } from './asked-items.ts'

/** A page of lines and how many there are in all; the id narrows it to the one line of this id. */
export type LinesAsked = Pick<ItemsAsked, 'bbox' | 'from' | 'to'> & {
  readonly id: string | null
  /** Null for all that match. */
  readonly page: Pick<ItemsAsked, 'limit' | 'offset'> | null
}
export type Matched<L> = { readonly matched: number; readonly lines: readonly L[] }

/** Events within a box and a span of time, in order of time; those of which nobody said where they are lie in no box. */
export const eventsMatched = (sql: Sql, every: Asked, asked: LinesAsked): Promise<Matched<Line>> =>
  matched(
    sql,
    sql`select * from (${eventLines(sql, every)}) e
      where ${isOne(sql, asked)} and ${isInSpan(sql, asked, sql`e.starts_at::timestamptz`, sql`e.ends_at::timestamptz`)}
        and ${asked.bbox === null ? sql`true` : sql`e.longitude between ${asked.bbox[0]} and ${asked.bbox[2]} and e.latitude between ${asked.bbox[1]} and ${asked.bbox[3]}`}`,
    sql`date, begins, id`,
    asked,
  )

/** A priority with the neighbourhood it is for as a map draws it; null where it is for the whole area of its team. */
export type PriorityArea = Line & { readonly raised_by: number; readonly geometry: Geometry | null }

/** Priorities that were ones in a span of time, the newest first. */
export const prioritiesMatched = (sql: Sql, every: Asked, asked: LinesAsked): Promise<Matched<PriorityArea>> =>
  matched(
    sql,
    sql`select p.*, b.outline as geometry from (${priorityLines(sql, every)}) p
      left join lateral (select outline from neighbourhood_boundary b
        where b.force_id = p.force and b.neighbourhood_id = p.neighbourhood_id
        order by b.valid_from <= ${every.now} desc, abs(b.valid_from - ${every.now}::date) limit 1) b on true
      where ${isOne(sql, asked)} and ${isInSpan(sql, asked, sql`p.set_on::timestamptz`, sql`coalesce(p.closed_on + 1, 'infinity')::timestamptz`)}`,
    sql`set_on desc, title, id`,
    asked,
  )

/** Neighbourhoods with their boundaries of today; a boundary has no span of time. */
export const neighbourhoodsMatched = (sql: Sql, every: Asked, asked: LinesAsked) =>
  matched<Line & { readonly geometry: Geometry }>(
    sql,
    sql`select * from (${boundaryLines(sql, every)}) n where ${isOne(sql, asked)}`,
    sql`id`,
    asked,
  )

/** The box around all boundaries and all events; null where nothing is placed yet. */
export async function boxAroundAll(sql: Sql): Promise<AskedBox | null> {
  const [row] = await sql<{ box: AskedBox | null }[]>`
    select case when count(*) > 0 then json_build_array(min(west), min(south), max(east), max(north)) end as box from (
      select west, south, east, north from neighbourhood_boundary
      union all select location[0], location[1], location[0], location[1] from planned_engagement where location is not null) b`
  return row?.box ?? null
}

async function matched<L>(
  sql: Sql,
  lines: ReturnType<Sql>,
  order: ReturnType<Sql>,
  { page }: LinesAsked,
): Promise<Matched<L>> {
  const part = page === null ? sql`` : sql`offset ${page.offset} limit ${page.limit}`
  const [row] = await sql<{ matched: number; lines: L[] }[]>`
    with matching as (${lines})
    select (select count(*)::int from matching) as matched,
      (select coalesce(json_agg(r), '[]') from (select * from matching order by ${order} ${part}) r) as lines`
  return row ?? { matched: 0, lines: [] }
}

const isOne = (sql: Sql, { id }: LinesAsked) => (id === null ? sql`true` : sql`id::text = ${id}`)

/** The span of a feature and the one that is asked for have an instant in common. */
const isInSpan = (sql: Sql, { from, to }: LinesAsked, begins: ReturnType<Sql>, ends: ReturnType<Sql>) => sql`
  (${to}::timestamptz is null or ${begins} <= ${to}::timestamptz)
  and (${from}::timestamptz is null or ${ends} >= ${from}::timestamptz)`
