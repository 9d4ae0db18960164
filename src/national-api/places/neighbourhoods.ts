import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { boundariesOn } from '#areas/boundaries-on.sql.ts'
import { neighbourhoodAt } from '#areas/neighbourhood-at.ts'
import { dayAt } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress } from '#platform/page.ts'
import { officersShownIn } from '#web-pages/facts/officers.sql.ts'
import {
  teamContact,
  teamLinks,
  teamLocations,
  type TeamLink,
  type TeamLocation,
} from '#web-pages/facts/team-facts.sql.ts'
import { askedBy, spotInOne } from '../asked.ts'
import { notFound } from '../unanswered.ts'
import { forceNamed, officerJson } from './forces.ts'
import { neighbourhoodNamed } from './neighbourhood-named.ts'
import { middleOf, outerRing } from './outer-ring.ts'
import { contactDetails, spotJson } from './written.ts'

/** A force’s neighbourhoods. */
export async function listNeighbourhoods({ db, params }: Visit) {
  const force = await forceNamed(db, params['force'])
  return (await neighbourhoodsOf(db, force.id)).map(({ id, name }) => ({ id, name }))
}

/** One neighbourhood, with how to reach its team. Where no boundary is known its centre is two empty texts. */
export async function showNeighbourhood(visit: Visit) {
  const { db, site } = visit
  const { force, neighbourhood, today } = await neighbourhoodNamed(visit)
  const { id, name, teamId } = neighbourhood
  const [[boundary], contact, links, locations] = await Promise.all([
    boundariesOn(db, force.id, [id], today),
    teamId === null ? {} : teamContact(db, teamId),
    teamId === null ? [] : teamLinks(db, teamId),
    teamId === null ? [] : teamLocations(db, teamId),
  ])
  return {
    url_force: absoluteAddress(site, `/${teamId ?? force.id}`),
    contact_details: contactDetails(contact),
    name,
    links: links.map(linkJson),
    centre: spotJson(boundary === undefined ? null : middleOf(outerRing(boundary.geometry)), 6),
    locations: locations.map(locationJson),
    description: null,
    id,
    population: String(boundary?.population ?? 0),
  }
}

const linkJson = ({ url, description, title }: TeamLink) => ({ url, description, title })

const locationJson = ({ name, location, postcode, address, type, telephone, description }: TeamLocation) => ({
  name,
  ...spotJson(location, 6),
  postcode,
  address,
  telephone,
  type,
  description,
})

/** The outer ring of a neighbourhood’s largest part, its first corner repeated last; empty where no boundary is known. */
export async function showBoundary(visit: Visit) {
  const { force, neighbourhood, today } = await neighbourhoodNamed(visit)
  const [boundary] = await boundariesOn(visit.db, force.id, [neighbourhood.id], today)
  const ring = boundary === undefined ? [] : outerRing(boundary.geometry)
  return ring.map(([longitude = 0, latitude = 0]) => spotJson({ latitude, longitude }, 10))
}

/** The officers whom a neighbourhood’s team shows to the public. */
export async function listOfficers(visit: Visit) {
  const { force, neighbourhood, today } = await neighbourhoodNamed(visit)
  return (await officersShownIn(visit.db, force.id, neighbourhood.id, today)).map(officerJson)
}

/** The force and neighbourhood in which a spot lies. Throws Unanswered (404) outside all, and where no spot was named. */
export async function locateNeighbourhood(visit: Visit) {
  const spot = spotInOne(askedBy(visit))
  const found = spot && (await neighbourhoodAt(visit.db, spot, dayAt(visit.now, 'Europe/London')))
  if (!found) throw notFound()
  return { force: found.forceId, neighbourhood: found.neighbourhoodId }
}
