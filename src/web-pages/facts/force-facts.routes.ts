import { may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import type { Html } from '#platform/html.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { methodFields, seniorOfficerFields } from './facts-fields.page.ts'
import { forceFactsPage } from './force-facts.page.ts'
import { engagementMethodsOf, findForceFacts, seniorOfficersOf } from './force-facts.sql.ts'
import {
  keepEngagementMethod,
  keepForceFacts,
  keepSeniorOfficer,
  removeEngagementMethod,
  removeSeniorOfficer,
  setIntervals,
} from './keep-force-facts.ts'
import { keptFactRoutes } from './kept-fact.routes.ts'
import { meanwhilePart } from './meanwhile.part.ts'
import { begunWith, keepUnlessChanged, printOf } from './meanwhile.ts'
import { forceDeskOf } from './page-desk.ts'
import { quarter, webSections } from './section.ts'
import { sectionIntervals } from './sections.sql.ts'
import { readForceFacts, readIntervals, readMethod, readSeniorOfficer } from './told-facts.form.ts'

const desk = '/desk/:force/page'
const keep = may('keep what the force says')

async function forceDesk(visit: Visit) {
  const { force, keeper } = await forceDeskOf(visit)
  return { caption: force.name, home: `/desk/${force.id}/page`, back: 'What the force says', keeper }
}

const forceIdOf = ({ params }: Visit): string => params['force'] ?? ''
const placeTyped = (place: number): string => (place === 0 ? '' : String(place))

/** What a whole force says of itself, and how often its teams look at their pages. */
export const forceFactRoutes: readonly Route[] = [
  get(desk, keep, async (visit) => factsOf(visit, null, {})),
  post(desk, keep, takeFacts),
  post(`${desk}/intervals`, keep, takeIntervals),
  ...keptFactRoutes({
    path: `${desk}/methods`,
    list: 'methods',
    guard: keep,
    called: 'way to engage',
    desk: forceDesk,
    all: async (sql, visit) => engagementMethodsOf(sql, forceIdOf(visit)),
    read: readMethod,
    typed: (method) => ({ ...method, place: placeTyped(method.place) }),
    fields: methodFields,
    keep: keepEngagementMethod,
    remove: removeEngagementMethod,
  }),
  ...keptFactRoutes({
    path: `${desk}/senior-officers`,
    list: 'senior-officers',
    guard: keep,
    called: 'senior officer',
    desk: forceDesk,
    all: async (sql, visit) => seniorOfficersOf(sql, forceIdOf(visit)),
    read: readSeniorOfficer,
    typed: ({ contact, place, ...told }) => ({ ...told, ...contact, place: placeTyped(place) }),
    fields: seniorOfficerFields,
    keep: keepSeniorOfficer,
    remove: removeSeniorOfficer,
  }),
]

async function takeFacts(visit: Visit): Promise<Answer> {
  const { keeper } = await forceDeskOf(visit)
  const read = readForceFacts(visit.form)
  if (!read.ok) return shown(await factsOf(visit, visit.form, read.errors), 422)
  const now = async (sql: Sql) => ({ ...(await findForceFacts(sql, keeper.forceId)) })
  const held = { about: `${keeper.forceId}/facts`, form: visit.form, now }
  const stands = await keepUnlessChanged(visit.db, held, (sql) => keepForceFacts(sql, read.value, keeper))
  if (stands === null) return redirect(`/desk/${keeper.forceId}/page`)
  const again = { ...visit.form, was: printOf(stands) }
  return shown(await factsOf(visit, again, {}, meanwhilePart(stands, visit.form)), 409)
}

async function takeIntervals(visit: Visit): Promise<Answer> {
  const { keeper } = await forceDeskOf(visit)
  const read = readIntervals(visit.form)
  if (!read.ok) return shown(await factsOf(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => setIntervals(sql, read.value, keeper))
  return redirect(`/desk/${keeper.forceId}/page`)
}

async function factsOf(visit: Visit, typed: FormValues | null, errors: FieldErrors, meanwhile: Html | false = false) {
  const { force } = await forceDeskOf(visit)
  const [facts, methods, officers, intervals] = await Promise.all([
    findForceFacts(visit.db, force.id),
    engagementMethodsOf(visit.db, force.id),
    seniorOfficersOf(visit.db, force.id),
    sectionIntervals(visit.db, force.id),
  ])
  const days = Object.fromEntries(
    webSections.map(({ section, slug }) => [slug, String(intervals.get(section) ?? quarter)]),
  )
  const values = { ...begunWith({ ...facts }), ...days, ...typed }
  return forceFactsPage({ site: visit.site, force, methods, officers, values, errors, meanwhile })
}
