import { strandsOf } from '#engagements/planned/linked-priorities.sql.ts'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { contactsOnPriority, keyContactsOf } from '#network/individuals/priority-contacts.sql.ts'
import { keeperAt } from '#network/keeper-at.ts'
import { organisationsOf } from '#network/organisations.sql.ts'
import { possibleOwners } from '#people/team/team-people.sql.ts'
import { isAllowed, type Permission } from '#people/permissions.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { concernsOfPriority } from '#priorities/concerns.sql.ts'
import { saidNotFixed } from '#priorities/raised/concerns-sent.sql.ts'
import { actionsOf, partnersOf, stepsOf, updatesOf } from './course.sql.ts'
import { findPriority } from '#priorities/priorities.sql.ts'
import { callsLeft } from './report-back.ts'

/** The priority of an address at the desk; throws a Refusal (404) where the team has none such. */
export async function priorityAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const priority = await findPriority(visit.db, desk.team.id, visit.params['priority'] ?? '')
  if (!priority) throw new Refusal(`${desk.team.name} has no such priority.`, 404)
  return { ...desk, priority }
}

/** All that the page of a priority shows. */
export async function deskOfPriority(visit: Visit, refused: string | null) {
  const { db, site } = visit
  const { force, team, priority } = await priorityAt(visit)
  const concerns = await concernsOfPriority(db, team.id, priority.id)
  const places = await neighbourhoodsOf(db, force.id, team.id)
  return {
    site,
    team,
    timeZone: force.timeZone,
    priority,
    neighbourhood: places.find(({ id }) => id === priority.neighbourhoodId)?.name ?? null,
    hasStrand: (await strandsOf(db, team.id, [priority.about])).length > 0,
    concerns,
    calls: callsLeft(concerns),
    actions: await actionsOf(db, priority.id),
    partners: await partnersOf(db, priority.id),
    contacts: await contactsOnPriority(db, priority.id),
    updates: await updatesOf(db, priority.id),
    taken: await stepsOf(db, priority.id),
    notFixed: await saidNotFixed(db, priority.id),
    mayWork: allows(visit, 'work on priorities'),
    maySet: allows(visit, 'set priorities'),
    ofNetwork: allows(visit, 'keep in touch'),
    refused,
  }
}

/** What the forms of a team's priorities offer: its neighbourhoods, its partners and key contacts, and who may be tasked. */
export async function offeredAt(visit: Visit) {
  const { force, team } = await keeperAt(visit)
  const organisations = await organisationsOf(visit.db, force.id, team.id)
  const partners = organisations
    .filter(({ kind }) => kind !== 'school')
    .map(({ id, name }) => ({ value: id, words: name }))
  const contacts = (await keyContactsOf(visit.db, team.id)).map(({ id, name, speaksFor }) => ({
    value: id,
    words: speaksFor === '' ? name : `${name}, for ${speaksFor}`,
  }))
  const colleagues = await possibleOwners(visit.db, team.id)
  return {
    neighbourhoods: await neighbourhoodsOf(visit.db, force.id, team.id),
    partners,
    contacts,
    people: [
      ...colleagues.map(({ id, name }) => ({ value: `person/${id}`, words: name })),
      ...partners.map(({ value, words }) => ({ value: `organisation/${value}`, words })),
    ],
  }
}

/** With whom a priority is worked on already, by their ids. */
export async function workedOnWith({ db }: Visit, priorityId: string) {
  const [partners, contacts] = await Promise.all([partnersOf(db, priorityId), contactsOnPriority(db, priorityId)])
  return { partners: partners.map(({ id }) => id), contacts: contacts.map(({ id }) => id) }
}

export const allows = ({ person, params }: Visit, permission: Permission): boolean =>
  person !== null && isAllowed(person, permission, params)
