import { append } from '#ledger/append.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { openToTeam, type TeamMember } from './open-to-team.ts'
import type { PanelMember } from '#assessments/rounds/panel-seat.ts'
import { refuseConflict } from '#assessments/rounds/round.ts'
import { hasConflictIn } from '#assessments/rounds/rounds.sql.ts'
import { refuseOutOfTurn, standsAt, type RecommendationStep } from './recommendation.ts'
import { findRecommendation, hasStep, insertStep, type Recommendation } from './recommendations.sql.ts'

/** What is said to a recommendation; the id is chosen with the form. */
export type Answer = { readonly id: string; readonly recommendationId: string; readonly words: string }

/**
 * What a team says in public to a recommendation (R49), in the caller's transaction; sent twice it is kept once. The first
 * answer is evidence. Throws a Refusal where it is not of this team (404), or closed or with the panel (409).
 */
export async function answerRecommendation(sql: Sql, answer: Answer, acting: TeamMember): Promise<void> {
  const found = await openToTeam(sql, { ...answer, step: 'answered' }, acting)
  if (found === null) return
  const { at, personId, timeZone } = acting
  await insertStep(sql, { ...answer, step: 'answered', takenOn: dayAt(at, timeZone) }, at, personId)
  await answered(sql, found, acting)
  const about = `recommendation/${answer.recommendationId}`
  await audit(sql, { at, personId, verb: 'answer a recommendation', about })
}

/** The first thing a team says to a recommendation is evidence; whatever it says is public. */
export async function answered(sql: Sql, { id, state }: Recommendation, acting: TeamMember): Promise<void> {
  const { at, personId: by, forceId, teamId, timeZone } = acting
  const about = `recommendation/${id}`
  const fact = { kind: 'recommendation answered', happenedOn: dayAt(at, timeZone), about, source: about } as const
  if (state === 'not answered') await append(sql, { forceId, teamId, timeZone, at, by }, [fact])
  await pagesChanged(sql, teamId)
}

/** The panel accepts that a recommendation is done, or sends it back, in the caller's transaction; throws likewise. */
export async function judgeAnswer(
  sql: Sql,
  { isAccepted, ...answer }: Answer & { readonly isAccepted: boolean },
  member: PanelMember,
): Promise<void> {
  const step = isAccepted ? 'closure accepted' : 'sent back'
  const found = await openToPanel(sql, { ...answer, step }, member)
  if (found === null) return
  const { at, personId, timeZone } = member
  await insertStep(sql, { ...answer, step, takenOn: dayAt(at, timeZone) }, at, personId)
  await decided(sql, found, step, member)
}

/**
 * The panel gives a team the time it asks for, or does not, in the caller's transaction; throws likewise. A longer time stands
 * beside the first day, which stays.
 */
export async function decideTime(
  sql: Sql,
  { isGranted, ...answer }: Answer & { readonly isGranted: boolean },
  member: PanelMember,
): Promise<void> {
  const step = isGranted ? 'more time granted' : 'more time refused'
  const found = await openToPanel(sql, { ...answer, step }, member)
  if (found === null) return
  const { at, personId, timeZone } = member
  const takenOn = dayAt(at, timeZone)
  const { asksUntil } = standsAt(found, takenOn)
  const until = isGranted && asksUntil !== null ? { until: asksUntil } : {}
  await insertStep(sql, { ...answer, step, takenOn, ...until }, at, personId)
  await decided(sql, found, step, member)
}

/** Anybody of the office judges an answer, so that none waits for somebody who left, but whoever had a conflict with the team (403). */
async function openToPanel(sql: Sql, answer: Answer & { readonly step: RecommendationStep }, member: PanelMember) {
  const { id, recommendationId, step } = answer
  const found = await findRecommendation(sql, recommendationId, true)
  if (found === null) throw new Refusal('There is no such recommendation.', 404)
  if (!found.teamId.startsWith(`${member.forceId}/`)) throw new Refusal('There is no such recommendation.', 404)
  const { roundId, contractId, teamName } = found
  refuseConflict(await hasConflictIn(sql, { roundId, contractId, personId: member.personId }), teamName)
  if (await hasStep(sql, id)) return null
  refuseOutOfTurn(step, standsAt(found, dayAt(member.at, member.timeZone)))
  return found
}

async function decided(sql: Sql, { id, teamId }: Recommendation, verb: RecommendationStep, member: PanelMember) {
  await pagesChanged(sql, teamId)
  await audit(sql, { at: member.at, personId: member.personId, verb, about: `recommendation/${id}` })
}
