import { takeChain } from '#ledger/ledger.sql.ts'
import { supersedeEvidence } from '#ledger/supersede-evidence.ts'
import { rewordReply } from '#network/councils/hold-survey.ts'
import type { Acting } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Concern } from '#priorities/concern.ts'
import { saveSentWords } from '#priorities/raised/concerns-sent.sql.ts'

/**
 * Rewords what somebody sent by the form or with a survey where it names somebody, or erases it (null), in the caller's
 * transaction. What it counts for stays: the ledger gets a tombstone. Throws a Refusal (409) where the words are gone.
 */
export async function rewordConcern(
  sql: Sql,
  { id, source }: Pick<Concern, 'id' | 'source'>,
  words: string | null,
  acting: Acting,
): Promise<void> {
  const { at, personId, forceId, teamId, timeZone } = acting
  await takeChain(sql, forceId, teamId)
  const reworded = source === 'reply' ? rewordReply : saveSentWords
  if (!(await reworded(sql, id, words, at))) throw new Refusal('These words were erased already.', 409)
  const about = `concern/${id}`
  if (words === null)
    await supersedeEvidence(sql, { forceId, teamId, timeZone, at, by: personId }, 'erases', { source: about })
  await audit(sql, { at, personId, verb: words === null ? 'erase words' : 'reword', about })
}
