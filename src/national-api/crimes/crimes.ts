import { findForce } from '#areas/areas.sql.ts'
import { nearestPlace } from '#crime/crime-places.sql.ts'
import {
  crimeOfReference,
  crimesOn,
  crimesWithOutcomeOn,
  crimesWithoutPlace,
  monthsPublished,
  type PublishedCrime,
} from '#crime/street-crimes.sql.ts'
import type { Visit } from '#platform/http/visit.ts'
import { askedBy, groundAsked, monthAsked, placeAsked, spotAsked } from '../asked.ts'
import { notFound, Unanswered } from '../unanswered.ts'
import { crimeCategories, typesAsked } from './crime-categories.ts'
import { caseJson, crimeJson, outcomesJson } from './crime-json.ts'

/** As many crimes as the national interface answers at once. */
export const most = 10_000

/** Crimes of a month within a mile of a spot, or in an area. */
export async function streetCrimes(visit: Visit) {
  const asked = askedBy(visit)
  const ground = groundAsked(asked)
  const month = monthAsked(asked, await monthsPublished(visit.db))
  const types = typesAsked(visit.params['category'] ?? '')
  return within(await crimesOn(visit.db, ground, { month, types, limit: most + 1 })).map(crimeJson)
}

/** Crimes of a month at one place of the map: the one named, or the nearest to a spot. */
export async function crimesAtLocation(visit: Visit) {
  const asked = askedBy(visit)
  const place = (await placeAsked(visit.db, asked)) ?? (await nearestTo(visit))
  const month = monthAsked(asked, await monthsPublished(visit.db))
  if (place === null) return []
  return within(await crimesOn(visit.db, place, { month, types: 'all', limit: most + 1 })).map(crimeJson)
}

async function nearestTo(visit: Visit) {
  const { latitude, longitude } = spotAsked(askedBy(visit))
  const placeId = await nearestPlace(visit.db, latitude, longitude)
  return placeId === null ? null : { placeId }
}

/** What became of the crimes of a month at a place, within a mile of a spot, or in an area. */
export async function outcomesAtLocation(visit: Visit) {
  const asked = askedBy(visit)
  const ground = (await placeAsked(visit.db, asked)) ?? groundAsked(asked)
  const month = monthAsked(asked, await monthsPublished(visit.db))
  return outcomesJson(within(await crimesWithOutcomeOn(visit.db, ground, { month, types: 'all', limit: most + 1 })))
}

/** Crimes of a force's month that have no place. */
export async function crimesNoLocation(visit: Visit) {
  const asked = askedBy(visit)
  const force = /^[\w-]{1,100}$/.test(asked('force') ?? '') ? await findForce(visit.db, asked('force') ?? '') : null
  if (force === null) throw new Unanswered(502)
  const month = monthAsked(asked, await monthsPublished(visit.db))
  const types = typesAsked(asked('category') ?? '')
  return within(await crimesWithoutPlace(visit.db, force.id, { month, types, limit: most + 1 })).map(crimeJson)
}

function within(crimes: readonly PublishedCrime[]): readonly PublishedCrime[] {
  if (crimes.length > most) throw new Unanswered(503)
  return crimes
}

/** The categories, which have not changed over the months that are published here. */
export async function listCategories(visit: Visit) {
  const asked = askedBy(visit)
  if (asked('date') !== null) monthAsked(asked, [])
  return crimeCategories
}

/** The latest month that is published. Throws Unanswered (404) before there is any. */
export async function lastUpdated({ db }: Visit) {
  const [latest] = await monthsPublished(db)
  if (latest === undefined) throw new Unanswered(404)
  return { date: latest }
}

/** Every month that is published, the newest first; no stop and search is held here, so no force is named. */
export async function streetDates({ db }: Visit) {
  const months = await monthsPublished(db)
  return months.map((month) => ({ date: month.slice(0, 7), 'stop-and-search': [] }))
}

/** One crime by its publisher's reference, with what became of it. Throws Unanswered (404) where it is not known. */
export async function outcomesForCrime({ db, params }: Visit) {
  const reference = params['reference'] ?? ''
  const crime = /^[0-9a-f]{64}$/.test(reference) ? await crimeOfReference(db, reference) : null
  if (crime === null) throw notFound()
  return caseJson(crime)
}
