import { randomUUID } from 'node:crypto'
import { bankHolidaysOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addMonths, dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { idOf } from '../held/told-engagement.ts'
import { plansOfPerson } from './people/assigned-people.sql.ts'
import { calendarEvents } from './calendar/calendar-events.ts'
import { shownAs } from './calendar/calendar.ts'
import { describePlanRoutes } from './describe-plan.routes.ts'
import { forceCalendarRoutes } from './calendar/force-calendar.routes.ts'
import { linkPriorities } from './link-priorities.ts'
import { openPriorities } from './linked-priorities.sql.ts'
import { plannerOf } from './plan-at.ts'
import { readPriorities } from './plan-changes.form.ts'
import { readPlan } from './plan-engagement.form.ts'
import { planEngagementPage } from './plan-engagement.page.ts'
import { planEngagements } from './plan-engagements.ts'
import { planRoutes } from './plan.routes.ts'
import { plannedBetween } from './planned-engagements.sql.ts'
import { mostMonths } from './repeat/repeat.ts'
import { teamCalendarPage } from './calendar/team-calendar.page.ts'

const events = '/desk/:force/:team/events'

/** The calendar of a team and of its force, and planning what is in it. */
export const plannedEngagementRoutes: readonly Route[] = [
  ...forceCalendarRoutes,
  get(events, may('record engagements'), showCalendar),
  get(`${events}/new`, may('record engagements'), askForPlan),
  post(`${events}/new`, may('record engagements'), takePlan),
  ...planRoutes,
  ...describePlanRoutes,
]

async function showCalendar(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const asked = {
    view: typed(visit.query, 'view'),
    from: typed(visit.query, 'from'),
    month: typed(visit.query, 'month'),
  }
  const { view, span } = shownAs(asked, dayAt(visit.now, force.timeZone))
  const mine = typed(visit.query, 'mine') !== ''
  const [planned, holidays, own] = await Promise.all([
    plannedBetween(visit.db, team.id, span.from, span.to),
    bankHolidaysOf(visit.db, force.id, span.from, span.to),
    plansOfPerson(visit.db, team.id, visit.person?.id ?? '', span.from, span.to),
  ])
  const all = await calendarEvents(visit.db, planned, { force, teams: [team], span, now: visit.now })
  const listed = mine ? all.filter((event) => own.some(({ id }) => id === event.planned.id)) : all
  return teamCalendarPage({
    site: visit.site,
    team,
    view,
    span,
    events: listed,
    bankHolidays: holidays.map(({ day }) => day),
    mine,
    seesForce: visit.person !== null && isAllowed(visit.person, 'see the force calendar', { force: force.id }),
  })
}

async function askForPlan(visit: Visit): Promise<Answer> {
  return planForm(visit, randomUUID(), visit.query, {})
}

async function takePlan(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const planner = plannerOf(visit, force)
  const { today } = planner
  const holidays = await bankHolidaysOf(visit.db, force.id, today, addMonths(today, 2 * mostMonths))
  const bankHolidays = holidays.map(({ day }) => day)
  const setting = { teamId: team.id, timeZone: force.timeZone, now: visit.now, today, bankHolidays }
  const read = readPlan(visit.form, setting)
  if (!read.ok) return shown(await planForm(visit, idOf(visit.form), visit.form, read.errors), 422)
  const [first] = read.value
  const chosen = readPriorities(visit.form)
  await transaction(visit.db, async (sql) => {
    const isNew = await planEngagements(sql, read.value, planner)
    if (isNew && chosen.length > 0) await linkPriorities(sql, read.value, chosen, planner)
  })
  return redirect(`/desk/${team.id}/events?month=${first.heldOn.slice(0, 7)}`)
}

async function planForm(visit: Visit, id: string, values: FormValues, errors: FieldErrors) {
  const { team } = await teamAt(visit.db, visit.params)
  const priorities = await openPriorities(visit.db, team.id)
  return planEngagementPage({ site: visit.site, team, id, priorities, values, errors })
}
