import type { Sql } from '#platform/database/database.ts'

/** Two who press at once wait for each other, so that an audit is in the ledger once. */
export const lockAudits = (sql: Sql, forceId: string) => sql`select 1 from force where id = ${forceId} for update`

/** Whether a force has an audit in the ledger. */
export async function auditRecorded(sql: Sql, forceId: string, source: string): Promise<boolean> {
  const rows = await sql`
    select 1 from evidence where chain = ${forceId} and kind = 'accessibility audited' and source = ${source} limit 1`
  return rows.length > 0
}
