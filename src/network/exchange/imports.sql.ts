import type { Fault } from '#evidence-import/fault.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { KeyIndividual } from '../key-individual.ts'
import type { OrganisationKind } from '../organisation.ts'
import type { Mapping } from './network-columns.ts'
import type { ToldRow } from './told-row.ts'

/** What holds for every row that does not say it. */
export type Otherwise = {
  readonly speaksFor: string
  readonly organisationKind: OrganisationKind
  readonly lawfulBasis: KeyIndividual['lawfulBasis']
  readonly purpose: string
  readonly reviewOn: Day
}

/** A file on its way in; what it tells is null until somebody said what its columns mean. */
export type NetworkImport = {
  readonly id: string
  readonly filename: string
  readonly file: Buffer | null
  readonly told: { readonly mapping: Mapping; readonly otherwise: Otherwise } | null
  readonly ignoredNotes: number
  readonly counts: Readonly<Record<string, number>> | null
}

type Made = { readonly at: Date; readonly by: string | null }

/** Keeps a file on its way in, and lets go of those that nobody took in within a day. */
export async function saveImport(
  sql: Sql,
  { id, teamId, filename, file }: { id: string; teamId: string; filename: string; file: Buffer },
  { at, by }: Made,
): Promise<void> {
  await dropStaleImports(sql, at)
  await sql`
    insert into network_import (id, team_id, filename, file, made_at, made_by)
    values (${id}, ${teamId}, ${filename}, ${file}, ${at}, ${by})`
}

/** Lets go of files that nobody took in within a day. */
export const dropStaleImports = (sql: Sql, at: Date) => sql`
  delete from network_import where taken_at is null and made_at < ${at}::timestamptz - interval '1 day'`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One file of a team, or null; held until the end of the transaction where it is to be taken in. */
export async function findImport(
  sql: Sql,
  teamId: string,
  id: string,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<NetworkImport | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<NetworkImport[]>`
    select id, filename, file, told, ignored_notes as "ignoredNotes", counts from network_import
    where id = ${id} and team_id = ${teamId} ${hold ? sql`for update` : sql``}`
  return found ?? null
}

/** Empties what was read of a file before, and keeps what its columns mean. */
export async function saveTold(sql: Sql, id: string, told: NonNullable<NetworkImport['told']>): Promise<void> {
  await sql`delete from network_import_row where import_id = ${id}`
  await sql`delete from network_import_fault where import_id = ${id}`
  await sql`
    update network_import set told = ${sql.json({ mapping: [...told.mapping], otherwise: { ...told.otherwise } })} where id = ${id}`
}

export const saveIgnoredNotes = (sql: Sql, id: string, notes: number) => sql`
  update network_import set ignored_notes = ${notes} where id = ${id}`

/** Keeps a batch of rows that were read. */
export const saveRows = (sql: Sql, id: string, rows: readonly ToldRow[]) => sql`
  insert into network_import_row (import_id, line, individual_id, name, name_folded, email, telephone, digits, organisation_folded, told)
  select ${id}, r.line, r."individualId", r.name, r."nameFolded", r.email, r.telephone, r.digits, r."organisationFolded", r.told
  from jsonb_to_recordset(${sql.json(rows.map((one) => ({ ...one, told: { ...one, languages: [...one.languages], tags: [...one.tags] } })))}) as r (
    line int, "individualId" uuid, name text, "nameFolded" text, email text, telephone text, digits text,
    "organisationFolded" text, told jsonb)`

export const saveFaults = (sql: Sql, id: string, faults: readonly Fault[]) => sql`
  insert into network_import_fault (import_id, line, column_name, words)
  select ${id}, f.line, f."column", f.words
  from jsonb_to_recordset(${sql.json(faults.map((one) => ({ ...one })))}) as f (line int, "column" text, words text)`

/** How one row stands: its words for the list of a page. */
export type RowLine = {
  readonly line: number
  readonly name: string
  readonly organisation: string
  readonly likeName: string | null
}

/** The rows in a state, in order, at most `most`. */
export const rowsIn = (sql: Sql, id: string, state: string, most: number) => sql<RowLine[]>`
  select line, name, told ->> 'organisation' as organisation, like_name as "likeName" from network_import_row
  where import_id = ${id} and state = ${state} order by line limit ${most}`

/** How many people and organisations alone there are in each state, and how many faults. */
export async function countsOf(sql: Sql, id: string): Promise<Readonly<Record<string, number>>> {
  const states = await sql<{ state: string; count: number }[]>`
    select case when individual_id is null then 'organisation alone' else state end as state, count(*)::int as count
    from network_import_row where import_id = ${id} group by 1 order by 1`
  const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
    select count(distinct line)::int as count from network_import_fault where import_id = ${id}`
  return { ...Object.fromEntries(states.map((one) => [one.state, one.count])), faults: count }
}

export const faultsIn = (sql: Sql, id: string, most: number) => sql<Fault[]>`
  select line, column_name as "column", words from network_import_fault
  where import_id = ${id} order by line, column_name, words limit ${most}`

/** The rows of a file after a line, in order, at most `most`: those to be taken in with their likely ones that are people of their own. */
export const rowsToTake = (
  sql: Sql,
  id: string,
  own: readonly number[],
  { after, most }: { after: number; most: number },
) => sql<{ told: ToldRow }[]>`
  select told from network_import_row
  where import_id = ${id} and individual_id is not null and line > ${after}
    and (state = 'new' or (state = 'likely' and line = any(${[...own]}::int[])))
  order by line limit ${most}`

/** Notes that a file was taken in, and lets its rows go. */
export async function saveTaken(
  sql: Sql,
  id: string,
  counts: Readonly<Record<string, number>>,
  at: Date,
): Promise<void> {
  await sql`delete from network_import_row where import_id = ${id}`
  await sql`delete from network_import_fault where import_id = ${id}`
  await sql`
    update network_import set taken_at = ${at}, counts = ${sql.json({ ...counts })}, file = null, told = null, filename = '' where id = ${id}`
}
