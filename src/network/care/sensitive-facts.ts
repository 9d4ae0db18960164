import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import type { Reading, SensitiveFact } from './sensitive-fact.ts'
import { deleteSensitiveFact, saveReading, saveSensitiveFact, sensitiveFactsOf } from './sensitive-facts.sql.ts'

/**
 * Opens the sensitive facts about a key individual in the caller's transaction. Each opening is written down with its
 * purpose, also where there is nothing to see: that too was asked.
 */
export async function readSensitiveFacts(
  sql: Sql,
  reading: Reading,
  { at, personId }: Keeper,
): Promise<readonly SensitiveFact[]> {
  await saveReading(sql, reading, { at, by: personId })
  const about = `key-individual/${reading.keyIndividualId}`
  await audit(sql, { at, personId, verb: 'read sensitive facts', about, detail: { purpose: reading.purpose } })
  return sensitiveFactsOf(sql, reading.keyIndividualId)
}

/** Keeps a sensitive fact in the caller's transaction; the audit does not say of which category. Sent twice, it is kept once. */
export async function keepSensitiveFact(sql: Sql, fact: SensitiveFact, { at, personId }: Keeper): Promise<void> {
  if (!(await saveSensitiveFact(sql, fact, { at, by: personId }))) return
  await audit(sql, { at, personId, verb: 'keep sensitive fact', about: `key-individual/${fact.keyIndividualId}` })
}

/** Removes a sensitive fact in the caller's transaction. Throws a Refusal (404) where it is not there. */
export async function eraseSensitiveFact(
  sql: Sql,
  { keyIndividualId, id }: Pick<SensitiveFact, 'keyIndividualId' | 'id'>,
  { at, personId }: Keeper,
): Promise<void> {
  if (!(await deleteSensitiveFact(sql, keyIndividualId, id)))
    throw new Refusal('That is not there any more: somebody removed it before.', 404)
  await audit(sql, { at, personId, verb: 'erase sensitive fact', about: `key-individual/${keyIndividualId}` })
}
