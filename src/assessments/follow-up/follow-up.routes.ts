import { teamAt } from '#areas/team-at.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { peopleForTeam } from '#people/people.sql.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import type { FieldErrors } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { TeamMember } from '#assessments/recommendations/open-to-team.ts'
import { panelDeskAt, standingRefusal } from '#assessments/rounds/panel-desk.ts'
import { findRecommendation } from '#assessments/recommendations/recommendations.sql.ts'
import { askForTime } from './ask-for-time.ts'
import { offeredFor } from './evidence-offered.ts'
import { readClosure, readOwner, readTimeAsked } from './follow-up.form.ts'
import { followUpPage, type FollowedUp } from './follow-up.page.ts'
import { proposeClosure } from './propose-closure.ts'
import { reassignOwner } from './reassign-owner.ts'

const one = '/desk/:force/:team/recommendations/:id'
const answers = may('answer recommendations')

/** What becomes of a recommendation after its first answer (R49): evidence that closes it, more time, another owner. */
export const followUpRoutes: readonly Route[] = [
  get(one, may('see this week'), (visit) => show(visit, {})),
  post(`${one}/closure`, answers, (visit) => take(visit, readClosure(visit.form), proposeClosure)),
  post(`${one}/time`, answers, (visit) => take(visit, readTimeAsked(visit.form), askForTime)),
  post(`${one}/owner`, answers, (visit) => take(visit, readOwner(visit.form), reassignOwner)),
]

async function found(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const id = visit.params['id'] ?? ''
  const recommendation = isUuid(id) ? await findRecommendation(visit.db, id) : null
  if (recommendation?.teamId !== team.id) throw new Refusal('There is no such recommendation to this team.', 404)
  return { force, team, recommendation }
}

type Again = Partial<Pick<FollowedUp, 'values' | 'errors' | 'refused'>>

async function show(visit: Visit, again: Again) {
  const { force, team, recommendation } = await found(visit)
  const { today } = await panelDeskAt(visit)
  return followUpPage({
    site: visit.site,
    force,
    team,
    today,
    recommendation,
    offered: await offeredFor(visit.db, recommendation),
    people: await peopleForTeam(visit.db, force.id, team.id),
    mayAct: visit.person !== null && isAllowed(visit.person, 'answer recommendations', visit.params),
    id: idOrNew(visit.form),
    values: {},
    errors: {},
    refused: null,
    ...again,
  })
}

type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors }

/** What was sent is kept, or shown again with why not. */
async function take<T>(
  visit: Visit,
  read: Told<T>,
  act: (sql: Sql, told: T & { readonly recommendationId: string }, member: TeamMember) => Promise<void>,
): Promise<Answer> {
  const { team, recommendation } = await found(visit)
  const { member } = await panelDeskAt(visit)
  if (!read.ok) return shown(await show(visit, { values: visit.form, errors: read.errors }), 422)
  const told = { ...read.value, recommendationId: recommendation.id }
  try {
    await transaction(visit.db, (sql) => act(sql, told, { ...member, teamId: team.id }))
  } catch (fault) {
    const refused = standingRefusal(fault)
    return shown(await show(visit, { values: visit.form, refused }), fault instanceof Refusal ? fault.status : 409)
  }
  return redirect(`/desk/${team.id}/recommendations/${recommendation.id}`)
}
