import { allForces, teamsOf } from '#areas/areas.sql.ts'
import { forcesMapped, outlinesOn } from '#areas/boundaries.sql.ts'
import { locationOf, readGridReference } from '#areas/grid-reference.ts'
import { locationFault, type Location } from '#areas/location.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { forceOf } from '../find.ts'
import { homePage } from '../home.page.ts'
import { allTeams } from '../public-site.sql.ts'
import { findPage } from './find.page.ts'
import { findTeamAt, findTeamFor } from './find-team.ts'
import { forceMapPage, mapsPage } from './map.page.ts'

const today = ({ now }: Visit): Day => dayAt(now, 'Europe/London')

/** The first page, with what was found where something was looked for. */
export async function showHome(visit: Visit): Promise<Answer> {
  const { db, query, site } = visit
  const words = asked(query, 'q')
  const [forces, teams, found] = await Promise.all([
    allForces(db),
    allTeams(db),
    words === '' ? null : findTeamFor(db, words, today(visit)),
  ])
  return homePage({ site, forces, teams, words, found })
}

/** The team of a point on the ground; where somebody is, is neither kept nor written down anywhere. */
export async function showFind(visit: Visit): Promise<Answer> {
  const { db, query, site } = visit
  const at = asked(query, 'at')
  if (at === '') return findPage({ site, at, found: null, error: null })
  const place = placeOf(at)
  if ('error' in place) return shown(findPage({ site, at, found: null, error: place.error }), 400)
  return findPage({ site, at, found: await findTeamAt(db, place, today(visit)), error: null })
}

/** The forces whose neighbourhoods can be looked at on a map. */
export async function showMaps({ db, site }: Visit): Promise<Answer> {
  return mapsPage({ site, forces: await forcesMapped(db) })
}

/** A force’s neighbourhoods on a map and as the same list. */
export async function showForceMap(visit: Visit): Promise<Answer> {
  const force = await forceOf(visit)
  const [outlines, teams] = await Promise.all([
    outlinesOn(visit.db, force.id, dayAt(visit.now, force.timeZone)),
    teamsOf(visit.db, force.id),
  ])
  return forceMapPage({ site: visit.site, force, outlines, teams })
}

const asked = (query: Visit['query'], name: string): string =>
  typed(query, name).replaceAll('\0', '').toWellFormed().replaceAll(/\s+/g, ' ').trim().slice(0, 100)

/** Latitude and longitude, or a grid reference. */
function placeOf(typedPlace: string): Location | { readonly error: string } {
  const degrees = /^(-?\d{1,3}(?:\.\d+)?)[,; ]+(-?\d{1,3}(?:\.\d+)?)$/.exec(typedPlace)
  if (degrees) {
    const place = { latitude: Number(degrees[1]), longitude: Number(degrees[2]) }
    const fault = locationFault(place)
    return fault === null ? place : { error: faults[fault] ?? fault }
  }
  const point = readGridReference(typedPlace)
  if ('value' in point) return locationOf(point.value)
  return { error: 'Enter latitude and longitude, such as 50.7336, -2.7584, or a grid reference, such as SY 466 929' }
}

const faults: Readonly<Record<string, string>> = {
  'latitude and longitude are swapped': 'These look swapped: enter the latitude first, then the longitude',
  'the place lies outside the United Kingdom': 'This place lies outside the United Kingdom: nobody here polices it',
}
