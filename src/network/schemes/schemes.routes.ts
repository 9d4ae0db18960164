import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt } from '../keeper-at.ts'
import { findOrganisation } from '../organisations.sql.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { countMembers, nameCoordinator } from './keep-scheme.ts'
import { schemePage } from './scheme.page.ts'
import { schemesPage } from './schemes.page.ts'
import { membersCounted, possibleCoordinators, schemesOf } from './schemes.sql.ts'
import { readCoordinator, readMembers } from './told-scheme.form.ts'

const schemes = '/desk/:force/:team/schemes'

/** A team's watch schemes: who is whose contact, how many members, and whether they will last. */
export const schemeRoutes: readonly Route[] = [
  get(schemes, may('keep in touch'), showList),
  get(`${schemes}/:scheme`, may('manage the network'), (visit) => onePage(visit, {}, {})),
  post(`${schemes}/:scheme/coordinator`, may('manage the network'), takeCoordinator),
  post(`${schemes}/:scheme/members`, may('manage the network'), takeMembers),
]

async function takeCoordinator(visit: Visit): Promise<Answer> {
  const { keeper, team, today, scheme } = await schemeAt(visit)
  const people = await possibleCoordinators(visit.db, team.id)
  const read = readCoordinator(
    visit.form,
    people.map(({ id }) => id),
    today,
  )
  if (!read.ok) return shown(await onePage(visit, visit.form, read.errors), 422)
  const { id, post: which, who, since } = read.value
  const told = { id, scheme, deputy: which === 'deputy', keyIndividualId: who === '' ? null : who, since }
  await transaction(visit.db, (sql) => nameCoordinator(sql, told, keeper))
  return redirect(`/desk/${team.id}/schemes`)
}

async function takeMembers(visit: Visit): Promise<Answer> {
  const { keeper, team, today, scheme } = await schemeAt(visit)
  const read = readMembers(visit.form, scheme.id, today)
  if (!read.ok) return shown(await onePage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => countMembers(sql, read.value, keeper))
  return redirect(`/desk/${team.id}/schemes`)
}

async function schemeAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const scheme = await findOrganisation(visit.db, desk.team.id, visit.params['scheme'] ?? '')
  if (scheme?.kind !== 'watch scheme') throw new Refusal(`${desk.team.name} has no such watch scheme.`, 404)
  return { ...desk, scheme }
}

async function showList(visit: Visit): Promise<Answer> {
  const { team, today } = await keeperAt(visit)
  const list = await schemesOf(visit.db, team.id, today)
  const counted = await membersCounted(
    visit.db,
    list.map(({ organisationId }) => organisationId),
  )
  const mayManage = visit.person !== null && isAllowed(visit.person, 'manage the network', visit.params)
  return schemesPage({ site: visit.site, team, today, schemes: list, counted, mayManage })
}

async function onePage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, today, scheme } = await schemeAt(visit)
  const people = (await possibleCoordinators(visit.db, team.id)).map(({ id, name, speaksFor }) => ({
    value: id,
    words: `${name}, ${speaksFor}`,
  }))
  const begun = { ...dayTyped('since', today), ...dayTyped('countedOn', today), ...values }
  return schemePage({ site: visit.site, team, scheme, people, id: idOrNew(values), values: begun, errors })
}
