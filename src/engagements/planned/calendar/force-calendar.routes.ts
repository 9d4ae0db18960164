import { bankHolidaysOf, teamsOf } from '#areas/areas.sql.ts'
import { forceAt } from '#areas/team-at.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays, dayAt, parseDay } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { advertisingRuleOf } from '../advertising/advertising.sql.ts'
import { setCriteria } from '../assessment/assess-plans.ts'
import { criteriaOf } from '../assessment/assessment.sql.ts'
import { calendarEvents } from './calendar-events.ts'
import { forceCalendarPage } from './force-calendar.page.ts'
import { readAdvertisingRule, readCriteria } from '../advertising/force-settings.form.ts'
import { advertisingPage, criteriaPage } from '../advertising/force-settings.page.ts'
import { forcePlansBetween } from '../planned-engagements.sql.ts'
import { setAdvertising } from '../advertising/set-advertising.ts'

const settings = '/desk/:force/settings'

/** The calendar of a whole force, and what the force sets for all its plans. */
export const forceCalendarRoutes: readonly Route[] = [
  get('/desk/:force/events', may('see the force calendar'), showForce),
  get(`${settings}/advertising`, may('set advertising'), askForRule),
  post(`${settings}/advertising`, may('set advertising'), takeRule),
  get(`${settings}/assessment`, may('set advertising'), askForCriteria),
  post(`${settings}/assessment`, may('set advertising'), takeCriteria),
]

async function showForce(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const from = parseDay(typed(visit.query, 'from')) ?? dayAt(visit.now, force.timeZone)
  const span = { from, to: addDays(from, 27) }
  const [plans, teams, holidays] = await Promise.all([
    forcePlansBetween(visit.db, force.id, span.from, span.to),
    teamsOf(visit.db, force.id),
    bankHolidaysOf(visit.db, force.id, span.from, span.to),
  ])
  return forceCalendarPage({
    site: visit.site,
    force,
    span,
    events: await calendarEvents(visit.db, plans, { force, teams, span, now: visit.now }),
    bankHolidays: holidays.map(({ day }) => day),
    lacking: typed(visit.query, 'lacking') !== '',
    setsAdvertising: visit.person !== null && isAllowed(visit.person, 'set advertising', { force: force.id }),
  })
}

async function askForRule(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const { days, channels } = await advertisingRuleOf(visit.db, force.id)
  return advertisingPage(await given(visit, { days: String(days), channels: String(channels) }, {}))
}

async function takeRule(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const read = readAdvertisingRule(visit.form)
  if (!read.ok) return shown(advertisingPage(await given(visit, visit.form, read.errors)), 422)
  await transaction(visit.db, (sql) => setAdvertising(sql, force.id, read.value, actorOf(visit)))
  return redirect(`/desk/${force.id}/settings/advertising?saved=yes`)
}

async function askForCriteria(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const questions = (await criteriaOf(visit.db, force.id)).join('\n')
  return criteriaPage(await given(visit, { questions }, {}))
}

async function takeCriteria(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const read = readCriteria(visit.form)
  if (!read.ok) return shown(criteriaPage(await given(visit, visit.form, read.errors)), 422)
  await transaction(visit.db, (sql) => setCriteria(sql, force.id, read.value, actorOf(visit)))
  return redirect(`/desk/${force.id}/settings/assessment?saved=yes`)
}

const given = async (visit: Visit, values: FormValues, errors: FieldErrors) => ({
  site: visit.site,
  force: await forceAt(visit.db, visit.params),
  values,
  errors,
  saved: typed(visit.query, 'saved') !== '',
})

const actorOf = (visit: Visit) => ({ personId: visit.person?.id ?? null, at: visit.now })
