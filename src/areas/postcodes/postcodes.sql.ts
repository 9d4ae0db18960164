import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sql } from '#platform/database/database.ts'
import { locationColumn } from '../areas.sql.ts'
import type { Location } from '../location.ts'

/** A postcode of the national directory. */
export type KnownPostcode = {
  readonly postcode: string
  /** Null where the directory gives it no place. */
  readonly location: Location | null
  /** The month in which it went out of use, as 199606; null while it is used. */
  readonly ended: string | null
}

/** A postcode of the directory, or null where none such was loaded. */
export async function findKnownPostcode(sql: Sql, postcode: string): Promise<KnownPostcode | null> {
  const [found] = await sql<KnownPostcode[]>`
    select postcode, ${locationColumn(sql)} as location, ended from postcode where postcode = ${postcode}`
  return found ?? null
}

/** The middle of the postcodes in use that begin with an outcode, or null where none was loaded. */
export async function middleOfOutcode(sql: Sql, outcode: string): Promise<Location | null> {
  const [middle] = await sql<{ location: Location | null }[]>`
    select case when count(*) = 0 then null
      else jsonb_build_object('latitude', avg(location[1]), 'longitude', avg(location[0])) end as location
    from postcode where postcode >= ${`${outcode} `} and postcode < ${`${outcode}!`} and ended is null and location is not null`
  return middle?.location ?? null
}

/** Whether the directory was loaded for postcodes that begin with these letters. */
export async function isAreaLoaded(sql: Sql, area: string): Promise<boolean> {
  const found = await sql`select 1 from postcode_loading where areas @> array[${area}] limit 1`
  return found.length > 0
}

/** A file of postcodes as it was loaded. */
export type PostcodeLoading = {
  readonly source: string
  readonly postcodes: number
  readonly areas: readonly string[]
  readonly at: Date
}

/** The files that were loaded, the newest first, at most 20. */
export const postcodeLoadings = (sql: Sql) => sql<PostcodeLoading[]>`
  select source, postcodes, areas, loaded_at as at from postcode_loading order by id desc limit 20`

/**
 * Copies lines (postcode, point, month it ended, tab between) to a table that goes with the transaction, and answers how many
 * there were and with which letters they begin.
 */
export async function copyPostcodes(sql: Sql, lines: Readable): Promise<{ postcodes: number; areas: string[] }> {
  await sql`create temporary table arriving (postcode text collate "C", location point, ended text) on commit drop`
  await pipeline(lines, await sql`copy arriving from stdin`.writable())
  const [counted] = await sql<{ postcodes: number; areas: string[] }[]>`
    select count(distinct postcode)::int as postcodes,
      coalesce(array_agg(distinct substring(postcode from '^[A-Z]+')), '{}') as areas from arriving`
  return counted ?? { postcodes: 0, areas: [] }
}

/** Puts what arrived in the place of all that was known of the same letters. */
export async function replacePostcodes(
  sql: Sql,
  { areas, source, postcodes, at, by }: PostcodeLoading & { readonly by: string | null },
): Promise<void> {
  const [all] = await sql<{ none: boolean }[]>`
    select not exists (select from postcode where substring(postcode from '^[A-Z]+') <> all(${[...areas]})) as none`
  if (all?.none === true) await sql`truncate postcode`
  else await sql`delete from postcode where substring(postcode from '^[A-Z]+') = any(${[...areas]})`
  await sql`
    insert into postcode (postcode, location, ended)
    select distinct on (postcode) postcode, location, ended from arriving order by postcode, ended nulls first`
  await sql`
    insert into postcode_loading (source, postcodes, areas, loaded_at, loaded_by)
    values (${source}, ${postcodes}, ${[...areas]}, ${at}, ${by})`
}
