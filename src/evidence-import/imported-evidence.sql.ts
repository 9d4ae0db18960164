import type { Sql } from '#platform/database/database.ts'

/** What the ledger keeps of one imported file: how many rows of each kind, and when; null where it was never imported. */
export type Imported = {
  readonly at: Date
  readonly kinds: readonly { readonly kind: string; readonly count: number }[]
}

/** What was imported to a chain from a source (`import/…`), by kind; null where nothing was. */
export async function importedFrom(sql: Sql, chain: string, source: string): Promise<Imported | null> {
  const rows = await sql<{ kind: string; count: number; at: Date }[]>`
    select kind, count(*) as count, min(recorded_at) as at from evidence
    where source = ${source} and chain = ${chain} group by kind order by kind`
  const [first] = rows
  return first ? { at: first.at, kinds: rows.map(({ kind, count }) => ({ kind, count })) } : null
}
