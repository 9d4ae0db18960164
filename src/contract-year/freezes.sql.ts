import type { Sql } from '#platform/database/database.ts'
import { packOf, type Freeze, type FrozenContent, type FrozenPack } from './freeze/freeze.ts'

type Row = Omit<Freeze, 'content'> & { readonly content: string }

const columns = (sql: Sql) => sql`
  id, contract_id as "contractId", frozen_at as "frozenAt", encode(hash, 'hex') as hash, content`

/** What the panel of a contract is given: its newest freeze, arranged by standard; null where nothing was frozen. */
export async function frozenPackOf(sql: Sql, contractId: string): Promise<FrozenPack | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from contract_freeze where contract_id = ${contractId} order by frozen_at desc, id limit 1`
  return row ? packOf(asFreeze(row)) : null
}

/** When the newest freeze of a contract was made and its SHA-256, without all that it holds; null where nothing was frozen. */
export async function frozenSealOf(sql: Sql, contractId: string): Promise<Pick<Freeze, 'frozenAt' | 'hash'> | null> {
  const [row] = await sql<Pick<Freeze, 'frozenAt' | 'hash'>[]>`
    select frozen_at as "frozenAt", encode(hash, 'hex') as hash from contract_freeze
    where contract_id = ${contractId} order by frozen_at desc, id limit 1`
  return row ?? null
}

/** Which of these contracts were frozen. */
export async function frozenAmong(sql: Sql, contractIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`
    select distinct contract_id as id from contract_freeze where contract_id = any(${[...contractIds]})`
  return new Set(rows.map(({ id }) => id))
}

/** A freeze with the bytes that were hashed, or null. */
export async function findFreeze(sql: Sql, id: string): Promise<(Freeze & { readonly bytes: string }) | null> {
  const [row] = await sql<Row[]>`select ${columns(sql)} from contract_freeze where id = ${id}`
  return row ? { ...asFreeze(row), bytes: row.content } : null
}

const asFreeze = (row: Row): Freeze => ({ ...row, content: JSON.parse(row.content) as FrozenContent })

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

/** What became of a frozen chain: the seal of its last frozen entry (null where that is gone), and what joined it since. */
export const chainsSince = (sql: Sql, chains: readonly { readonly id: string; readonly length: number }[]) => sql<
  { id: string; seal: string | null; later: number }[]
>`
  select f.id, (select encode(e.hash, 'hex') from evidence e where e.chain = f.id and e.seq = f.length) as seal,
    (select count(*)::int from evidence e where e.chain = f.id and e.seq > f.length) as later
  from jsonb_to_recordset(${sql.json(chains.map(({ id, length }) => ({ id, length })))}) as f (id text, length bigint)
  order by f.id`
