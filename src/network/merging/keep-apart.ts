import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Keeper } from '../keeper.ts'
import { saveNotOne } from './duplicates.sql.ts'

/** Notes in the caller's transaction that two records which look like one are two. */
export async function keepApart(
  sql: Sql,
  what: 'key-individual' | 'organisation',
  pair: readonly [string, string],
  { at, personId }: Keeper,
): Promise<void> {
  await saveNotOne(sql, pair, { at, by: personId })
  await audit(sql, {
    at,
    personId,
    verb: 'keep records apart',
    about: `${what}/${pair[0]}`,
    detail: { other: pair[1] },
  })
}
