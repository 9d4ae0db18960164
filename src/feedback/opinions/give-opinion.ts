import type { Force } from '#areas/area.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { findPriority } from '#priorities/priorities.sql.ts'
import { findSectionSubject } from '#web-pages/facts/sections.sql.ts'
import { stateFeedback } from '../state-feedback.ts'
import type { Of, Opinion } from './opinion.ts'
import { eraseWords, saveOpinion } from './opinions.sql.ts'

/**
 * Keeps what somebody thinks of a team's page (D7.2) or of a priority (D5.3), in the caller's transaction, and states it as
 * evidence: the points of both questions together, never the words. Answers false where the same form was sent before;
 * throws a Refusal (404) where the team has no such priority.
 */
export async function giveOpinion(sql: Sql, opinion: Opinion, force: Force, at: Date): Promise<boolean> {
  const { id, teamId, of, first, second } = opinion
  const about = await namedInLedger(sql, teamId, of)
  if (!(await saveOpinion(sql, opinion, at))) return false
  await stateFeedback(sql, {
    force,
    teamId,
    at,
    topic: of.topic,
    about,
    source: `opinion/${id}`,
    scores: [first, second],
  })
  return true
}

/** A part of the page that the ledger knows as a section goes by the name of that. */
async function namedInLedger(sql: Sql, teamId: string, of: Of): Promise<string> {
  if (of.topic === 'web page')
    return (await findSectionSubject(sql, teamId, of.part)) ?? `web-page/${teamId}/${of.part}`
  const priority = await findPriority(sql, teamId, of.priorityId)
  if (priority === null) throw new Refusal('There is no such priority here.', 404)
  return priority.about
}

type Erasing = { readonly personId: string | null; readonly at: Date }

/** Erases words that name somebody; the points stay. Answers what they were of; throws a Refusal (404) where there is no such answer. */
export async function eraseOpinionWords(sql: Sql, teamId: string, id: string, { personId, at }: Erasing): Promise<Of> {
  const of = await eraseWords(sql, teamId, id)
  if (of === null) throw new Refusal('There is no such answer any more.', 404)
  await audit(sql, { at, personId, verb: 'erase words of feedback', about: `opinion/${id}` })
  return of
}
