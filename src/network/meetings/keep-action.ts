import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { saveAction, saveDone } from './meeting-actions.sql.ts'
import type { MeetingAction } from './meeting.ts'

/** Keeps what a meeting agreed that somebody does, in the caller's transaction; sent twice, it is kept once. */
export async function addAction(sql: Sql, action: MeetingAction, { at, personId }: Keeper): Promise<void> {
  if (!(await saveAction(sql, action, { at, by: personId }))) return
  await audit(sql, { at, personId, verb: 'add meeting action', about: `meeting/${action.meetingId}` })
}

/** Notes the day on which an action was done, in the caller's transaction. Throws a Refusal (409) where that was noted before. */
export async function closeAction(
  sql: Sql,
  { id, on }: { readonly id: string; readonly on: Day },
  { at, personId }: Keeper,
): Promise<void> {
  if (!(await saveDone(sql, id, on, personId))) throw new Refusal('That action was noted as done before.', 409)
  await audit(sql, { at, personId, verb: 'close meeting action', about: `meeting-action/${id}` })
}
