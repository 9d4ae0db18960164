import { append } from '#ledger/append.ts'
import { openEvidence } from '#ledger/evidence-standing.sql.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { saveShared, type LearningToShare } from './learning.sql.ts'
import type { Recorder } from '../recorder.ts'

/**
 * Notes in the caller's transaction that a learning point was passed on to other teams (D10.3, R57): its evidence is
 * corrected, not told twice. Throws a Refusal (409) where that was noted before.
 */
export async function shareLearning(sql: Sql, learning: LearningToShare, recorder: Recorder): Promise<void> {
  const { id, teamId, engagementId } = learning
  const { forceId, timeZone, at, personId } = recorder
  if (!(await saveShared(sql, id))) throw new Refusal('This learning point was shared before.', 409)
  const about = `learning/${id}`
  const source = `engagement/${engagementId}`
  await takeChain(sql, forceId, teamId)
  const rows = (await openEvidence(sql, teamId, source)).filter((row) => row.about === about)
  await append(
    sql,
    { forceId, teamId, timeZone, at, by: personId },
    rows.map(({ seq, happenedOn }) => ({
      effect: 'corrects' as const,
      supersedes: seq,
      kind: 'learning identified',
      happenedOn,
      facets: { shared: true },
      about,
      source,
    })),
  )
  await audit(sql, { at, personId, verb: 'share learning', about })
}
