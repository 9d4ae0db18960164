import { randomUUID } from 'node:crypto'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { isAllowed, may, type Permission } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { readHotspot } from './hotspots.form.ts'
import { hotspotsPage } from './hotspots.page.ts'
import { hotspotsOf } from './hotspots.sql.ts'
import { nameHotspot } from './name-hotspot.ts'
import { idOf } from './told-engagement.ts'

const desk = '/desk/:force/:team'

/** Where crime gathers. */
export const heardRoutes: readonly Route[] = [
  get(`${desk}/hotspots`, may('see this week'), showHotspots),
  post(`${desk}/hotspots`, may('record engagements'), takeHotspot),
]

async function showHotspots(visit: Visit): Promise<Answer> {
  const { force } = await teamAt(visit.db, visit.params)
  const [year = '', month = '', day = ''] = dayAt(visit.now, force.timeZone).split('-')
  const today = { 'identifiedOn-day': String(Number(day)), 'identifiedOn-month': String(Number(month)) }
  return hotspotPage(visit, randomUUID(), { ...today, 'identifiedOn-year': year }, {})
}

async function takeHotspot(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const neighbourhoodIds = (await neighbourhoodsOf(visit.db, force.id, team.id)).map(({ id }) => id)
  const setting = { teamId: team.id, today: dayAt(visit.now, force.timeZone), neighbourhoodIds }
  const read = readHotspot(visit.form, setting)
  if (!read.ok) return shown(await hotspotPage(visit, idOf(visit.form), visit.form, read.errors), 422)
  const recorder = { personId: visit.person?.id ?? null, at: visit.now, forceId: force.id, timeZone: force.timeZone }
  await transaction(visit.db, (sql) => nameHotspot(sql, read.value, recorder))
  return redirect(`/desk/${team.id}/hotspots`)
}

async function hotspotPage(visit: Visit, id: string, values: FormValues, errors: FieldErrors) {
  const { force, team } = await teamAt(visit.db, visit.params)
  return hotspotsPage({
    site: visit.site,
    team,
    neighbourhoods: await neighbourhoodsOf(visit.db, force.id, team.id),
    hotspots: await hotspotsOf(visit.db, team.id),
    id,
    values,
    errors,
    mayRecord: allows(visit, 'record engagements'),
  })
}

const allows = ({ person, params }: Visit, permission: Permission): boolean =>
  person !== null && isAllowed(person, permission, params)
