import type { Named, VersionDocument } from '#contracts/versions/version.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** A version of a contract as lists and feeds tell it. */
export type VersionLine = {
  readonly contractId: string
  readonly teamId: string
  readonly team: string
  readonly year: number
  readonly from: Day
  readonly to: Day
  readonly number: number
  readonly publishedOn: Day
  readonly madeAt: Date
  /** Why the contract was amended, as the public reads it; empty for the first version. */
  readonly why: string
  readonly changes: Named
  readonly again: number | null
  readonly hash: string
  readonly isNewest: boolean
  readonly withdrawnOn: Day | null
  readonly withdrawnAt: Date | null
  readonly withdrawnWhy: string | null
}

export type Version = VersionLine & { readonly document: VersionDocument }

/** A first version was published on the day of that step, where its steps were kept. */
const columns = (sql: Sql) => sql`
  v.contract_id as "contractId", c.team_id as "teamId", t.name as team, c.year, c.starts_on as "from", c.ends_on as "to", v.number,
  case when v.number = 1 then coalesce((select min(s.taken_on) from contract_step s
    where s.contract_id = v.contract_id and s.step = 'publish'), v.published_on) else v.published_on end as "publishedOn",
  v.made_at as "madeAt", v.why, v.changes, v.again, encode(v.hash, 'hex') as hash,
  not exists (select from contract_version n where n.contract_id = v.contract_id and n.number > v.number) as "isNewest",
  w.withdrawn_on as "withdrawnOn", w.withdrawn_at as "withdrawnAt", w.why as "withdrawnWhy"`

const joined = (sql: Sql) => sql`
  contract_version v join contract c on c.id = v.contract_id join team t on t.id = c.team_id
  left join contract_version_withdrawal w on w.contract_id = v.contract_id and w.number = v.number`

/** Every version of a contract, the newest first; those that were withdrawn among them. */
export const versionsOf = (sql: Sql, contractId: string) => sql<VersionLine[]>`
  select ${columns(sql)} from ${joined(sql)} where v.contract_id = ${contractId} order by v.number desc`

/** The newest versions of all contracts of a team, or of a force's teams. */
export const latestVersions = (
  sql: Sql,
  of: { readonly teamId: string } | { readonly forceId: string },
  most: number,
) => sql<VersionLine[]>`
  select ${columns(sql)} from ${joined(sql)}
  where ${'teamId' in of ? sql`c.team_id = ${of.teamId}` : sql`t.force_id = ${of.forceId}`}
  order by greatest(v.made_at, w.withdrawn_at) desc, c.year desc, v.contract_id, v.number desc limit ${most}`

/** One version with what it says, or null. */
export async function findVersion(sql: Sql, contractId: string, number: number): Promise<Version | null> {
  const [row] = await sql<Version[]>`
    select ${columns(sql)}, v.document::jsonb as document from ${joined(sql)}
    where v.contract_id = ${contractId} and v.number = ${number}`
  return row ?? null
}

/** The very bytes of a version that was not withdrawn, as they were hashed; null where there are none to be read. */
export async function bytesOfVersion(sql: Sql, contractId: string, number: number): Promise<string | null> {
  const [row] = await sql<[{ document: string }?]>`
    select document from contract_version v where contract_id = ${contractId} and number = ${number}
      and not exists (select from contract_version_withdrawal w where w.contract_id = v.contract_id and w.number = v.number)`
  return row?.document ?? null
}

/** The version that the public read before this one: later ones that were withdrawn are passed over. Null before the first. */
export async function versionBefore(sql: Sql, contractId: string, number: number): Promise<Version | null> {
  const [row] = await sql<Version[]>`
    select ${columns(sql)}, v.document::jsonb as document from ${joined(sql)}
    where v.contract_id = ${contractId} and v.number < ${number} and w.number is null order by v.number desc limit 1`
  return row ?? null
}

/** The newest earlier version that says something else and was not withdrawn: what holds again once this one is. */
export async function versionToRestore(sql: Sql, contractId: string, number: number): Promise<Version | null> {
  const [row] = await sql<Version[]>`
    select ${columns(sql)}, v.document::jsonb as document from ${joined(sql)}
    where v.contract_id = ${contractId} and v.number < ${number} and w.number is null and v.hash <>
      (select o.hash from contract_version o where o.contract_id = ${contractId} and o.number = ${number})
    order by v.number desc limit 1`
  return row ?? null
}

/** Which version a form made already, and of which contract. */
export async function versionSent(sql: Sql, id: string): Promise<{ contractId: string; number: number } | null> {
  const [row] = await sql<[{ contractId: string; number: number }?]>`
    select contract_id as "contractId", number from contract_version where id = ${id}`
  return row ?? null
}

/** The newest version that still stands and withdrew a promise, or null where none did. */
export async function versionWithdrawing(sql: Sql, contractId: string, ref: string): Promise<number | null> {
  const [row] = await sql<[{ number: number }?]>`
    select v.number from contract_version v
    where v.contract_id = ${contractId} and v.changes -> 'withdrawn' ? ${ref}
      and not exists (select from contract_version_withdrawal w where w.contract_id = v.contract_id and w.number = v.number)
    order by v.number desc limit 1`
  return row?.number ?? null
}

/** Every ref that a promise of a contract ever had. */
export async function refsEver(sql: Sql, contractId: string): Promise<string[]> {
  const rows = await sql<{ ref: string }[]>`
    select distinct p.value ->> 'ref' as ref
    from contract_version v cross join lateral jsonb_array_elements(v.document::jsonb -> 'commitments') p
    where v.contract_id = ${contractId} order by ref`
  return rows.map(({ ref }) => ref)
}

type Withdrawal = { readonly contractId: string; readonly number: number; readonly on: Day; readonly why: string } & {
  readonly at: Date
  readonly by: string | null
}

/** Withdraws a version, and with it whatever version says the same words. */
export const saveWithdrawal = (sql: Sql, { contractId, number, on, why, at, by }: Withdrawal) => sql`
  insert into contract_version_withdrawal (contract_id, number, withdrawn_on, why, withdrawn_at, withdrawn_by)
  select v.contract_id, v.number, ${on}, ${why}, ${at}, ${by}
  from contract_version v join contract_version o on o.contract_id = v.contract_id and o.hash = v.hash
  where o.contract_id = ${contractId} and o.number = ${number}
  on conflict do nothing`
