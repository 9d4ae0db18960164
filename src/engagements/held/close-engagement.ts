import { append } from '#ledger/append.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Engagement, Footfall } from '../engagement.ts'
import type { Recorder } from '../recorder.ts'
import { evidenceOf } from './record-engagement.ts'
import { findEngagement, saveFootfall, seqOfEvidence } from './recorded-engagement.sql.ts'

/**
 * Closes an engagement with its footfall (R04) in the caller's transaction: the ledger keeps both rows, the second
 * correcting the first. Throws a Refusal (409) where the figure was taken down already.
 */
export async function closeEngagement(
  sql: Sql,
  engagement: Engagement,
  footfall: Footfall,
  { forceId, timeZone, at, personId }: Recorder,
): Promise<void> {
  const { id, teamId } = engagement
  await takeChain(sql, forceId, teamId)
  if (!(await saveFootfall(sql, id, footfall))) throw new Refusal('This engagement has its figures already.', 409)
  const supersedes = await seqOfEvidence(sql, teamId, id)
  const fact = evidenceOf((await findEngagement(sql, teamId, id)) ?? { ...engagement, footfall }, timeZone)
  const entry = supersedes === null ? fact : { ...fact, effect: 'corrects' as const, supersedes }
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [entry])
  await audit(sql, { at, personId, verb: 'close engagement', about: `engagement/${id}` })
}
