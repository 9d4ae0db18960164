import type { Sql } from '#platform/database/database.ts'

/** Lets one person at a time change the facts of a page, until the end of the transaction. */
export const holdFacts = (sql: Sql, about: string) => sql`select pg_advisory_xact_lock(hashtextextended(${about}, 0))`
