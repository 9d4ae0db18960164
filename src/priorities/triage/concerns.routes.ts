import { randomUUID } from 'node:crypto'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { keeperAt } from '#network/keeper-at.ts'
import { isAllowed, may, type Permission } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { csv, redirect, shown, type Answer } from '#platform/http/answers.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Concern } from '#priorities/concern.ts'
import { concernsPage } from './concerns.page.ts'
import { concernsCounted, concernsFound, findConcern, type ConcernsAsked } from '#priorities/concerns.sql.ts'
import { prioritiesOf } from '#priorities/priorities.sql.ts'
import { rewordConcern } from './reword-concern.ts'
import { rewordPage } from './reword.page.ts'
import { tellingOf } from '#priorities/raised/telling-of.ts'
import { triageConcern } from './triage-concern.ts'
import { readSentWords, readTriage } from './triage.form.ts'
import { triagePage } from './triage.page.ts'

const concerns = '/desk/:force/:team/concerns'

/** What people raised with a team, and what becomes of it. */
export const concernRoutes: readonly Route[] = [
  get(concerns, may('see this week'), showConcerns),
  get(`${concerns}.csv`, may('see this week'), downloadConcerns),
  get(`${concerns}/:concern`, may('work on priorities'), (visit) => triageForm(visit, {}, {}, null)),
  post(`${concerns}/:concern`, may('work on priorities'), takeTriage),
  get(`${concerns}/sent/:concern/words`, may('correct evidence'), askForWords),
  post(`${concerns}/sent/:concern/words`, may('correct evidence'), takeWords),
]

const perPage = 50
/** More than a team hears in many years. */
const mostDownloaded = 50_000

async function showConcerns(visit: Visit): Promise<Answer> {
  const { force, team } = await keeperAt(visit)
  const looked = lookedFor(visit, team.id)
  const count = await concernsCounted(visit.db, looked)
  const pages = Math.max(1, Math.ceil(count / perPage))
  const current = Math.min(pages, Math.max(1, Math.trunc(Number(typed(visit.query, 'page'))) || 1))
  return concernsPage({
    site: visit.site,
    team,
    neighbourhoods: await neighbourhoodsOf(visit.db, force.id, team.id),
    looked,
    concerns: await concernsFound(visit.db, looked, { most: perPage, skip: (current - 1) * perPage }),
    count,
    current,
    pages,
    mayDecide: allows(visit, 'work on priorities'),
    mayReword: allows(visit, 'correct evidence'),
  })
}

async function downloadConcerns(visit: Visit): Promise<Answer> {
  const { team } = await keeperAt(visit)
  const found = await concernsFound(visit.db, lookedFor(visit, team.id), { most: mostDownloaded, skip: 0 })
  return csv(`concerns-${team.slug}.csv`, [
    [
      'raised_on',
      'source',
      'words',
      'neighbourhood_id',
      'neighbourhood',
      'from',
      'place',
      'decision',
      'priority',
      'id',
    ],
    ...found.map((c) => [
      c.raisedOn,
      c.source,
      c.words,
      c.neighbourhoodId,
      c.neighbourhood,
      c.title,
      c.place,
      c.decision,
      c.priorityTitle,
      c.id,
    ]),
  ])
}

/** No address holds a null character past the router, yet a query may, and the database takes none. */
function lookedFor(visit: Visit, teamId: string): ConcernsAsked {
  const asked = (name: string) => typed(visit.query, name).replaceAll('\0', '').trim().slice(0, 100)
  const which = asked('which') === 'all' ? 'all' : 'waiting'
  const ofNetwork = allows(visit, 'keep in touch')
  return { teamId, neighbourhoodId: asked('neighbourhood'), words: asked('words'), which, ofNetwork }
}

async function takeTriage(visit: Visit): Promise<Answer> {
  const { team, keeper, concern } = await concernAt(visit)
  const priorityIds = (await joinable(visit, team.id)).map(({ id }) => id)
  const newId = idTyped(visit.form)
  const read = readTriage(visit.form, { newId, neighbourhoodId: concern.neighbourhoodId, priorityIds })
  if (!read.ok) return shown(await triageForm(visit, visit.form, read.errors, null), 422)
  const telling = tellingOf(visit, team.name)
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => triageConcern(sql, concern, read.value, keeper, telling))
      return `/desk/${team.id}/${read.value.decision === 'new priority' ? `priorities/${newId}` : 'concerns'}`
    },
    (why) => triageForm(visit, visit.form, {}, why),
  )
}

async function triageForm(visit: Visit, values: FormValues, errors: FieldErrors, refused: string | null) {
  const { team, concern } = await concernAt(visit)
  const priorities = await joinable(visit, team.id)
  return triagePage({ site: visit.site, team, concern, priorities, newId: idTyped(values), values, errors, refused })
}

const idTyped = (form: FormValues): string => (isUuid(typed(form, 'newId')) ? typed(form, 'newId') : randomUUID())

const joinable = async ({ db }: Visit, teamId: string) =>
  (await prioritiesOf(db, teamId)).filter(({ state }) => !['reported back', 'closed', 'turned down'].includes(state))

async function askForWords(visit: Visit): Promise<Answer> {
  const { team, concern } = await sentAt(visit)
  return rewordPage({ site: visit.site, team, concern, words: concern.words ?? '', errors: {} })
}

async function takeWords(visit: Visit): Promise<Answer> {
  const { team, keeper, concern } = await sentAt(visit)
  const read = readSentWords(visit.form)
  const words = typed(visit.form, 'words')
  if (!read.ok) return shown(rewordPage({ site: visit.site, team, concern, words, errors: read.errors }), 422)
  await transaction(visit.db, (sql) => rewordConcern(sql, concern, read.value, keeper))
  return redirect(`/desk/${team.id}/concerns?which=all`)
}

async function sentAt(visit: Visit) {
  const found = await concernAt(visit)
  if (!['form', 'reply'].includes(found.concern.source))
    throw new Refusal('Nobody sent that by the form or with a survey.', 404)
  if (found.concern.words === null) throw new Refusal('These words were erased already.', 409)
  return found
}

/** The concern of an address; what the network said is found by those alone who keep in touch with it. */
async function concernAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const concern: Concern | null = await findConcern(visit.db, desk.team.id, visit.params['concern'] ?? '')
  if (concern === null || (concern.source === 'contact' && !allows(visit, 'keep in touch')))
    throw new Refusal(`${desk.team.name} knows of no such concern.`, 404)
  return { ...desk, concern }
}

const allows = ({ person, params }: Visit, permission: Permission): boolean =>
  person !== null && isAllowed(person, permission, params)
