import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { StreetCrime } from './street-crime.ts'

/** What a place is called whose name the file did not tell; migration 0029 called those so that were there before. */
export const unnamed = 'No location name held'

/** Numbers a force’s month, once for ever, so that a crime keeps its number when the month is loaded again. */
export const numberMonth = (sql: Sql, forceId: string, month: Day) => sql`
  insert into crime_month_number (force_id, month)
  select ${forceId}, ${month} where not exists (
    select 1 from crime_month_number where force_id = ${forceId} and month = ${month})`

/** Keeps the places of some crimes that are not known yet, each once for its name and position. */
export const keepPlaces = (sql: Sql, crimes: readonly StreetCrime[]) => sql`
  insert into crime_place (name, location)
  select told.name, point(told.x, told.y)
  from jsonb_to_recordset(${sql.json(placesOf(crimes))}) as told (name text, x float8, y float8)
  where not exists (select 1 from crime_place p
    where p.name = told.name and p.location[0] = told.x and p.location[1] = told.y)
  order by told.x, told.y, told.name
  on conflict do nothing`

type Named = { readonly name: string; readonly x: number; readonly y: number }

function placesOf(crimes: readonly StreetCrime[]): Named[] {
  const known = new Map<string, Named>()
  for (const { location, placeName } of crimes) {
    if (location === null) continue
    const { longitude: x, latitude: y } = location
    const name = placeName ?? unnamed
    known.set(`${x} ${y} ${name}`, { name, x, y })
  }
  return [...known.values()]
}

const mile = 1_609.344
const earth = 6_371_008.8

/** Metres along a great circle from a place of degrees to the column `location`. */
const metresFrom = (sql: Sql, latitude: number, longitude: number) => sql`
  2 * ${earth}::float8 * asin(least(1, sqrt(greatest(0, sind((location[1] - ${latitude}::float8) / 2) ^ 2
    + cosd(location[1]) * cosd(${latitude}::float8) * sind((location[0] - ${longitude}::float8) / 2) ^ 2))))`

/** Where on the map is asked about, in degrees. */
export type Ground =
  | { readonly latitude: number; readonly longitude: number }
  /** Corners of an area as longitude and latitude; the last need not be the first. */
  | { readonly corners: readonly (readonly [longitude: number, latitude: number])[] }
  | { readonly placeId: number }

/** The numbers of the places on some ground: within a mile of a spot, inside an area, or one place. */
export const placesOn = (sql: Sql, ground: Ground) => {
  if ('placeId' in ground) return sql`select id from crime_place where id = ${ground.placeId}`
  if ('corners' in ground)
    return sql`select id from crime_place where location <@ ${polygonOf(ground.corners)}::polygon`
  const { latitude, longitude } = ground
  const north = (mile / earth) * (180 / Math.PI) * 1.001
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  const [west, south, right, top] = [longitude - east, latitude - north, longitude + east, latitude + north]
  return sql`select id from crime_place
    where location <@ box(point(${west}::float8, ${south}::float8), point(${right}::float8, ${top}::float8))
      and ${metresFrom(sql, latitude, longitude)} <= ${mile}::float8`
}

const polygonOf = (corners: readonly (readonly [number, number])[]) =>
  `(${corners.map(([longitude, latitude]) => `(${longitude},${latitude})`).join(',')})`

/** The number of the place nearest to a spot, however far; null where no place is known. */
export async function nearestPlace(sql: Sql, latitude: number, longitude: number): Promise<number | null> {
  const [nearest] = await sql<{ id: number }[]>`
    select id from (
      select id, location from crime_place
      order by location <-> point(${longitude}::float8, ${latitude}::float8) limit 200
    ) near order by ${metresFrom(sql, latitude, longitude)}, id limit 1`
  return nearest?.id ?? null
}

/** Whether a place of this number is known. */
export async function isPlace(sql: Sql, id: number): Promise<boolean> {
  const found = await sql`select 1 from crime_place where id = ${id}`
  return found.length > 0
}
