import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { keepPlaces, numberMonth, unnamed } from './crime-places.sql.ts'
import type { StreetCrime } from './street-crime.ts'

/** A crime with the neighbourhood it lies in; null outside every boundary or without a place. */
export type PlacedCrime = { readonly crime: StreetCrime; readonly neighbourhoodId: string | null }

/** What is kept of a month beside its crimes. */
export type MonthKept = {
  readonly month: Day
  /** Which file told it. */
  readonly source: string
  readonly unknownCategories: readonly string[]
  readonly fictional: boolean
  readonly at: Date
  readonly by: string | null
}

/** Lets one import or placing of a force's crime happen at a time, for the rest of the transaction. */
export const takeCrime = (sql: Sql, forceId: string) =>
  sql`select id from force where id = ${forceId} for no key update`

/** Takes away a month with its crimes, so that loading it again replaces it; answers whether there was one. */
export async function dropMonth(sql: Sql, forceId: string, month: Day): Promise<boolean> {
  const dropped = await sql`delete from crime_month where force_id = ${forceId} and month = ${month} returning month`
  return dropped.length > 0
}

/** Keeps a month and its crimes, not yet counted. */
export async function saveMonth(
  sql: Sql,
  forceId: string,
  { month, source, unknownCategories, fictional, at, by }: MonthKept,
  placed: readonly PlacedCrime[],
): Promise<void> {
  const withoutPlace = placed.filter(({ crime }) => crime.location === null).length
  await sql`
    insert into crime_month (force_id, month, source, crimes, without_place, unknown_categories, fictional, imported_at, imported_by)
    values (${forceId}, ${month}, ${source}, ${placed.length}, ${withoutPlace}, ${[...unknownCategories]}, ${fictional}, ${at}, ${by})`
  await numberMonth(sql, forceId, month)
  await keepPlaces(
    sql,
    placed.map(({ crime }) => crime),
  )
  await sql`
    insert into crime (force_id, month, line, category, location, place_id, reference, lsoa, outcome, context, neighbourhood_id)
    select ${forceId}, ${month}, c.line, c.category, point(c.x, c.y), p.id, c.reference, c.lsoa, c.outcome, c.context, c.n
    from jsonb_to_recordset(${sql.json(placed.map(columns))}) as c (line int, category text, x float8, y float8, place text,
      reference text, lsoa text, outcome text, context text, n text)
    left join crime_place p on p.name = c.place and p.location[0] = c.x and p.location[1] = c.y`
}

const columns = ({ crime, neighbourhoodId }: PlacedCrime) => ({
  line: crime.line,
  category: crime.category,
  x: crime.location?.longitude ?? null,
  y: crime.location?.latitude ?? null,
  place: crime.placeName ?? unnamed,
  reference: crime.reference,
  lsoa: crime.lsoa,
  outcome: crime.outcome,
  context: crime.context,
  n: neighbourhoodId,
})

/** Counts crimes anew: one month's, or every month's of the force. */
export async function countCrime(sql: Sql, forceId: string, month?: Day): Promise<void> {
  const those = month === undefined ? sql`` : sql`and month = ${month}`
  await sql`delete from crime_count where force_id = ${forceId} ${those}`
  await sql`
    insert into crime_count (force_id, month, neighbourhood_id, category, crimes)
    select force_id, month, neighbourhood_id, category, count(*) from crime where force_id = ${forceId} ${those}
    group by force_id, month, neighbourhood_id, category`
}

/** Each place at which a force's months know crime: many crimes share one. */
export const crimePlaces = (sql: Sql, forceId: string) => sql<{ month: Day; longitude: number; latitude: number }[]>`
  select distinct month, location[0] as longitude, location[1] as latitude from crime
  where force_id = ${forceId} and location is not null order by 1, 2, 3`

/** Says anew in which neighbourhood each place of a month lies. */
export const assignPlaces = (
  sql: Sql,
  forceId: string,
  places: readonly {
    readonly month: Day
    readonly longitude: number
    readonly latitude: number
    readonly n: string | null
  }[],
) => sql`
  update crime c set neighbourhood_id = p.n
  from jsonb_to_recordset(${sql.json([...places])}) as p (month date, longitude float8, latitude float8, n text)
  where c.force_id = ${forceId} and c.month = p.month and c.location[0] = p.longitude and c.location[1] = p.latitude
    and c.neighbourhood_id is distinct from p.n`

/** A month as the list of what is known tells it. */
export type MonthLine = {
  readonly month: Day
  readonly source: string
  readonly crimes: number
  readonly withoutPlace: number
  /** With a place that lies in no boundary. */
  readonly outside: number
  readonly unknownCategories: readonly string[]
  readonly fictional: boolean
  readonly importedAt: Date
}

/** Every month of crime a force has, the newest first. */
export const monthsKnown = (sql: Sql, forceId: string) => sql<MonthLine[]>`
  select m.month, m.source, m.crimes, m.without_place as "withoutPlace", m.unknown_categories as "unknownCategories",
    m.fictional, m.imported_at as "importedAt",
    coalesce((select sum(c.crimes)::int from crime_count c
      where c.force_id = m.force_id and c.month = m.month and c.neighbourhood_id is null), 0) - m.without_place as outside
  from crime_month m where m.force_id = ${forceId} order by m.month desc`

/** Crime counted by neighbourhood over whole months; the neighbourhood is null for crime in none. */
export const crimeTotals = (sql: Sql, forceId: string, from: Day, to: Day) => sql<
  { neighbourhoodId: string | null; crimes: number }[]
>`
  select neighbourhood_id as "neighbourhoodId", sum(crimes)::int as crimes from crime_count
  where force_id = ${forceId} and month between ${from} and ${to} group by neighbourhood_id order by neighbourhood_id`

/** Crime of some neighbourhoods by month and category. */
export type CrimeCount = {
  readonly neighbourhoodId: string
  readonly month: Day
  readonly category: string
  readonly crimes: number
}

/** What was counted in some neighbourhoods, by month and category. */
export const crimeCounts = (sql: Sql, forceId: string, ids: readonly string[], from: Day, to: Day) => sql<CrimeCount[]>`
  select neighbourhood_id as "neighbourhoodId", month, category, crimes from crime_count
  where force_id = ${forceId} and neighbourhood_id = any(${[...ids]}) and month between ${from} and ${to}
  order by neighbourhood_id, month, category`
