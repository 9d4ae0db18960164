import { findPlaces, findPlacesAlike, type FoundPlace } from '#areas/areas.sql.ts'
import type { Location } from '#areas/location.ts'
import { neighbourhoodAt, neighbourhoodsNear, type Near, type Policed } from '#areas/neighbourhood-at.ts'
import { outcodesShipped } from '#areas/postcodes/outcodes.ts'
import { areaOf, readPostcode, type TypedPostcode } from '#areas/postcodes/postcode.ts'
import { findKnownPostcode, isAreaLoaded, middleOfOutcode } from '#areas/postcodes/postcodes.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** What was found for a postcode, a place name or a point on the ground. */
export type Found =
  | { readonly kind: 'here'; readonly postcode: string | null; readonly policed: Policed }
  | { readonly kind: 'outside'; readonly postcode: string | null; readonly near: readonly Near[] }
  /** Only the area of the outcode is known, so that there is never one certain team. */
  | {
      readonly kind: 'area'
      readonly postcode: string | null
      readonly outcode: string
      readonly place: string | null
      readonly near: readonly Near[]
      readonly named: readonly FoundPlace[]
    }
  /** `month` as the directory writes it, 201906. */
  | { readonly kind: 'ended'; readonly postcode: string; readonly outcode: string; readonly month: string }
  | { readonly kind: 'no such postcode'; readonly postcode: string; readonly outcode: string }
  | { readonly kind: 'without place'; readonly postcode: string }
  | { readonly kind: 'not known'; readonly outcode: string }
  /** We hold no outcode of these letters at all, so that nothing tells whether it is mistyped. */
  | { readonly kind: 'no outcodes'; readonly letters: string }
  | { readonly kind: 'no area'; readonly letters: string }
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'places'; readonly places: readonly FoundPlace[]; readonly isAlike: boolean }

/** An outcode is some ten kilometres across, so that teams further off than this hardly police any of it. */
const aroundOutcode = { metres: 15_000, limit: 8 }
const aroundPoint = { metres: 40_000, limit: 5 }

/** What is found for the words of the one box: a postcode where they look like one, else the name of a place. */
export async function findTeamFor(sql: Sql, words: string, on: Day): Promise<Found> {
  const typed = readPostcode(words)
  if (typed !== null) return findByPostcode(sql, typed, on)
  const places = await findPlaces(sql, words)
  if (places.length > 0) return { kind: 'places', places, isAlike: false }
  return { kind: 'places', places: await findPlacesAlike(sql, words), isAlike: true }
}

/** The team in whose boundary a point lies, or those nearest to it. */
export async function findTeamAt(sql: Sql, place: Location, on: Day, postcode: string | null = null): Promise<Found> {
  const policed = await neighbourhoodAt(sql, place, on)
  if (policed !== null) return { kind: 'here', postcode, policed }
  return { kind: 'outside', postcode, near: await neighbourhoodsNear(sql, place, on, aroundPoint) }
}

async function findByPostcode(sql: Sql, typed: TypedPostcode, on: Day): Promise<Found> {
  if (typed.kind === 'no area' || typed.kind === 'mistyped') return typed
  if (typed.kind === 'outcode') return findByOutcode(sql, typed.outcode, on, null)
  const { postcode, outcode } = typed
  const known = await findKnownPostcode(sql, postcode)
  if (known === null && (await isAreaLoaded(sql, areaOf(outcode))))
    return { kind: 'no such postcode', postcode, outcode }
  if (known === null) return findByOutcode(sql, outcode, on, postcode)
  if (known.ended !== null) return { kind: 'ended', postcode, outcode, month: known.ended }
  return known.location === null ? { kind: 'without place', postcode } : findTeamAt(sql, known.location, on, postcode)
}

async function findByOutcode(sql: Sql, outcode: string, on: Day, postcode: string | null): Promise<Found> {
  const shipped = outcodesShipped().get(outcode)
  const middle = (await middleOfOutcode(sql, outcode)) ?? shipped?.location ?? null
  if (middle === null) return (await hasOutcodes(sql, outcode)) ? { kind: 'not known', outcode } : noOutcodes(outcode)
  const place = shipped?.place ?? null
  const [near, named] = await Promise.all([
    neighbourhoodsNear(sql, middle, on, aroundOutcode),
    place === null ? [] : findPlaces(sql, place),
  ])
  return { kind: 'area', postcode, outcode, place, near, named }
}

const hasOutcodes = async (sql: Sql, outcode: string): Promise<boolean> =>
  [...outcodesShipped().keys()].some((held) => areaOf(held) === areaOf(outcode)) ||
  (await isAreaLoaded(sql, areaOf(outcode)))

const noOutcodes = (outcode: string): Found => ({ kind: 'no outcodes', letters: areaOf(outcode) })
