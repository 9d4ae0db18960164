import { may } from '#people/permissions.ts'
import { peopleForTeam } from '#people/people.sql.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { partsOfDay } from './day-parts.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { advertisingRuleOf } from './advertising/advertising.sql.ts'
import { readAssigned } from './people/assign-people.form.ts'
import { assignPerson, takeOff } from './people/assign-people.ts'
import { assignedTo } from './people/assigned-people.sql.ts'
import { answersOf, criteriaOf } from './assessment/assessment.sql.ts'
import { calendarEvents } from './calendar/calendar-events.ts'
import { openPriorities, prioritiesOf } from './linked-priorities.sql.ts'
import { datesMeant, isStale, openPlanAt, planAt } from './plan-at.ts'
import { readAdvert, readCancelling, readMove } from './plan-changes.form.ts'
import { cancelPlans, changedMeanwhile, movePlans, noteAdvert } from './plan-engagements.ts'
import { hasBegun } from './planned-engagement.ts'
import { plannedEngagementPage, type KnownOfPlan, type Part } from './planned-engagement.page.ts'
import { advertsOf, plannedBetween } from './planned-engagements.sql.ts'

const plan = '/desk/:force/:team/events/:id'

/** One plan at the desk: looking at it, moving and cancelling it, where it was advertised, and who will be there. */
export const planRoutes: readonly Route[] = [
  get(plan, may('record engagements'), showPlanned),
  post(`${plan}/move`, may('record engagements'), takeMove),
  post(`${plan}/cancel`, may('record engagements'), takeCancelling),
  post(`${plan}/adverts`, may('record engagements'), takeAdvert),
  post(`${plan}/people`, may('record engagements'), takePerson),
  post(`${plan}/people/:assigned/remove`, may('record engagements'), takePersonOff),
]

async function showPlanned(visit: Visit): Promise<Answer> {
  return planPage(visit, null, {}, {})
}

async function takeMove(visit: Visit): Promise<Answer> {
  const { planned, planner, force } = await openPlanAt(visit)
  if (isStale(visit.form, planned)) return conflict(visit, 'move')
  const setting = { teamId: planned.teamId, timeZone: force.timeZone, now: visit.now, today: planner.today }
  const read = readMove(visit.form, setting)
  if (!read.ok) return shown(await planPage(visit, 'move', visit.form, read.errors), 422)
  return done(visit, 'move', async (sql) =>
    movePlans(sql, await datesMeant(sql, planned, visit.form, 'dates-move'), read.value, planner),
  )
}

async function takeCancelling(visit: Visit): Promise<Answer> {
  const { planned, planner } = await openPlanAt(visit)
  if (isStale(visit.form, planned)) return conflict(visit, 'cancel')
  const read = readCancelling(visit.form)
  if (!read.ok) return shown(await planPage(visit, 'cancel', visit.form, read.errors), 422)
  return done(visit, 'cancel', async (sql) =>
    cancelPlans(sql, await datesMeant(sql, planned, visit.form, 'dates-cancel'), read.value, planner),
  )
}

async function takeAdvert(visit: Visit): Promise<Answer> {
  const { planned, planner } = await planAt(visit)
  const read = readAdvert(visit.form, planner)
  if (!read.ok) return shown(await planPage(visit, 'adverts', visit.form, read.errors), 422)
  return done(visit, 'adverts', (sql) => noteAdvert(sql, planned, read.value, planner))
}

async function takePerson(visit: Visit): Promise<Answer> {
  const { force, team, planned, planner } = await openPlanAt(visit)
  const read = readAssigned(visit.form, await peopleForTeam(visit.db, force.id, team.id))
  if (!read.ok) return shown(await planPage(visit, 'people', visit.form, read.errors), 422)
  return done(visit, 'people', async (sql) =>
    assignPerson(sql, await datesMeant(sql, planned, visit.form, 'dates-people'), read.value, planner),
  )
}

async function takePersonOff(visit: Visit): Promise<Answer> {
  const { planned, planner } = await openPlanAt(visit)
  return done(visit, 'people', (sql) => takeOff(sql, planned.id, visit.params['assigned'] ?? '', planner))
}

/** Does it and shows the plan; where somebody else was quicker, the form comes back as it was typed. */
async function done(visit: Visit, part: Part, work: (sql: Sql) => Promise<void>): Promise<Answer> {
  try {
    await transaction(visit.db, work)
  } catch (error) {
    if (error instanceof Refusal && error.status === 409 && part !== 'people') return conflict(visit, part)
    throw error
  }
  const { force = '', team = '', id = '' } = visit.params
  return redirect(`/desk/${force}/${team}/events/${id}`)
}

const firstField = { move: 'heldOn', cancel: 'why', adverts: 'channel', people: 'part' } as const

const conflict = async (visit: Visit, part: Part): Promise<Answer> =>
  shown(await planPage(visit, part, visit.form, { [firstField[part]]: changedMeanwhile }), 409)

async function planPage(visit: Visit, part: Part | null, sent: FormValues, errors: FieldErrors) {
  const { team, planned, planner } = await planAt(visit)
  const values = { ...partsOfDay('outOn', planner.today), ...sent }
  return plannedEngagementPage({ ...(await knownOf(visit)), site: visit.site, team, planned, values, errors, part })
}

async function knownOf(visit: Visit): Promise<KnownOfPlan> {
  const { force, team, planned, planner } = await planAt(visit)
  const { db, now } = visit
  const span = { from: planned.heldOn, to: planned.heldOn }
  const sameDay = await plannedBetween(db, team.id, span.from, span.to)
  const [adverts, rule, assigned, people, open, linked, criteria, answers, events] = await Promise.all([
    advertsOf(db, planned.id),
    advertisingRuleOf(db, force.id),
    assignedTo(db, [planned.id]),
    peopleForTeam(db, force.id, team.id),
    openPriorities(db, team.id),
    prioritiesOf(db, planned.id),
    criteriaOf(db, force.id),
    answersOf(db, planned.id),
    calendarEvents(db, sameDay, { force, teams: [team], span, now }),
  ])
  return {
    adverts,
    rule,
    today: planner.today,
    assigned,
    people,
    priorities: open.filter(({ about }) => linked.some(({ priority }) => priority === about)),
    assessment: {
      answered: criteria.filter((asked) => answers.some(({ question }) => question === asked)).length,
      asked: criteria.length,
    },
    clashes: events.find((event) => event.planned.id === planned.id)?.clashes ?? [],
    hasBegun: hasBegun(planned, now, force.timeZone),
  }
}
