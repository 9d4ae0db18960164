import type { Sql } from '#platform/database/database.ts'

/** What forms that need no account are signed with; the same for every process. The first that had one was for feedback. */
export async function secretOf(sql: Sql): Promise<Uint8Array> {
  const [row] = await sql<{ secret: Uint8Array }[]>`select secret from feedback_secret`
  if (!row) throw new Error('the secret of forms without an account is gone')
  return row.secret
}
