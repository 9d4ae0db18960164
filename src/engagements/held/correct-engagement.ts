import { append } from '#ledger/append.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { supersedeEvidence } from '#ledger/supersede-evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Engagement, Footfall } from '../engagement.ts'
import { saveCorrection, saveWithdrawal } from './corrections.sql.ts'
import { reopenHotspots } from './hotspots.sql.ts'
import type { Recorder } from '../recorder.ts'
import { evidenceOf } from './record-engagement.ts'
import { findEngagement, seqOfEvidence } from './recorded-engagement.sql.ts'

/**
 * Puts other figures in the place of those taken down, for a reason, in the caller's transaction: the row keeps what it
 * was and the ledger both facts. Throws a Refusal (409) where there are no figures yet or the record was withdrawn.
 */
export async function correctFigures(
  sql: Sql,
  engagement: Engagement,
  corrected: { readonly footfall: Footfall; readonly reason: string },
  recorder: Recorder,
): Promise<void> {
  const { id, teamId } = engagement
  const { footfall, reason } = corrected
  const { forceId, timeZone, at, personId } = recorder
  await takeChain(sql, forceId, teamId)
  if (!(await saveCorrection(sql, id, { ...footfall, reason }, recorder)))
    throw new Refusal('This engagement has no figures to correct, or it was withdrawn.', 409)
  const supersedes = await seqOfEvidence(sql, teamId, id)
  const fact = evidenceOf((await findEngagement(sql, teamId, id)) ?? { ...engagement, footfall }, timeZone)
  const entry = supersedes === null ? fact : { ...fact, effect: 'corrects' as const, supersedes }
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [entry])
  await audit(sql, { at, personId, verb: 'correct figures', about: `engagement/${id}` })
}

/**
 * Withdraws an engagement recorded by mistake, for a reason, in the caller's transaction: its evidence, and that of all
 * noted at it, counts no more; the rows stay, marked, and a hotspot it had answered waits again. Throws a Refusal (409)
 * where it was withdrawn before.
 */
export async function withdrawEngagement(
  sql: Sql,
  { id, teamId }: Engagement,
  reason: string,
  recorder: Recorder,
): Promise<void> {
  const { forceId, timeZone, at, personId } = recorder
  await takeChain(sql, forceId, teamId)
  if (!(await saveWithdrawal(sql, id, reason, recorder)))
    throw new Refusal('This engagement was withdrawn already.', 409)
  await reopenHotspots(sql, id)
  const source = `engagement/${id}`
  const rows = await supersedeEvidence(sql, { forceId, teamId, timeZone, at, by: personId }, 'withdraws', { source })
  await audit(sql, { at, personId, verb: 'withdraw engagement', about: source, detail: { rows } })
}
