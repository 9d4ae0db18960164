import type { MultiPolygon } from 'geojson'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Force } from './area.ts'
import { boxOf, outlineOf, type Boundary, type BoundaryVersion, type Geometry } from './boundary.ts'

/** From when boundaries hold, which file told them, and who loaded it when. */
export type BoundaryLoading = {
  readonly validFrom: Day
  readonly source: string
  readonly at: Date
  readonly by: string | null
}

/** Keeps boundaries that hold from a day on; one that began on the same day is replaced. */
export const saveBoundaries = (
  sql: Sql,
  forceId: string,
  boundaries: readonly Boundary[],
  { validFrom, source, at, by }: BoundaryLoading,
) => sql`
  insert into neighbourhood_boundary (force_id, neighbourhood_id, valid_from, geometry, outline, west, south, east, north,
    population, source, loaded_at, loaded_by)
  select ${forceId}, b.id, ${validFrom}, b.geometry, b.outline, b.west, b.south, b.east, b.north,
    b.population, ${source}, ${at}, ${by}
  from jsonb_to_recordset(${sql.json(boundaries.map(columns))}) as b (id text, geometry jsonb, outline jsonb,
    west float8, south float8, east float8, north float8, population int)
  on conflict (force_id, neighbourhood_id, valid_from) do update set geometry = excluded.geometry,
    outline = excluded.outline, west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
    population = excluded.population, source = excluded.source, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by`

/** What is kept of a force's pages shows its boundaries, so all of it is forgotten once the caller's transaction is done. */
export const forgetForcePages = (sql: Sql, forceId: string) => sql`select pages_changed(${forceId})`

const columns = ({ neighbourhoodId, geometry, population }: Boundary) => ({
  id: neighbourhoodId,
  geometry: { type: geometry.type, coordinates: geometry.coordinates },
  outline: { ...outlineOf(geometry) },
  ...boxOf(geometry),
  population,
})

/** Every version of every boundary of a force. */
export const boundaryVersionsOf = (sql: Sql, forceId: string) => sql<BoundaryVersion[]>`
  select neighbourhood_id as "neighbourhoodId", valid_from as "validFrom", geometry,
    jsonb_build_object('west', west, 'south', south, 'east', east, 'north', north) as box
  from neighbourhood_boundary where force_id = ${forceId} order by neighbourhood_id, valid_from`

/** What a map draws of a neighbourhood; the outline is null where no boundary is known. */
export type Outlined = {
  readonly id: string
  readonly name: string
  readonly teamId: string | null
  readonly outline: MultiPolygon | null
  readonly population: number | null
}

/** A force's neighbourhoods, or one team's, with their outlines as they are on a day. */
export const outlinesOn = (sql: Sql, forceId: string, on: Day, teamId?: string) => sql<Outlined[]>`
  select n.id, n.name, n.team_id as "teamId", b.outline, b.population
  from neighbourhood n left join lateral (
    select outline, population from neighbourhood_boundary b
    where b.force_id = n.force_id and b.neighbourhood_id = n.id
    order by b.valid_from <= ${on} desc, abs(b.valid_from - ${on}::date) limit 1
  ) b on true
  where n.force_id = ${forceId} ${teamId === undefined ? sql`` : sql`and n.team_id = ${teamId}`}
  order by n.name, n.id`

/** What is known of a force's boundaries: each neighbourhood with when its newest begins, null where it has none. */
export const boundariesKnown = (sql: Sql, forceId: string) => sql<
  { id: string; name: string; validFrom: Day | null; source: string | null }[]
>`
  select n.id, n.name, b.valid_from as "validFrom", b.source
  from neighbourhood n left join lateral (
    select valid_from, source from neighbourhood_boundary b
    where b.force_id = n.force_id and b.neighbourhood_id = n.id order by valid_from desc limit 1
  ) b on true
  where n.force_id = ${forceId} order by n.name, n.id`

/** A force with how many of its neighbourhoods have a boundary. */
export type ForceMapped = Pick<Force, 'id' | 'name'> & { readonly neighbourhoods: number; readonly mapped: number }

/** Every force, by name, with how many of its neighbourhoods have a boundary. */
export const forcesMapped = (sql: Sql) => sql<ForceMapped[]>`
  select f.id, f.name, count(distinct n.id)::int as neighbourhoods, count(distinct b.neighbourhood_id)::int as mapped
  from force f left join neighbourhood n on n.force_id = f.id
    left join neighbourhood_boundary b on b.force_id = n.force_id and b.neighbourhood_id = n.id
  group by f.id, f.name order by f.name, f.id`

/** A version of a neighbourhood's boundary as a page tells it. */
export type BoundaryTold = {
  readonly validFrom: Day
  readonly geometry: Geometry
  readonly outline: MultiPolygon
  readonly population: number | null
  readonly source: string
  readonly loadedAt: Date
}

/** Every version of one neighbourhood's boundary, the newest first. */
export const versionsOf = (sql: Sql, forceId: string, neighbourhoodId: string) => sql<BoundaryTold[]>`
  select valid_from as "validFrom", geometry, outline, population, source, loaded_at as "loadedAt"
  from neighbourhood_boundary where force_id = ${forceId} and neighbourhood_id = ${neighbourhoodId}
  order by valid_from desc`
