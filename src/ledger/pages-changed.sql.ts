import type { Sql } from '#platform/database/database.ts'

/**
 * What adds nothing to the ledger may still change what the public reads: the pages kept of a team (`dorset/west-dorset`), or
 * of a force and all its teams (`dorset`), are forgotten in every process once the caller's transaction is done, and what was
 * read for them holds no longer.
 */
export const pagesChanged = (sql: Sql, ...teamOrForceIds: readonly string[]) => sql`
  select pages_changed(id) from (select id from unnest(${[...teamOrForceIds]}::text[]) as id order by id collate "C") as changed`
