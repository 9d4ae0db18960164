import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { savePromiseKept, type By } from './close-outs.sql.ts'

/** Says that a promise was kept, on which day and how, in the caller's transaction. Throws a Refusal (409) where it was said before. */
export async function keepPromise(
  sql: Sql,
  id: string,
  kept: { readonly on: Day; readonly how: string },
  { at, personId }: By,
): Promise<void> {
  if (!(await savePromiseKept(sql, id, kept, personId)))
    throw new Refusal('This promise is marked as kept already.', 409)
  await audit(sql, { at, personId, verb: 'keep promise', about: `promise/${id}`, detail: { keptOn: kept.on } })
}
