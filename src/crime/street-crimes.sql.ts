import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { placesOn, type Ground } from './crime-places.sql.ts'

/** A crime as its publisher told of it, with the numbers that we gave it and its place. */
export type PublishedCrime = {
  /** The same when its file is loaded again; it means nothing elsewhere. */
  readonly number: number
  readonly category: string
  /** Null where the publisher gave none. */
  readonly reference: string | null
  /** The first day of its month. */
  readonly month: Day
  /** The last outcome that the file of its month knew, by its name; the file does not say when it came. */
  readonly outcome: string | null
  readonly context: string | null
  readonly fictional: boolean
  /** Null where it cannot be placed without telling on somebody. */
  readonly place: {
    readonly id: number
    readonly name: string
    readonly latitude: number
    readonly longitude: number
  } | null
}

// A file has at most 100,000 lines, so that no two crimes share a number.
const linesAMonth = 131_072

const published = (sql: Sql) => sql`
  select (n.number * ${linesAMonth}::float8 + c.line) as number, c.category, c.reference, c.month, c.outcome, c.context, m.fictional,
    case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name,
      'latitude', p.location[1], 'longitude', p.location[0]) end as place
  from crime c
  join crime_month m on m.force_id = c.force_id and m.month = c.month
  join crime_month_number n on n.force_id = c.force_id and n.month = c.month
  left join crime_place p on p.id = c.place_id`

/** Which crime types are asked for: these, all but these, or all. */
export type Types = { readonly only: readonly string[] } | { readonly allBut: readonly string[] } | 'all'

const ofTypes = (sql: Sql, types: Types) => {
  if (types === 'all') return sql``
  return 'only' in types
    ? sql`and c.category = any(${[...types.only]})`
    : sql`and c.category <> all(${[...types.allBut]})`
}

/** What is asked of a month; at most `limit` are answered. */
export type Asked = { readonly month: Day; readonly types: Types; readonly limit: number }

/** Crimes of a month on some ground, in any force, by type. */
export const crimesOn = (sql: Sql, ground: Ground, { month, types, limit }: Asked) => sql<PublishedCrime[]>`
  ${published(sql)}
  where c.month = ${month} and c.place_id in (${placesOn(sql, ground)}) ${ofTypes(sql, types)}
  order by c.category, n.number, c.line limit ${limit}`

/** Those of them whose outcome the file knew. */
export const crimesWithOutcomeOn = (sql: Sql, ground: Ground, { month, limit }: Asked) => sql<PublishedCrime[]>`
  ${published(sql)}
  where c.month = ${month} and c.place_id in (${placesOn(sql, ground)}) and c.outcome is not null
  order by c.category, n.number, c.line limit ${limit}`

/** Crimes of a force’s month that have no place. */
export const crimesWithoutPlace = (sql: Sql, forceId: string, { month, types, limit }: Asked) => sql<PublishedCrime[]>`
  ${published(sql)}
  where c.force_id = ${forceId} and c.month = ${month} and c.location is null ${ofTypes(sql, types)}
  order by c.category, n.number, c.line limit ${limit}`

/** The crime of a publisher’s reference, the newest where several months tell of it; null where none does. */
export async function crimeOfReference(sql: Sql, reference: string): Promise<PublishedCrime | null> {
  const [crime] = await sql<PublishedCrime[]>`
    ${published(sql)} where c.reference = ${reference} order by c.month desc, n.number, c.line limit 1`
  return crime ?? null
}

/** Each month of which some force’s crime is known, the newest first. */
export async function monthsPublished(sql: Sql): Promise<Day[]> {
  const months = await sql<{ month: Day }[]>`select distinct month from crime_month order by month desc`
  return months.map(({ month }) => month)
}
