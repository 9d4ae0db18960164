import type { Sql } from '#platform/database/database.ts'

/**
 * What adds nothing to the ledger may still change what the public reads: the pages kept of a team (`dorset/west-dorset`), or
 * of a force and all its teams (`dorset`), are forgotten in every process once the caller's transaction is done.
 */
export const pagesChanged = (sql: Sql, teamOrForceId: string) => sql`select pg_notify('ledger', ${teamOrForceId})`
