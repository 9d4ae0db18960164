import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Geometry } from './boundary.ts'
import type { Location } from './location.ts'

/** A neighbourhood whose boundary is asked for, with the team that covers it. */
export type Policed = {
  readonly forceId: string
  readonly forceName: string
  readonly neighbourhoodId: string
  readonly name: string
  readonly teamId: string | null
  readonly teamName: string | null
}

/** Which boundary it is; `version` changes whenever the row does, so that a geometry may be remembered under it. */
export type BoundaryKey = Policed & { readonly validFrom: Day; readonly version: string }

const columns = (
  sql: Sql,
) => sql`b.force_id as "forceId", f.name as "forceName", b.neighbourhood_id as "neighbourhoodId",
  n.name, n.team_id as "teamId", t.name as "teamName", b.valid_from as "validFrom", b.xmin::text as version`

const joins = (sql: Sql) => sql`neighbourhood_boundary b
  join neighbourhood n on n.force_id = b.force_id and n.id = b.neighbourhood_id
  join force f on f.id = b.force_id left join team t on t.id = n.team_id`

/** Of each neighbourhood the newest boundary that had begun, or its first where none had. */
const current = (sql: Sql, on: Day) => sql`b.valid_from = (
  select c.valid_from from neighbourhood_boundary c
  where c.force_id = b.force_id and c.neighbourhood_id = b.neighbourhood_id
  order by c.valid_from <= ${on} desc, abs(c.valid_from - ${on}::date) limit 1)`

/** The boundaries whose box holds a place, as they are on a day. */
export const boundariesAround = (sql: Sql, { latitude, longitude }: Location, on: Day) => sql<BoundaryKey[]>`
  select ${columns(sql)} from ${joins(sql)}
  where box(point(b.west, b.south), point(b.east, b.north))
      @> box(point(${longitude}, ${latitude}), point(${longitude}, ${latitude}))
    and ${current(sql, on)}
  order by b.force_id, b.neighbourhood_id`

/** The boundaries whose boxes lie nearest to a place, as they are on a day; nearest in degrees, which is only roughly so. */
export const boundariesNear = (sql: Sql, { latitude, longitude }: Location, on: Day, limit: number) => sql<
  BoundaryKey[]
>`
  select ${columns(sql)} from ${joins(sql)} where ${current(sql, on)}
  order by box(point(b.west, b.south), point(b.east, b.north)) <-> point(${longitude}, ${latitude}),
    b.force_id, b.neighbourhood_id
  limit ${limit}`

/** The geometries of some boundaries. */
export const geometriesOf = (sql: Sql, keys: readonly BoundaryKey[]) => sql<(BoundaryKey & { geometry: Geometry })[]>`
  select b.force_id as "forceId", b.neighbourhood_id as "neighbourhoodId", b.valid_from as "validFrom",
    b.xmin::text as version, b.geometry
  from jsonb_to_recordset(${sql.json(keys.map(({ forceId, neighbourhoodId, validFrom }) => ({ forceId, neighbourhoodId, validFrom })))})
    as k ("forceId" text, "neighbourhoodId" text, "validFrom" date)
  join neighbourhood_boundary b on b.force_id = k."forceId" and b.neighbourhood_id = k."neighbourhoodId"
    and b.valid_from = k."validFrom"`
