import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import type { KeyIndividual } from '../key-individual.ts'
import { recordHeld, type RecordHeld } from './record-held.ts'
import { readSensitiveFacts } from './sensitive-facts.ts'

/**
 * Everything that is held about a key individual, for a copy that they asked for (UK GDPR article 15), in the caller's
 * transaction. Sensitive facts are in it only where whoever takes it may see them, and taking it counts as a reading.
 * Throws a Refusal (404) where they were erased meanwhile.
 */
export async function exportRecord(
  sql: Sql,
  { person, showsSensitive }: { readonly person: KeyIndividual; readonly showsSensitive: boolean },
  keeper: Keeper,
): Promise<RecordHeld> {
  const { at, personId } = keeper
  const reading = {
    keyIndividualId: person.id,
    purpose: 'to give them what is held about them',
    words: 'a copy',
  } as const
  if (showsSensitive) await readSensitiveFacts(sql, reading, keeper)
  await audit(sql, {
    at,
    personId,
    verb: 'export record',
    about: `key-individual/${person.id}`,
    detail: { showsSensitive },
  })
  const record = await recordHeld(sql, person, { showsSensitive })
  if (record === null) throw new Refusal('What was held about them was erased meanwhile.', 404)
  return record
}
