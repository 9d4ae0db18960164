import type { Sql } from '#platform/database/database.ts'
import type { Sealed } from './hash.ts'

export type Chain = { readonly id: string; readonly length: number; readonly head: Uint8Array }

/** Takes a team's chain (or the force's, where no team is given) for this transaction alone, making it where it is not yet. */
export async function takeChain(sql: Sql, forceId: string, teamId: string | null): Promise<Chain> {
  const [chain] = await takeChains(sql, forceId, [teamId ?? forceId])
  return chain as Chain
}

/** The same for several by their ids, which are those of teams or of their force; always taken in one order, so that no two wait for each other. */
export async function takeChains(sql: Sql, forceId: string, ids: readonly string[]): Promise<Chain[]> {
  await sql`
    insert into chain (id, force_id, team_id)
    select id, ${forceId}, nullif(id, ${forceId}) from unnest(${[...ids]}::text[]) as id order by id collate "C"
    on conflict (id) do nothing`
  return sql<Chain[]>`
    select id, length, head from chain where id = any(${[...ids]}) order by id collate "C" for update`
}

/** Every chain of a force, its own and its teams', or all chains. */
export const allChains = (sql: Sql, forceId?: string) => sql<Chain[]>`
  select id, length, head from chain ${forceId ? sql`where force_id = ${forceId}` : sql``} order by id`

/** The chain of a team or force, or null where nothing has been recorded. */
export async function findChain(sql: Sql, id: string): Promise<Chain | null> {
  const [chain] = await sql<Chain[]>`select id, length, head from chain where id = ${id}`
  return chain ?? null
}

/** A row of a chain by its place. */
export type Place = { readonly chain: string; readonly seq: number }

/** Which of these rows exist, are not yet superseded, and what kind they are. */
export const openRows = (sql: Sql, places: readonly Place[]) => sql<(Place & { kind: string })[]>`
  select e.chain, e.seq, e.kind from evidence e
  join jsonb_to_recordset(${sql.json([...places])}) as asked (chain text, seq bigint)
    on asked.chain = e.chain and asked.seq = e.seq
  where e.effect in ('states', 'corrects') and not exists (
    select 1 from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))`

/** Which of these subjects the force does not have. */
export const unknownSubjects = (sql: Sql, forceId: string, ids: readonly string[]) => sql<{ id: string }[]>`
  select asked.id from unnest(${[...ids]}::text[]) as asked (id)
  where not exists (select 1 from subject s where s.id = asked.id and s.force_id = ${forceId}) order by 1`

export type Row = Sealed & { readonly previous: Uint8Array; readonly hash: Uint8Array }

/** Writes rows and moves the heads of their chains; answers the ledger-wide number of each, in order. */
export async function writeRows(sql: Sql, rows: readonly Row[]): Promise<number[]> {
  const written = await sql<{ entry: number }[]>`
    insert into evidence (chain, seq, kind, effect, supersedes, happened_on, happened_at, recorded_at, recorded_by,
      subjects, quantities, facets, about, source, previous, hash)
    select r.chain, r.seq, r.kind, r.effect, r.supersedes, r.happened_on, r.happened_at, r.recorded_at, r.recorded_by,
      array(select jsonb_array_elements_text(r.subjects)), r.quantities, r.facets, r.about, r.source,
      decode(r.previous, 'hex'), decode(r.hash, 'hex')
    from jsonb_to_recordset(${sql.json(rows.map(columns))}) as r (place int, chain text, seq bigint, kind text, effect text,
      supersedes bigint, happened_on date, happened_at timestamptz, recorded_at timestamptz, recorded_by uuid, subjects jsonb,
      quantities jsonb, facets jsonb, about text, source text, previous text, hash text)
    order by r.place
    returning entry`
  const last = [...new Map(rows.map((row) => [row.chain, row])).values()]
  await sql`
    update chain c set length = r.seq, head = decode(r.hash, 'hex')
    from jsonb_to_recordset(${sql.json(last.map(columns))}) as r (chain text, seq bigint, hash text) where c.id = r.chain`
  return written.map((row) => row.entry)
}
const columns = (row: Row, place: number) => ({
  place,
  chain: row.chain,
  seq: row.seq,
  kind: row.kind,
  effect: row.effect,
  supersedes: row.supersedes,
  happened_on: row.happenedOn,
  happened_at: row.happenedAt?.toISOString() ?? null,
  recorded_at: row.recordedAt.toISOString(),
  recorded_by: row.recordedBy,
  subjects: [...row.subjects],
  quantities: { ...row.quantities },
  facets: { ...row.facets },
  about: row.about,
  source: row.source,
  previous: Buffer.from(row.previous).toString('hex'),
  hash: Buffer.from(row.hash).toString('hex'),
})

/** A chain's rows from the first to the last, in batches, as they were sealed. */
export const rowsInOrder = (sql: Sql, chain: string) =>
  sql<Row[]>`
    select chain, seq, kind, effect, supersedes, happened_on as "happenedOn", happened_at as "happenedAt",
      recorded_at as "recordedAt", recorded_by as "recordedBy", subjects, quantities, facets, about, source, previous, hash
    from evidence where chain = ${chain} order by seq`.cursor(2000)

/** One row of evidence as a page shows it. */
export type EvidenceRow = Omit<Sealed, 'recordedBy'> & {
  readonly entry: number
  readonly supersededBy: number | null
  readonly erasedOn: Date | null
}

/** These entries of the ledger, oldest first, at most 500, each with what superseded it or erased its record. */
export const evidenceRows = (sql: Sql, entries: readonly number[]) => sql<EvidenceRow[]>`
  select ${withItsFate(sql)}
  from evidence e where e.entry = any(${[...entries]}::bigint[]) order by e.happened_on, e.entry limit 500`

type PageOfRows = { readonly skip: number; readonly most: number }

/** A page of these entries of the ledger, the newest happening first: a promise may rest on thousands. */
export const newestRows = (sql: Sql, entries: readonly number[], { skip, most }: PageOfRows) => sql<EvidenceRow[]>`
  select ${withItsFate(sql)}
  from (select * from evidence where entry = any(${[...entries]}::bigint[])
    order by happened_on desc, entry desc offset ${skip} limit ${most}) e order by e.happened_on desc, e.entry desc`

/** How many of these entries come before one of them, the newest happening first. */
export async function newerThan(sql: Sql, entries: readonly number[], entry: number): Promise<number> {
  const [row] = await sql<{ newer: number }[]>`
    select count(*)::int as newer from evidence e join evidence one on one.entry = ${entry}
    where e.entry = any(${[...entries]}::bigint[]) and (e.happened_on, e.entry) > (one.happened_on, one.entry)`
  return row?.newer ?? 0
}

const withItsFate = (sql: Sql) => sql`
  e.entry, e.chain, e.seq, e.kind, e.effect, e.supersedes, e.happened_on as "happenedOn", e.happened_at as "happenedAt",
    e.recorded_at as "recordedAt", e.subjects, e.quantities, e.facets, e.about, e.source,
    (select s.entry from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws')) as "supersededBy",
    (select max(s.recorded_at) from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect = 'erases') as "erasedOn"`
