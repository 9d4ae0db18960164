import { takeChain } from '#ledger/ledger.sql.ts'
import { supersedeEvidence } from '#ledger/supersede-evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Noted } from './close-out.ts'
import { saveWords, type NotedWords } from './corrections.sql.ts'
import type { Recorder } from '../recorder.ts'

const subjectOf = { concerns: 'concern', promises: 'promise', learning: 'learning' } as const

/**
 * Rewords a concern, a promise or a learning point whose words name somebody, or erases them (null), in the caller's
 * transaction. What it counts for stays: the ledger gets a tombstone. Throws a Refusal (409) where the words are gone.
 */
export async function rewordNoted(
  sql: Sql,
  { what, teamId, noted, words }: { what: Noted; teamId: string; noted: NotedWords; words: string | null },
  recorder: Recorder,
): Promise<void> {
  const { at, personId } = recorder
  if (!(await saveWords(sql, what, noted.id, words, at))) throw new Refusal('These words were erased already.', 409)
  const about = `${subjectOf[what]}/${noted.id}`
  if (words === null && noted.engagementId !== null)
    await leaveTombstone(sql, teamId, noted.engagementId, about, recorder)
  await audit(sql, { at, personId, verb: words === null ? 'erase words' : 'reword', about })
}

async function leaveTombstone(sql: Sql, teamId: string, engagementId: string, about: string, recorder: Recorder) {
  const { forceId, timeZone, at, personId } = recorder
  const source = `engagement/${engagementId}`
  await takeChain(sql, forceId, teamId)
  await supersedeEvidence(sql, { forceId, teamId, timeZone, at, by: personId }, 'erases', { source, about })
}
