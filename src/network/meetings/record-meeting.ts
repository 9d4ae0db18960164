import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import type { Organisation } from '../organisation.ts'
import { evidenceOfMeeting, takesReports, type Meeting } from './meeting.ts'
import { saveHeld, savePlan } from './meetings.sql.ts'

/** Keeps a meeting that is still to come, in the caller's transaction: a plan is no evidence. Sent twice, it is kept once. */
export async function planMeeting(sql: Sql, meeting: Meeting, { at, personId }: Keeper): Promise<void> {
  if (!(await savePlan(sql, meeting, { at, by: personId }))) return
  await audit(sql, { at, personId, verb: 'plan meeting', about: `meeting/${meeting.id}` })
}

/**
 * Keeps what happened at a meeting, with its evidence (R19, R21, R22, R37, R38, R41, R42), in the caller's transaction; answers
 * false where its record was kept before. Throws a Refusal (422) where a report is said to stand for attendance elsewhere
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
  const fact = evidenceOfMeeting(meeting, organisation?.subjectId ?? null)
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, fact === null ? [] : [fact])
  await audit(sql, { at, personId, verb: 'record meeting', about: `meeting/${meeting.id}` })
  return true
}

/** Throws a Refusal (422) where a written report is said to stand for attendance at something else than a council (R38). */
export function refuseReportElsewhere({ came }: Meeting, organisation: Pick<Organisation, 'kind'> | null): void {
  if (came === 'written report' && !takesReports(organisation?.kind ?? null))
    throw new Refusal('A written report stands for being there at a council alone. Say that nobody came.')
}
