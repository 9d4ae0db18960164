import { randomUUID } from 'node:crypto'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { appointToPost, endPost } from '../appoint-to-post.ts'
import { contactsOf } from '../contacts.sql.ts'
import { noteDayPage } from '../contacts/note-day.page.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { findKeyIndividual } from '../key-individuals.sql.ts'
import { organisationsOf } from '../organisations.sql.ts'
import { postsHeldBy } from '../posts.sql.ts'
import { relationshipsThrough } from '../relationships.sql.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { individualFormPage } from './individual-form.page.ts'
import { individualPage } from './individual.page.ts'
import { readAppointment, readEndOfPost } from './told-appointment.form.ts'
import { asTyped, newIndividual, readIndividual } from './told-individual.form.ts'

const individuals = '/desk/:force/:team/network/individuals'

/** Key individuals: adding, seeing and changing them, and the posts they take and leave. */
export const keyIndividualRoutes: readonly Route[] = [
  get(`${individuals}/new`, may('keep in touch'), askForNew),
  post(`${individuals}/new`, may('keep in touch'), takeNew),
  get(`${individuals}/:id`, may('keep in touch'), (visit) => individualAt(visit, {}, {})),
  get(`${individuals}/:id/change`, may('keep in touch'), askForChange),
  post(`${individuals}/:id/change`, may('keep in touch'), takeChange),
  post(`${individuals}/:id/posts`, may('manage the network'), takeAppointment),
  get(`${individuals}/:id/posts/:held/end`, may('manage the network'), (visit) => endPage(visit, null, {})),
  post(`${individuals}/:id/posts/:held/end`, may('manage the network'), takeEnd),
]

async function askForNew(visit: Visit): Promise<Answer> {
  const { today } = await keeperAt(visit)
  const forPost = typed(visit.query, 'organisation') === '' ? {} : { standsFor: 'a post' }
  const values = { ...newIndividual(today), ...forPost, organisation: typed(visit.query, 'organisation') }
  return formPage(visit, randomUUID(), true, values, {})
}

async function takeNew(visit: Visit): Promise<Answer> {
  const { keeper, today, team, force } = await keeperAt(visit)
  const id = idOrNew(visit.form)
  const neighbourhoodIds = (await neighbourhoodsOf(visit.db, force.id, team.id)).map((one) => one.id)
  const setting = { id, forceId: force.id, teamId: team.id, today, neighbourhoodIds, held: null }
  const read = readIndividual(visit.form, setting)
  if (!read.ok) return shown(await formPage(visit, id, true, visit.form, read.errors), 422)
  const { person, forPostAlone } = read.value
  if (!(await findKeyIndividual(visit.db, team.id, id)))
    await transaction(visit.db, (sql) => keepKeyIndividual(sql, person, keeper, { forPostAlone }))
  const organisation = typed(visit.form, 'organisation')
  const further = organisation === '' ? '' : `?organisation=${encodeURIComponent(organisation)}#appoint`
  return redirect(`${networkOf(team.id)}/individuals/${id}${further}`)
}

async function askForChange(visit: Visit): Promise<Answer> {
  const { person } = await personAt(visit)
  return formPage(visit, person.id, false, asTyped(person), {})
}

async function takeChange(visit: Visit): Promise<Answer> {
  const { keeper, today, team, force, person: held } = await personAt(visit)
  const neighbourhoodIds = (await neighbourhoodsOf(visit.db, force.id, team.id)).map((one) => one.id)
  const setting = { id: held.id, forceId: force.id, teamId: team.id, today, neighbourhoodIds, held }
  const read = readIndividual({ ...visit.form, standsFor: asTyped(held)['standsFor'] ?? '' }, setting)
  if (!read.ok) return shown(await formPage(visit, held.id, false, visit.form, read.errors), 422)
  const { person, forPostAlone } = read.value
  await transaction(visit.db, (sql) => keepKeyIndividual(sql, person, keeper, { forPostAlone }))
  return redirect(`${networkOf(team.id)}/individuals/${held.id}`)
}

async function takeAppointment(visit: Visit): Promise<Answer> {
  const { keeper, today, team, force, person } = await personAt(visit)
  const organisations = await organisationsOf(visit.db, force.id, team.id)
  const read = readAppointment(visit.form, { keyIndividualId: person.id, organisations, today })
  if (!read.ok) return shown(await individualAt(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => appointToPost(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/individuals/${person.id}`)
}

async function takeEnd(visit: Visit): Promise<Answer> {
  const { keeper, today, team, person, held } = await heldAt(visit)
  const read = readEndOfPost(visit.form, { since: held.since, today })
  if (!read.ok) return shown(await endPage(visit, visit.form, read.errors), 422)
  const { id, postId } = held
  await transaction(visit.db, (sql) => endPost(sql, { id, postId, until: read.value }, keeper))
  return redirect(`${networkOf(team.id)}/individuals/${person.id}`)
}

async function personAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const person = await findKeyIndividual(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!person) throw new Refusal(`${desk.team.name} keeps in touch with no such person.`, 404)
  return { ...desk, person }
}

async function heldAt(visit: Visit) {
  const desk = await personAt(visit)
  const held = (await postsHeldBy(visit.db, desk.person.id)).find(({ id }) => id === visit.params['held'])
  if (!held) throw new Refusal('They never held that post.', 404)
  return { ...desk, held }
}

async function individualAt(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { force, team, today, person } = await personAt(visit)
  const relationships = await relationshipsThrough(visit.db, team.id, person.id)
  const [neighbourhoods, organisations, posts, contacts] = await Promise.all([
    neighbourhoodsOf(visit.db, force.id, team.id),
    organisationsOf(visit.db, force.id, team.id),
    postsHeldBy(visit.db, person.id),
    contactsOf(
      visit.db,
      relationships.map(({ id }) => id),
      50,
    ),
  ])
  const begun = { organisation: typed(visit.query, 'organisation'), ...dayTyped('since', today), ...values }
  const mayManage = visit.person !== null && isAllowed(visit.person, 'manage the network', visit.params)
  const maySeeSensitive = visit.person !== null && isAllowed(visit.person, 'see sensitive facts', visit.params)
  const appointmentId = idOrNew(values)
  const known = { site: visit.site, team, today, person, relationships, neighbourhoods, organisations, posts, contacts }
  return individualPage({ ...known, mayManage, maySeeSensitive, values: begun, errors, appointmentId })
}

async function formPage(visit: Visit, id: string, isNew: boolean, values: FormValues, errors: FieldErrors) {
  const { force, team } = await keeperAt(visit)
  const neighbourhoods = await neighbourhoodsOf(visit.db, force.id, team.id)
  const organisationId = typed(values, 'organisation')
  return individualFormPage({ site: visit.site, team, neighbourhoods, id, isNew, organisationId, values, errors })
}

async function endPage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { team, today, person, held } = await heldAt(visit)
  const address = `${networkOf(team.id)}/individuals/${person.id}`
  return noteDayPage({
    site: visit.site,
    title: 'They left a post',
    about: `${held.role} of ${held.organisation}`,
    name: 'until',
    legend: 'Their last day in the post',
    action: `${address}/posts/${held.id}/end`,
    back: { href: address, words: person.name },
    button: 'Save',
    values: values ?? dayTyped('until', today),
    errors,
  })
}
