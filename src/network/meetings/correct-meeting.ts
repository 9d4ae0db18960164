import { append } from '#ledger/append.ts'
import type { Entry, Fact } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { countedWith, moveLastContact, type Counted } from './last-contact.ts'
import { lockRelationshipsWith, openRowsOf } from './meeting-evidence.sql.ts'
import { evidenceOfMeeting, type Meeting } from './meeting.ts'
import { saveCorrection, saveWithdrawal, type MeetingLine } from './meetings.sql.ts'
import { metAt, refuseReportElsewhere } from './record-meeting.ts'

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
  const { at, personId } = keeper
  refuseReportElsewhere(meeting, held.organisationKind && { kind: held.organisationKind })
  const now = evidenceOfMeeting(meeting, await metAt(sql, meeting, held.subjectId))
  await supersede(sql, { meeting, now }, keeper, async () => {
    if (!(await saveCorrection(sql, meeting, { at, by: personId, reason })))
      throw new Refusal('Only a meeting that was held, and not withdrawn, can be put right.', 409)
  })
  await audit(sql, { at, personId, verb: 'correct meeting', about: `meeting/${meeting.id}` })
}

/**
 * Withdraws a meeting recorded by mistake, or calls off one that is still to come, for a reason, in the caller's transaction:
 * its evidence counts no more, and the row stays, marked. Throws a Refusal (409) where it was withdrawn before.
 */
export async function withdrawMeeting(sql: Sql, meeting: Meeting, reason: string, keeper: Keeper): Promise<void> {
  const { at, personId } = keeper
  await supersede(sql, { meeting, now: [] }, keeper, async () => {
    if (!(await saveWithdrawal(sql, meeting.id, reason))) throw new Refusal('This meeting was withdrawn already.', 409)
  })
  await audit(sql, { at, personId, verb: 'withdraw meeting', about: `meeting/${meeting.id}` })
}

type Told = { readonly meeting: Meeting; readonly now: readonly Fact[] }

/** Puts what is told now in the place of what the ledger said, and moves what is due of whom it counted with. */
async function supersede(sql: Sql, { meeting, now }: Told, keeper: Keeper, save: () => Promise<void>): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  const subjects = countedWith({ before: await openRowsOf(sql, teamId, meeting.id), now })
  // Held before the chain, in the order in which a contact holds them, so that neither waits for the other.
  const held = await lockRelationshipsWith(sql, teamId, subjects)
  await takeChain(sql, forceId, teamId)
  await save()
  const before = await openRowsOf(sql, teamId, meeting.id)
  const entries = kindsOfMeeting.flatMap((kind) => entryOf(kind, meeting, { before, now }))
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, entries)
  await moveLastContact(sql, held, { before, now })
}

const kindsOfMeeting = ['meeting attended', 'contact made'] as const

function entryOf(
  kind: (typeof kindsOfMeeting)[number],
  { id, heldOn }: Meeting,
  { before, now }: Counted,
): readonly Entry[] {
  const open = before.find((row) => row.kind === kind)
  const fact = now.find((one) => one.kind === kind)
  if (open === undefined) return fact === undefined ? [] : [fact]
  if (fact !== undefined) return [{ ...fact, effect: 'corrects', supersedes: open.seq }]
  const about = `meeting/${id}`
  return [{ effect: 'withdraws', supersedes: open.seq, kind, happenedOn: heldOn, about, source: about }]
}
