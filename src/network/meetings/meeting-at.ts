import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt } from '../keeper-at.ts'
import { findMeeting } from './meetings.sql.ts'

/** The desk and the meeting that an address names; throws a Refusal (404) where the team has none such. */
export async function meetingAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const meeting = await findMeeting(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!meeting) throw new Refusal(`${desk.team.name} has no such meeting.`, 404)
  return { ...desk, meeting }
}
