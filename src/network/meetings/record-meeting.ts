import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import type { Organisation } from '../organisation.ts'
import { countedWith, moveLastContact } from './last-contact.ts'
import { clerkOf, lockRelationshipsWith } from './meeting-evidence.sql.ts'
import { evidenceOfMeeting, takesReports, type Meeting, type MetAt } from './meeting.ts'
import { saveHeld, savePlan } from './meetings.sql.ts'

/** Keeps a meeting that is still to come, in the caller's transaction: a plan is no evidence. Sent twice, it is kept once. */
export async function planMeeting(sql: Sql, meeting: Meeting, { at, personId }: Keeper): Promise<void> {
  if (!(await savePlan(sql, meeting, { at, by: personId }))) return
  await audit(sql, { at, personId, verb: 'plan meeting', about: `meeting/${meeting.id}` })
}

/**
 * Keeps what happened at a meeting, with its evidence (R19, R21, R22, R37, R38, R41, R42), in the caller's transaction,
 * and moves on what is due of whom we met; answers false where its record was kept before. Throws a Refusal (422) where a report is said to stand for attendance elsewhere
 * than at a council.
 */
export async function recordMeeting(
  sql: Sql,
  meeting: Meeting,
  organisation: Organisation | null,
  keeper: Keeper,
): Promise<boolean> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  refuseReportElsewhere(meeting, organisation)
  if (!(await saveHeld(sql, meeting, { at, by: personId }))) return false
  const now = evidenceOfMeeting(meeting, await metAt(sql, meeting, organisation?.subjectId ?? null))
  const held = await lockRelationshipsWith(sql, teamId, countedWith({ before: [], now }))
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, now)
  await moveLastContact(sql, held, { before: [], now })
  await audit(sql, { at, personId, verb: 'record meeting', about: `meeting/${meeting.id}` })
  return true
}

/** Throws a Refusal (422) where a written report is said to stand for attendance at something else than a council (R38). */
export function refuseReportElsewhere({ came }: Meeting, organisation: Pick<Organisation, 'kind'> | null): void {
  if (came === 'written report' && !takesReports(organisation?.kind ?? null))
    throw new Refusal('A written report stands for being there at a council alone. Say that nobody came.')
}

/** Who was met, as the ledger names them. Throws a Refusal (422) where the clerk is said to have been there and nobody knows one. */
export async function metAt(
  sql: Sql,
  { withClerk, organisationId }: Meeting,
  subjectId: string | null,
): Promise<MetAt> {
  const clerkSubjectId = withClerk && organisationId !== null ? await clerkOf(sql, organisationId) : null
  if (withClerk && clerkSubjectId === null)
    throw new Refusal('Nobody is known as its clerk. Name the clerk in the network first, or leave that out.')
  return { subjectId, clerkSubjectId }
}
