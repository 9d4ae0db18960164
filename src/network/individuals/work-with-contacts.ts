import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Acting } from '../keeper.ts'
import { keyContactsOf, saveContactsOnPriority } from './priority-contacts.sql.ts'

/**
 * Says which key individuals of the team a priority is worked on with, in the caller's transaction; ids of others are left out.
 * It is no evidence: the ledger knows nobody by name.
 */
export async function workWithContacts(
  sql: Sql,
  { priorityId, ids }: { readonly priorityId: string; readonly ids: readonly string[] },
  { at, personId, teamId }: Acting,
): Promise<void> {
  const own = (await keyContactsOf(sql, teamId)).filter(({ id }) => ids.includes(id))
  await saveContactsOnPriority(sql, priorityId, own.map(({ id }) => id)) // prettier-ignore
  const detail = { contacts: own.length }
  await audit(sql, { at, personId, verb: 'name contacts', about: `priority/${priorityId}`, detail })
}
