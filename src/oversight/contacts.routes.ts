import { teamAt } from '#areas/team-at.ts'
import { findContact } from '#network/contacts.sql.ts'
import { evidenceOfContact } from '#network/log-contact.ts'
import { findRelationship } from '#network/relationships.sql.ts'
import { may } from '#people/permissions.ts'
import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import type { Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractOn, standingOf } from './contract-on.ts'
import { countsTowards } from './counts-towards.ts'
import { loggedContactPage } from './logged-contact.page.ts'

/** What a contact counted towards, and when the next one is due. */
export const loggedContactRoutes: readonly Route[] = [
  get('/desk/:force/:team/network/contacts/:id', may('keep in touch'), showLogged),
]

async function showLogged(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const contact = await findContact(visit.db, team.id, visit.params['id'] ?? '')
  const line = contact && (await findRelationship(visit.db, team.id, contact.relationshipId))
  if (!contact || !line) throw new Refusal(`${team.name} has logged no such contact.`, 404)
  const contract = await contractOn(visit, team.id, contact.madeOn)
  const standing = contract && (await standingOf(visit, contract, force.timeZone))
  const about = { id: line.subjectId, kind: line.subjectKind, label: line.label }
  const promises = standing && countsTowards(standing, evidenceOfContact(contact, line), about)
  return loggedContactPage({
    site: visit.site,
    team,
    today: dayAt(visit.now, force.timeZone),
    contact,
    line,
    contract: contract && promises && { year: contract.year, promises },
    again: typed(visit.query, 'again') !== '',
  })
}
