import { isUuid } from '#engagements/is-uuid.ts'
import { teamAt } from '#areas/team-at.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { answerRecommendation, decideTime, judgeAnswer } from './answer-recommendation.ts'
import { readTimeDecision } from '#assessments/follow-up/follow-up.form.ts'
import { letterPage } from '#assessments/ratings/letter.page.ts'
import { panelDeskAt, standingRefusal } from '#assessments/rounds/panel-desk.ts'
import { closedRatingOf, dissentOf, judgedOf } from '#assessments/ratings/ratings.sql.ts'
import { panelRecommendationsPage, teamRecommendationsPage, type Listed } from './recommendations.page.ts'
import { recommendationsIn, recommendationsOpenIn, recommendationsTo } from './recommendations.sql.ts'
import { readAnswer, readJudgement } from './recommendation.form.ts'

const ofTeam = '/desk/:force/:team/recommendations'
const ofForce = '/desk/:force/recommendations'

/** Teams answer what panels recommended (R49), and panels say whether it is done. */
export const recommendationRoutes: readonly Route[] = [
  get(ofForce, may('sit on the panel'), (visit) => showOpen(visit, {})),
  post(`${ofForce}/:id/judge`, may('sit on the panel'), takeJudgement),
  post(`${ofForce}/:id/time`, may('sit on the panel'), takeTimeDecision),
  get(ofTeam, may('see this week'), (visit) => showOwn(visit, {})),
  post(`${ofTeam}/:id/answer`, may('answer recommendations'), takeAnswer),
  get('/desk/:force/:team/letters/:year', may('read the panel’s letter'), showLetter),
]

type Again = Partial<Pick<Listed, 'sent' | 'refused'>>

async function showOpen(visit: Visit, again: Again) {
  const { force, today } = await panelDeskAt(visit)
  const recommendations = await recommendationsOpenIn(visit.db, force.id)
  return panelRecommendationsPage({
    site: visit.site,
    force,
    today,
    recommendations,
    mayAct: true,
    sent: null,
    refused: null,
    ...again,
  })
}

async function showOwn(visit: Visit, again: Again) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const recommendations = await recommendationsTo(visit.db, team.id)
  const mayAct = visit.person !== null && isAllowed(visit.person, 'answer recommendations', visit.params)
  const today = dayAt(visit.now, force.timeZone)
  return teamRecommendationsPage({
    site: visit.site,
    force,
    team,
    today,
    recommendations,
    mayAct,
    sent: null,
    refused: null,
    ...again,
  })
}

type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors }

/** What was sent is kept, or shown again with why not. */
async function take<T>(
  visit: Visit,
  read: Told<T>,
  page: (visit: Visit, again: Again) => Promise<Parameters<typeof shown>[0]>,
  act: (sql: Sql, told: T & { readonly recommendationId: string }) => Promise<void>,
): Promise<Answer> {
  const recommendationId = visit.params['id'] ?? ''
  if (!isUuid(recommendationId)) throw new Refusal('There is no such recommendation.', 404)
  const sent = { recommendationId, values: visit.form, errors: read.ok ? {} : read.errors }
  if (!read.ok) return shown(await page(visit, { sent }), 422)
  try {
    await transaction(visit.db, (sql) => act(sql, { ...read.value, recommendationId }))
  } catch (fault) {
    return shown(await page(visit, { sent, refused: standingRefusal(fault) }), 409)
  }
  return redirect(visit.path.replace(/\/[^/]+\/[^/]+$/, ''))
}

async function takeAnswer(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const { member } = await panelDeskAt(visit)
  return take(visit, readAnswer(visit.form), showOwn, (sql, told) =>
    answerRecommendation(sql, told, { ...member, teamId: team.id }),
  )
}

async function takeJudgement(visit: Visit): Promise<Answer> {
  const { member } = await panelDeskAt(visit)
  return take(visit, readJudgement(visit.form), showOpen, (sql, { decision, ...told }) =>
    judgeAnswer(sql, { ...told, isAccepted: decision === 'accept' }, member),
  )
}

async function takeTimeDecision(visit: Visit): Promise<Answer> {
  const { member } = await panelDeskAt(visit)
  return take(visit, readTimeDecision(visit.form), showOpen, (sql, { decision, ...told }) =>
    decideTime(sql, { ...told, isGranted: decision === 'grant' }, member),
  )
}

async function showLetter(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const year = visit.params['year'] ?? ''
  const rating = /^\d{4}$/.test(year) ? await closedRatingOf(visit.db, team.id, Number(year)) : null
  if (rating === null) throw new Refusal(`No panel has judged a contract of ${team.name} of that year yet.`, 404)
  const [judged, dissents, recommendations] = await Promise.all([
    judgedOf(visit.db, rating),
    dissentOf(visit.db, rating),
    recommendationsIn(visit.db, rating.roundId, rating.contractId),
  ])
  const { site } = visit
  return letterPage({ site, force, team, year: Number(year), rating, judged, dissents, recommendations })
}
