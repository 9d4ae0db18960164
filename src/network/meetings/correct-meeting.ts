import { append } from '#ledger/append.ts'
import type { Entry } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { evidenceOfMeeting, type Meeting } from './meeting.ts'
import { openEvidenceOf, saveCorrection, saveWithdrawal, type MeetingLine } from './meetings.sql.ts'
import { refuseReportElsewhere } from './record-meeting.ts'

/**
 * Puts the record of a meeting right, for a reason, in the caller's transaction: the row keeps what it was and the ledger both
 * facts. Throws a Refusal (409) where the meeting was withdrawn or is still to come.
 */
export async function correctMeeting(
  sql: Sql,
  held: MeetingLine,
  corrected: { readonly meeting: Meeting; readonly reason: string },
  keeper: Keeper,
): Promise<void> {
  const { meeting, reason } = corrected
  const { forceId, teamId, at, personId } = keeper
  refuseReportElsewhere(meeting, held.organisationKind && { kind: held.organisationKind })
  await takeChain(sql, forceId, teamId)
  if (!(await saveCorrection(sql, meeting, { at, by: personId, reason })))
    throw new Refusal('Only a meeting that was held, and not withdrawn, can be put right.', 409)
  const fact = evidenceOfMeeting(meeting, held.subjectId)
  const supersedes = await openEvidenceOf(sql, teamId, meeting.id)
  await appendTo(sql, keeper, entriesOf(meeting, fact, supersedes))
  await audit(sql, { at, personId, verb: 'correct meeting', about: `meeting/${meeting.id}` })
}

/**
 * Withdraws a meeting recorded by mistake, or calls off one that is still to come, for a reason, in the caller's transaction:
 * its evidence counts no more, and the row stays, marked. Throws a Refusal (409) where it was withdrawn before.
 */
export async function withdrawMeeting(sql: Sql, meeting: Meeting, reason: string, keeper: Keeper): Promise<void> {
  const { forceId, teamId, at, personId } = keeper
  await takeChain(sql, forceId, teamId)
  if (!(await saveWithdrawal(sql, meeting.id, reason))) throw new Refusal('This meeting was withdrawn already.', 409)
  const supersedes = await openEvidenceOf(sql, teamId, meeting.id)
  await appendTo(sql, keeper, entriesOf(meeting, null, supersedes))
  await audit(sql, { at, personId, verb: 'withdraw meeting', about: `meeting/${meeting.id}` })
}

function entriesOf(
  { id, heldOn }: Meeting,
  fact: ReturnType<typeof evidenceOfMeeting>,
  supersedes: number | null,
): Entry[] {
  if (fact !== null) return [supersedes === null ? fact : { ...fact, effect: 'corrects', supersedes }]
  if (supersedes === null) return []
  const about = `meeting/${id}`
  return [{ effect: 'withdraws', supersedes, kind: 'meeting attended', happenedOn: heldOn, about, source: about }]
}

const appendTo = (sql: Sql, { forceId, teamId, timeZone, at, personId }: Keeper, entries: readonly Entry[]) =>
  append(sql, { forceId, teamId, timeZone, at, by: personId }, entries)
