import { randomUUID } from 'node:crypto'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contactsOf } from '../contacts.sql.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { findOrganisation } from '../organisations.sql.ts'
import { holdersOf } from '../posts.sql.ts'
import { relationshipsWithin } from '../relationships.sql.ts'
import { idOrNew } from '../typed-parts.ts'
import { organisationFormPage } from './organisation-form.page.ts'
import { organisationPage } from './organisation.page.ts'
import { asTyped, readOrganisation } from './told-organisation.form.ts'

const organisations = '/desk/:force/:team/network/organisations'

/** Organisations: adding, seeing and changing them. */
export const organisationRoutes: readonly Route[] = [
  get(`${organisations}/new`, may('manage the network'), (visit) => formPage(visit, randomUUID(), true, {}, {})),
  post(`${organisations}/new`, may('manage the network'), takeNew),
  get(`${organisations}/:id`, may('keep in touch'), showOrganisation),
  get(`${organisations}/:id/change`, may('manage the network'), askForChange),
  post(`${organisations}/:id/change`, may('manage the network'), takeChange),
]

async function takeNew(visit: Visit): Promise<Answer> {
  const { keeper, team, force } = await keeperAt(visit)
  const id = idOrNew(visit.form)
  const read = readOrganisation(visit.form, { id, forceId: force.id, teamId: team.id, held: null })
  if (!read.ok) return shown(await formPage(visit, id, true, visit.form, read.errors), 422)
  if (!(await findOrganisation(visit.db, team.id, id)))
    await transaction(visit.db, (sql) => keepOrganisation(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/organisations/${id}`)
}

async function showOrganisation(visit: Visit): Promise<Answer> {
  const { team, today, organisation } = await organisationAt(visit)
  const relationships = await relationshipsWithin(visit.db, team.id, organisation.id)
  const [holders, contacts] = await Promise.all([
    holdersOf(visit.db, organisation.id),
    contactsOf(
      visit.db,
      relationships.map(({ id }) => id),
      50,
    ),
  ])
  const mayManage = visit.person !== null && isAllowed(visit.person, 'manage the network', visit.params)
  const { site } = visit
  return organisationPage({ site, team, today, organisation, relationships, holders, contacts, mayManage })
}

async function askForChange(visit: Visit): Promise<Answer> {
  const { organisation } = await organisationAt(visit)
  return formPage(visit, organisation.id, false, asTyped(organisation), {})
}

async function takeChange(visit: Visit): Promise<Answer> {
  const { keeper, team, organisation: held } = await organisationAt(visit)
  const { id, forceId, teamId } = held
  const read = readOrganisation(visit.form, { id, forceId, teamId, held })
  if (!read.ok) return shown(await formPage(visit, id, false, { ...visit.form, kind: held.kind }, read.errors), 422)
  await transaction(visit.db, (sql) => keepOrganisation(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/organisations/${id}`)
}

async function organisationAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const organisation = await findOrganisation(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!organisation) throw new Refusal(`${desk.team.name} keeps in touch with no such organisation.`, 404)
  return { ...desk, organisation }
}

async function formPage(visit: Visit, id: string, isNew: boolean, values: FormValues, errors: FieldErrors) {
  const { team } = await keeperAt(visit)
  return organisationFormPage({ site: visit.site, team, id, isNew, values, errors })
}
