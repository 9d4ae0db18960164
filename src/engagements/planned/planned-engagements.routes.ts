import { randomUUID } from 'node:crypto'
import { bankHolidaysOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { addDays, addMonths, dayAt, parseDay, startOfMonth, type Day } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { idOf } from '../held/engagement.form.ts'
import { readAdvert, readCancelling, readMove, readPlan } from './plan-engagement.form.ts'
import { planEngagementPage } from './plan-engagement.page.ts'
import { cancelPlanned, movePlanned, noteAdvert, planEngagements, type Planner } from './plan-engagements.ts'
import { clockAt } from './planned-engagement.ts'
import { plannedEngagementPage, type Part } from './planned-engagement.page.ts'
import { advertsOf, findPlanned, plannedBetween } from './planned-engagements.sql.ts'
import { plannedMonthPage } from './planned-month.page.ts'

const events = '/desk/:force/:team/events'

/** Planning engagements, moving and cancelling them, and noting where they were advertised. */
export const plannedEngagementRoutes: readonly Route[] = [
  get(events, may('record engagements'), showMonth),
  get(`${events}/new`, may('record engagements'), askForPlan),
  post(`${events}/new`, may('record engagements'), takePlan),
  get(`${events}/:id`, may('record engagements'), showPlanned),
  post(`${events}/:id/move`, may('record engagements'), takeMove),
  post(`${events}/:id/cancel`, may('record engagements'), takeCancelling),
  post(`${events}/:id/adverts`, may('record engagements'), takeAdvert),
]

async function showMonth(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const today = dayAt(visit.now, force.timeZone)
  const month = parseDay(`${typed(visit.query, 'month')}-01`) ?? startOfMonth(today)
  const end = addDays(addMonths(month, 1), -1)
  const [planned, holidays] = await Promise.all([
    plannedBetween(visit.db, team.id, month, end),
    bankHolidaysOf(visit.db, force.id, month, end),
  ])
  return plannedMonthPage({ site: visit.site, team, month, planned, bankHolidays: holidays.map(({ day }) => day) })
}

async function askForPlan(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  return planEngagementPage({ site: visit.site, team, id: randomUUID(), values: {}, errors: {} })
}

async function takePlan(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const planner = plannerOf(visit, force.timeZone)
  const setting = { teamId: team.id, timeZone: force.timeZone, now: visit.now, today: planner.today }
  const read = readPlan(visit.form, setting)
  if (!read.ok) {
    const again = { site: visit.site, team, id: idOf(visit.form), values: visit.form, errors: read.errors }
    return shown(planEngagementPage(again), 422)
  }
  const [first] = read.value
  await transaction(visit.db, (sql) => planEngagements(sql, read.value, planner))
  return redirect(`/desk/${team.id}/events?month=${first.heldOn.slice(0, 7)}`)
}

async function showPlanned(visit: Visit): Promise<Answer> {
  return plannedPage(visit, null, {}, {})
}

async function takeMove(visit: Visit): Promise<Answer> {
  const found = await plannedAt(visit)
  const { planner, planned, force } = found
  const setting = { teamId: planned.teamId, timeZone: force.timeZone, now: visit.now, today: planner.today }
  const read = readMove(visit.form, setting)
  if (!read.ok) return shown(await plannedPage(visit, 'move', visit.form, read.errors), 422)
  return done(visit, found, (sql) => movePlanned(sql, planned, read.value, planner))
}

async function takeCancelling(visit: Visit): Promise<Answer> {
  const found = await plannedAt(visit)
  const read = readCancelling(visit.form)
  if (!read.ok) return shown(await plannedPage(visit, 'cancel', visit.form, read.errors), 422)
  return done(visit, found, (sql) => cancelPlanned(sql, found.planned, read.value, found.planner))
}

async function takeAdvert(visit: Visit): Promise<Answer> {
  const found = await plannedAt(visit)
  const read = readAdvert(visit.form, found.planner)
  if (!read.ok) return shown(await plannedPage(visit, 'adverts', visit.form, read.errors), 422)
  return done(visit, found, (sql) => noteAdvert(sql, found.planned, read.value, found.planner))
}

type Found = Awaited<ReturnType<typeof plannedAt>>

async function done(visit: Visit, { planned }: Found, work: (sql: Sql) => Promise<void>): Promise<Answer> {
  await transaction(visit.db, work)
  return redirect(`/desk/${planned.teamId}/events/${planned.id}`)
}

async function plannedAt(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const planned = await findPlanned(visit.db, team.id, visit.params['id'] ?? '')
  if (!planned) throw new Refusal(`${team.name} has planned no such engagement.`, 404)
  return { force, team, planned, planner: plannerOf(visit, force.timeZone) }
}

async function plannedPage(visit: Visit, part: Part | null, sent: FormValues, errors: FieldErrors) {
  const { force, team, planned, planner } = await plannedAt(visit)
  const adverts = await advertsOf(visit.db, planned.id)
  const { today } = planner
  const isToday = planned.heldOn === today && planned.begins <= clockAt(visit.now, force.timeZone)
  const values = { ...outOn(today), ...sent }
  return plannedEngagementPage({
    site: visit.site,
    team,
    planned,
    adverts,
    hasBegun: planned.heldOn < today || isToday,
    values,
    errors,
    part,
  })
}

function outOn(today: Day): FormValues {
  const [year = '', month = '', day = ''] = today.split('-')
  return { 'outOn-day': String(Number(day)), 'outOn-month': String(Number(month)), 'outOn-year': year }
}

const plannerOf = (visit: Visit, timeZone: string): Planner => ({
  personId: visit.person?.id ?? null,
  at: visit.now,
  today: dayAt(visit.now, timeZone),
})
