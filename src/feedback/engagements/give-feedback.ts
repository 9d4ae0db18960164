import type { Force } from '#areas/area.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { stateFeedback } from '../state-feedback.ts'
import type { Feedback } from './feedback.ts'
import { eraseWords, saveFeedback } from './feedback.sql.ts'

/**
 * Keeps what somebody said of an engagement, in the caller's transaction, and states it as evidence (D2.3): the points of
 * both questions together, never the words. Answers false where the same form was sent before.
 */
export async function giveFeedback(sql: Sql, feedback: Feedback, force: Force, at: Date): Promise<boolean> {
  if (!(await saveFeedback(sql, feedback, at))) return false
  const { id, teamId, plannedEngagementId, worthwhile, listenedTo } = feedback
  await stateFeedback(sql, {
    force,
    teamId,
    at,
    topic: 'engagement',
    about: `engagement/${plannedEngagementId}`,
    source: `feedback/${id}`,
    scores: [worthwhile, listenedTo],
  })
  return true
}

type Erasing = { readonly personId: string | null; readonly at: Date }

/** Erases words that name somebody; the scores stay. Answers the engagement; throws a Refusal (404) where there is no such answer. */
export async function eraseFeedbackWords(
  sql: Sql,
  teamId: string,
  id: string,
  { personId, at }: Erasing,
): Promise<string> {
  const about = await eraseWords(sql, teamId, id)
  if (about === null) throw new Refusal('There is no such answer any more.', 404)
  await audit(sql, { at, personId, verb: 'erase words of feedback', about: `feedback/${id}` })
  return about
}
