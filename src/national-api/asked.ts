import { isPlace, type Ground } from '#crime/crime-places.sql.ts'
import type { Location } from '#areas/location.ts'
import type { Sql } from '#platform/database/database.ts'
import { parseDay, type Day } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Unanswered } from './unanswered.ts'

/** What a request asks by its address or by the form it sent, one value a name. */
export type Asked = (name: string) => string | null

export const askedBy = ({ query, form }: Visit): Asked => {
  const given = { ...query, ...form }
  return (name) => (Object.hasOwn(given, name) ? typed(given, name) : null)
}

/**
 * The month asked for, or the latest of those that are published where none was asked for; a month after them has no
 * crime, so none is looked for. Throws Unanswered (404) for what is no month, and for one before all that are published.
 */
export function monthAsked(asked: Asked, published: readonly Day[]): Day {
  const given = asked('date')
  const [latest, first] = [published[0], published.at(-1)]
  if (given === null && latest !== undefined) return latest
  const month = /^\d{4}-\d{2}$/.test(given ?? '') ? parseDay(`${given}-01`) : null
  if (month === null || (first !== undefined && month < first)) throw new Unanswered(404)
  return month
}

const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,2})?$/i

/** `52.63,-1.13` in two parts; null where one of them is no number. */
function spotOf(latitude: string, longitude: string): Location | null {
  const [lat, lng] = [latitude.trim(), longitude.trim()]
  return number.test(lat) && number.test(lng) ? { latitude: Number(lat), longitude: Number(lng) } : null
}

/** The spot that `lat` and `lng` name. Throws Unanswered (400) where they name none. */
export function spotAsked(asked: Asked): Location {
  const spot = spotOf(asked('lat') ?? '', asked('lng') ?? '')
  if (spot === null) throw new Unanswered(400)
  return spot
}

/** The spot that `q=lat,lng` names, or null. */
export function spotInOne(asked: Asked): Location | null {
  const parts = (asked('q') ?? '').split(',')
  return parts.length === 2 ? spotOf(parts[0] ?? '', parts[1] ?? '') : null
}

/** The ground that a spot or `poly` names: a mile around, or an area. Throws Unanswered (400, 404, 502) as nationally. */
export function groundAsked(asked: Asked): Ground {
  const poly = asked('poly')
  return poly === null ? spotAsked(asked) : { corners: cornersOf(poly) }
}

const fewestCorners = 3
/** More would keep the database busy for others’ cost: each place is compared with each side. */
const mostCorners = 25_000

function cornersOf(poly: string): (readonly [number, number])[] {
  const told = poly.split(':')
  if (told.length > mostCorners) throw new Unanswered(400)
  const corners = told.map((corner) => {
    const parts = corner.split(',')
    const spot = parts.length === 2 ? spotOf(parts[0] ?? '', parts[1] ?? '') : null
    if (spot === null) throw new Unanswered(404)
    return [spot.longitude, spot.latitude] as const
  })
  if (corners.length < fewestCorners) throw new Unanswered(502)
  return corners
}

/** The place that `location_id` names, or null where it was not asked for. Throws Unanswered (404) where it is not known. */
export async function placeAsked(sql: Sql, asked: Asked): Promise<{ readonly placeId: number } | null> {
  const given = asked('location_id')
  if (given === null) return null
  if (!/^\d{1,9}$/.test(given) || !(await isPlace(sql, Number(given)))) throw new Unanswered(404)
  return { placeId: Number(given) }
}
