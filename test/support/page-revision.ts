import type { Database } from '#platform/database/database.ts'

/** How often what the public reads of a team, or of a force, has changed beside the ledger. */
export async function revisionOf(db: Database, about: string): Promise<number> {
  const [row] = await db<{ revision: number }[]>`select revision::int from page_revision where about = ${about}`
  return row?.revision ?? 0
}
