import type { Sql } from '#platform/database/database.ts'
import type { Line } from './columns.ts'
import type { Asked } from './asked.ts'

/** What a team or a force plans in public, from a year back on, in order of time; the columns are `eventColumns`. */
export const eventLines = (sql: Sql, asked: Asked) => sql<Line[]>`
  select e.id, f.id as force, t.slug as team, t.name as team_name, e.title, e.method, e.place,
    e.location[1] as latitude, e.location[0] as longitude, e.held_on as date,
    to_char(e.begins, 'HH24:MI') as begins, to_char(e.ends, 'HH24:MI') as ends,
    ${utc(sql, sql`(e.held_on + e.begins) at time zone f.time_zone`)} as starts_at,
    ${utc(sql, sql`(e.held_on + e.ends) at time zone f.time_zone`)} as ends_at,
    e.state, e.moved, e.reason, nullif(e.accessibility, '') as accessibility, ${utc(sql, sql`e.changed_at`)} as updated_at,
    ${asked.base}::text || '/' || t.id || '/events/' || e.id as url
  from force f join team t on t.force_id = f.id join planned_engagement e on e.team_id = t.id
  where ${within(sql, asked)} and e.held_on >= (${asked.now}::timestamptz at time zone f.time_zone)::date - 365
  order by e.held_on, e.begins, e.id limit 20000`

/** The same, written as JSON by the database: half a thousand lines go through unread. Null where the force or team is not here. */
export async function eventsAsJson(sql: Sql, asked: Asked): Promise<string | null> {
  const [row] = await sql<{ lines: string }[]>`
    select (select coalesce(string_agg(row_to_json(r)::text, ','), '') from (${eventLines(sql, asked)}) r) as lines
    from force f left join team t on t.force_id = f.id and t.slug = ${asked.team}
    where f.id = ${asked.force} and (${asked.team}::text is null or t.id is not null)`
  return row?.lines ?? null
}

/** The force, and the one team of it where one is asked for. */
export const within = (sql: Sql, { force, team }: Asked) => {
  if (force === null) return sql`true`
  return sql`f.id = ${force} ${team === null ? sql`` : sql`and t.slug = ${team}`}`
}

const utc = (sql: Sql, instant: ReturnType<Sql>) =>
  sql`to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
