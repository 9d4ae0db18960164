import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Acting } from '../keeper.ts'
import type { KeyIndividual } from '../key-individual.ts'
import { saveKeyIndividuals } from '../key-individuals.sql.ts'
import { endKeepingUp } from './end-keeping-up.ts'
import { saveLeaving, saveObjection } from './own-record.sql.ts'

/** What somebody may correct of their own record: who they are and how they like to be reached. */
export type Details = Pick<KeyIndividual, 'name' | 'email' | 'telephone' | 'address' | 'languages' | 'reachBy'>

/**
 * Takes over what a key individual corrects of their own record, at once, in the caller's transaction; answers which details
 * changed. The audit names the details, never what they say.
 */
export async function correctOwnRecord(
  sql: Sql,
  person: KeyIndividual,
  details: Details,
  { at, personId }: Acting,
): Promise<readonly string[]> {
  const names = ['name', 'email', 'telephone', 'address', 'languages', 'reachBy'] as const
  const changed = names.filter((name) => String(person[name] ?? '') !== String(details[name] ?? ''))
  if (changed.length === 0) return changed
  await saveKeyIndividuals(sql, [{ ...person, ...details }], { at, by: personId })
  const about = `key-individual/${person.id}`
  await audit(sql, { at, personId, verb: 'correct own record', about, detail: { changed } })
  return changed
}

/** Notes in the caller's transaction that a key individual objects to our holding this; false where they did before. */
export async function objectToRecord(sql: Sql, person: KeyIndividual, acting: Acting): Promise<boolean> {
  const { at, personId, timeZone } = acting
  if (!(await saveObjection(sql, person.id, dayAt(at, timeZone)))) return false
  await audit(sql, { at, personId, verb: 'object to record', about: `key-individual/${person.id}` })
  return true
}

/**
 * Ends keeping in touch at a key individual's own wish, in the caller's transaction; false where they left before. What is held
 * waits for its review; the posts they hold are kept up with whoever holds them.
 */
export async function leaveNetwork(sql: Sql, person: KeyIndividual, acting: Acting): Promise<boolean> {
  const { at, personId, timeZone } = acting
  if (!(await saveLeaving(sql, person.id, dayAt(at, timeZone)))) return false
  await endKeepingUp(sql, [person], acting)
  await audit(sql, { at, personId, verb: 'leave network', about: `key-individual/${person.id}` })
  return true
}
