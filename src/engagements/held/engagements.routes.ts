import { randomUUID } from 'node:crypto'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { asAdvertised } from './as-advertised.ts'
import { closeEngagement } from './close-engagement.ts'
import { idOf, readEngagement } from './told-engagement.ts'
import { methods } from '../engagement.ts'
import { hotspotFaults } from './hotspot.ts'
import { openHotspots } from './hotspots.sql.ts'
import { toldByPlan } from './told-by-plan.ts'
import { readCloseOut } from './told-close-out.ts'
import { readFootfall } from './told-footfall.ts'
import { footfallPage } from './footfall.page.ts'
import { findPlanned } from '../planned/planned-engagements.sql.ts'
import { recordEngagementPage } from './record-engagement.page.ts'
import { recordEngagement } from './record-engagement.ts'
import { findEngagement, isWithdrawn } from './recorded-engagement.sql.ts'

/** Recording an engagement, and closing one that was held but not counted. */
export const engagementRoutes: readonly Route[] = [
  get('/desk/:force/:team/engagements/new', may('record engagements'), askForEngagement),
  post('/desk/:force/:team/engagements/new', may('record engagements'), takeEngagement),
  get('/desk/:force/:team/engagements/:id/footfall', may('record engagements'), askForFootfall),
  post('/desk/:force/:team/engagements/:id/footfall', may('record engagements'), takeFootfall),
]

async function askForEngagement(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const planned = await findPlanned(visit.db, team.id, typed(visit.query, 'event'))
  if (planned) return formPage(visit, planned.id, await toldByPlan(visit.db, planned), {})
  const [year = '', month = '', day = ''] = dayAt(visit.now, force.timeZone).split('-')
  const method = methods.find((one) => one === typed(visit.query, 'method')) ?? ''
  const today = { 'heldOn-day': String(Number(day)), 'heldOn-month': String(Number(month)), 'heldOn-year': year }
  return formPage(visit, randomUUID(), { ...today, method, hotspot: typed(visit.query, 'hotspot') }, {})
}

async function takeEngagement(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const neighbourhoods = await neighbourhoodsOf(visit.db, force.id, team.id)
  const neighbourhoodIds = neighbourhoods.map(({ id }) => id)
  const setting = { teamId: team.id, timeZone: force.timeZone, now: visit.now, neighbourhoodIds }
  const read = readEngagement(visit.form, setting)
  const told = readCloseOut(visit.form, read.ok ? read.value.heldOn : null)
  const hotspot =
    read.ok && told.ok ? hotspotFaults(told.value.hotspotId, read.value, await openHotspots(visit.db, team.id)) : {}
  if (!read.ok || !told.ok || hotspot.hotspot !== undefined) {
    const errors = { ...(read.ok ? {} : read.errors), ...(told.ok ? {} : told.errors), ...hotspot }
    return shown(await formPage(visit, idOf(visit.form), visit.form, errors), 422)
  }
  const recorder = recorderOf(visit, force.id, force.timeZone)
  const engagement = await asAdvertised(visit.db, read.value)
  const isNew = await transaction(visit.db, (sql) => recordEngagement(sql, engagement, recorder, told.value))
  if (!isNew && !(await findEngagement(visit.db, team.id, read.value.id)))
    throw new Refusal('This form was sent before for another team. Open a new form and record it there.', 409)
  return redirect(`/desk/${team.id}/engagements/${read.value.id}${isNew ? '' : '?again=yes'}`)
}

async function askForFootfall(visit: Visit): Promise<Answer> {
  const { team, engagement } = await openEngagement(visit)
  return footfallPage({ site: visit.site, team, engagement, values: {}, errors: {} })
}

async function takeFootfall(visit: Visit): Promise<Answer> {
  const { force, team, engagement } = await openEngagement(visit)
  const read = readFootfall({ ...visit.form, footfall: 'counted' })
  if (!read.ok)
    return shown(footfallPage({ site: visit.site, team, engagement, values: visit.form, errors: read.errors }), 422)
  const recorder = recorderOf(visit, force.id, force.timeZone)
  await transaction(visit.db, (sql) => closeEngagement(sql, engagement, read.value, recorder))
  return redirect(`/desk/${team.id}/engagements/${engagement.id}`)
}

/** An engagement that still lacks its figures; one that has them is refused, for a figure taken down is not guessed again. */
async function openEngagement(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const engagement = await findEngagement(visit.db, team.id, visit.params['id'] ?? '')
  if (!engagement) throw new Refusal(`${team.name} has recorded no such engagement.`, 404)
  if (await isWithdrawn(visit.db, engagement.id)) throw new Refusal('This engagement was withdrawn.', 409)
  if (engagement.footfall.reached !== null) throw new Refusal('This engagement has its figures already.', 409)
  return { force, team, engagement }
}

const recorderOf = (visit: Visit, forceId: string, timeZone: string) => ({
  personId: visit.person?.id ?? null,
  at: visit.now,
  forceId,
  timeZone,
})

async function formPage(visit: Visit, id: string, values: FormValues, errors: FieldErrors) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const neighbourhoods = await neighbourhoodsOf(visit.db, force.id, team.id)
  const split = withDayParts(values)
  const hotspots = await openHotspots(visit.db, team.id)
  return recordEngagementPage({ site: visit.site, team, neighbourhoods, hotspots, id, values: split, errors })
}

/** A day sent whole (`2026-03-14`) is shown again in its three boxes; a kind is a method under another name. */
function withDayParts(values: FormValues): FormValues {
  const method = typed(values, 'method') || typed(values, 'kind')
  const whole = /^(\d+)-(\d+)-(\d+)$/.exec(typed(values, 'heldOn'))
  if (!whole) return { ...values, method }
  const [, year = '', month = '', day = ''] = whole
  return { ...values, method, 'heldOn-day': day, 'heldOn-month': month, 'heldOn-year': year }
}
