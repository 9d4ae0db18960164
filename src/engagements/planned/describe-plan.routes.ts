import { may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { assessPlans } from './assessment/assess-plans.ts'
import { readAnswers } from './assessment/assessment.form.ts'
import { answeredAs, assessmentPage } from './assessment/assessment.page.ts'
import { answersOf, criteriaOf } from './assessment/assessment.sql.ts'
import { changePlanPage, describedAs } from './change-plan.page.ts'
import { linkPriorities } from './link-priorities.ts'
import { openPriorities, prioritiesOf } from './linked-priorities.sql.ts'
import { datesMeant, isStale, openPlanAt } from './plan-at.ts'
import { readDescription, readPriorities } from './plan-changes.form.ts'
import { changedMeanwhile, describePlans } from './plan-engagements.ts'

const plan = '/desk/:force/:team/events/:id'

/** Describing a plan anew, and answering the assessment criteria of it (D10.1). */
export const describePlanRoutes: readonly Route[] = [
  get(`${plan}/change`, may('record engagements'), askForChange),
  post(`${plan}/change`, may('record engagements'), takeChange),
  get(`${plan}/assessment`, may('record engagements'), askForAnswers),
  post(`${plan}/assessment`, may('record engagements'), takeAnswers),
]

async function askForChange(visit: Visit): Promise<Answer> {
  const { planned } = await openPlanAt(visit)
  const linked = await prioritiesOf(visit.db, planned.id)
  const priorities = linked.map(({ priority }) => priority)
  return changePage(visit, describedAs(planned, priorities), {})
}

async function takeChange(visit: Visit): Promise<Answer> {
  const { planned } = await openPlanAt(visit)
  if (isStale(visit.form, planned)) return conflict(visit)
  const read = readDescription(visit.form)
  if (!read.ok) return shown(await changePage(visit, visit.form, read.errors), 422)
  try {
    await transaction(visit.db, (sql) => change(sql, visit, read.value))
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return conflict(visit)
    throw error
  }
  return redirect(`/desk/${planned.teamId}/events/${planned.id}`)
}

type Told = Parameters<typeof describePlans>[2]

async function change(sql: Sql, visit: Visit, told: Told): Promise<void> {
  const { planned, planner } = await openPlanAt(visit)
  const dates = await datesMeant(sql, planned, visit.form, 'dates-change')
  await describePlans(sql, dates, told, planner)
  const chosen = readPriorities(visit.form)
  const linked = (await prioritiesOf(sql, planned.id)).map(({ priority }) => priority)
  const isSame = chosen.toSorted().join('\n') === linked.toSorted().join('\n')
  if (!isSame || dates.length > 1) await linkPriorities(sql, dates, chosen, planner)
}

const conflict = async (visit: Visit): Promise<Answer> =>
  shown(await changePage(visit, visit.form, { title: changedMeanwhile }), 409)

async function changePage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, planned } = await openPlanAt(visit)
  const priorities = await openPriorities(visit.db, team.id)
  return changePlanPage({ site: visit.site, team, planned, priorities, values, errors })
}

async function askForAnswers(visit: Visit): Promise<Answer> {
  const { force, planned } = await openPlanAt(visit)
  const [criteria, answers] = await Promise.all([criteriaOf(visit.db, force.id), answersOf(visit.db, planned.id)])
  return answersPage(visit, answeredAs(criteria, answers), {})
}

async function takeAnswers(visit: Visit): Promise<Answer> {
  const { force, planned, planner } = await openPlanAt(visit)
  const read = readAnswers(visit.form, await criteriaOf(visit.db, force.id))
  if (!read.ok) return shown(await answersPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, async (sql) => {
    const dates = await datesMeant(sql, planned, visit.form, 'dates-assessment')
    await assessPlans(sql, dates, read.value, planner)
  })
  return redirect(`/desk/${planned.teamId}/events/${planned.id}`)
}

async function answersPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { force, team, planned } = await openPlanAt(visit)
  const criteria = await criteriaOf(visit.db, force.id)
  return assessmentPage({ site: visit.site, team, planned, criteria, values, errors })
}
