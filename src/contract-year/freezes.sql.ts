import type { Sql } from '#platform/database/database.ts'
import { packOf, type Freeze, type FrozenContent, type FrozenPack } from './freeze/freeze.ts'

type Row = Omit<Freeze, 'content'> & { readonly content: string }

const columns = (sql: Sql) => sql`
  id, contract_id as "contractId", frozen_at as "frozenAt", encode(hash, 'hex') as hash, content`

/** What the panel of a contract is given: its newest freeze, arranged by standard; null where nothing was frozen. */
export async function frozenPackOf(sql: Sql, contractId: string): Promise<FrozenPack | null> {
  const freeze = await newestFreeze(sql, contractId)
  return freeze === null ? null : packOf(freeze)
}

/** The pack of a contract that was frozen under a seal, a SHA-256 in hexadecimal; null where it has none such. */
export async function packUnderSeal(sql: Sql, contractId: string, seal: string): Promise<FrozenPack | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from contract_freeze where contract_id = ${contractId} and hash = decode(${seal}, 'hex')
    order by frozen_at desc, id limit 1`
  return row ? packOf(asFreeze(row)) : null
}

/** A freeze with the bytes that were hashed. */
export type FreezeKept = Freeze & { readonly bytes: string }

/** The newest freeze of a contract, or null. */
export async function newestFreeze(sql: Sql, contractId: string): Promise<FreezeKept | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from contract_freeze where contract_id = ${contractId} order by frozen_at desc, id limit 1`
  return row ? asFreeze(row) : null
}

/** When each freeze of a contract was made and its SHA-256, the newest first. */
export const frozenSealsOf = (sql: Sql, contractId: string) => sql<Pick<Freeze, 'frozenAt' | 'hash'>[]>`
  select frozen_at as "frozenAt", encode(hash, 'hex') as hash from contract_freeze
  where contract_id = ${contractId} order by frozen_at desc, id`

/** How many days of a contract's year nobody judges since it was frozen before they came, and why; null where there are none. */
export async function daysNotJudged(sql: Sql, contractId: string): Promise<DaysNotJudged | null> {
  const [row] = await sql<DaysNotJudged[]>`
    select c.ends_on - s.taken_on as days, s.reason
    from contract_step s join contract c on c.id = s.contract_id
    where s.contract_id = ${contractId} and s.step = 'freeze' order by s.id desc limit 1`
  return row !== undefined && row.days > 0 ? row : null
}

export type DaysNotJudged = { readonly days: number; readonly reason: string }

/** The SHA-256 of the newest freeze of each of these contracts that was frozen, by contract. */
export async function newestSeals(sql: Sql, contractIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ contractId: string; hash: string }[]>`
    select distinct on (contract_id) contract_id as "contractId", encode(hash, 'hex') as hash from contract_freeze
    where contract_id = any(${[...contractIds]}) order by contract_id, frozen_at desc, id`
  return new Map(rows.map(({ contractId, hash }) => [contractId, hash]))
}

/** One freeze, or null. */
export async function findFreeze(sql: Sql, id: string): Promise<FreezeKept | null> {
  const [row] = await sql<Row[]>`select ${columns(sql)} from contract_freeze where id = ${id}`
  return row ? asFreeze(row) : null
}

const asFreeze = (row: Row): FreezeKept => ({
  ...row,
  content: JSON.parse(row.content) as FrozenContent,
  bytes: row.content,
})

type Kept = {
  readonly id: string
  readonly contractId: string
  readonly content: string
  readonly hash: string
  readonly at: Date
  readonly by: string | null
}

/** Keeps a freeze for good. */
export const saveFreeze = (sql: Sql, { id, contractId, content, hash, at, by }: Kept) => sql`
  insert into contract_freeze (id, contract_id, frozen_at, frozen_by, content, hash)
  values (${id}, ${contractId}, ${at}, ${by}, ${content}, decode(${hash}, 'hex'))`

/** How many entries joined the chains of a contract's newest freeze since; none of them counts. */
export async function recordedSince(sql: Sql, contractId: string): Promise<number> {
  const [row] = await sql<{ later: number }[]>`
    select count(*)::int as later
    from (select content::jsonb -> 'chains' as chains from contract_freeze
      where contract_id = ${contractId} order by frozen_at desc, id limit 1) f
    cross join jsonb_to_recordset(f.chains) as c (id text, length bigint)
    join evidence e on e.chain = c.id and e.seq > c.length`
  return row?.later ?? 0
}

/** What became of a frozen chain: the seal of its last frozen entry (null where that is gone), and what joined it since. */
export const chainsSince = (sql: Sql, chains: readonly { readonly id: string; readonly length: number }[]) => sql<
  { id: string; seal: string | null; later: number }[]
>`
  select f.id, (select encode(e.hash, 'hex') from evidence e where e.chain = f.id and e.seq = f.length) as seal,
    (select count(*)::int from evidence e where e.chain = f.id and e.seq > f.length) as later
  from jsonb_to_recordset(${sql.json(chains.map(({ id, length }) => ({ id, length })))}) as f (id text, length bigint)
  order by f.id`
