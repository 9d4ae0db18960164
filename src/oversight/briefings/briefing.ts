import type { Location } from '#areas/location.ts'
import { addDays, addMonths, day, inWords, type Day, type Span } from '#platform/day.ts'
import { foldWords } from '#platform/fold.ts'

/** A quarter of the calendar: `2026-4` runs from 1 October to 31 December 2026. */
export type Quarter = { readonly name: string; readonly span: Span }

/** The quarter that a text names, or null where it names none. */
export function quarterNamed(text: string): Quarter | null {
  const [, year, n] = /^(20\d\d)-([1-4])$/.exec(text) ?? []
  if (year === undefined || n === undefined) return null
  const from = day(`${year}-${String(Number(n) * 3 - 2).padStart(2, '0')}-01`)
  return { name: text, span: { from, to: addDays(addMonths(from, 3), -1) } }
}

/** The quarter a day lies in. */
export const quarterOf = (of: Day): Quarter =>
  quarterNamed(`${of.slice(0, 4)}-${Math.ceil(Number(of.slice(5, 7)) / 3)}`) as Quarter

/** "October to December 2026" */
export const quarterInWords = ({ span: { from, to } }: Quarter): string =>
  `${inWords(from).split(' ')[1]} to ${inWords(to).replace(/^\d+ /, '')}`

/** An engagement of a team, held or planned, as far as a briefing tells of it. */
export type Held = {
  readonly place: string
  readonly title: string
  readonly neighbourhood: string | null
  readonly location: Location | null
}

type Near = { readonly name: string; readonly place: string; readonly location: Location | null }

/** How far from a council's place an engagement counts as near it, in kilometres. */
export const nearWithin = 8

/**
 * Whether an engagement was near a council: within eight kilometres where both are on the map, or where its place, title or
 * neighbourhood names the council's place.
 */
export function isNear(held: Held, council: Near): boolean {
  if (held.location !== null && council.location !== null)
    return kilometresBetween(held.location, council.location) <= nearWithin
  const told = ` ${wordsOf(held.place)} ${wordsOf(held.title)} ${wordsOf(held.neighbourhood ?? '')} `
  return told.includes(` ${wordsOf(placeOf(council))} `)
}

/** "Lyme Regis", of "Lyme Regis Town Council" that names no place. */
export const placeOf = ({ name, place }: Pick<Near, 'name' | 'place'>): string =>
  place !== '' ? place : name.replace(/\s+(town|parish|city|district|borough|community|county)?\s*council$/i, '')

const wordsOf = (text: string): string =>
  foldWords(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Good to a few metres over such distances. */
function kilometresBetween(a: Location, b: Location): number {
  const radians = Math.PI / 180
  const east = (b.longitude - a.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * radians)
  return 6371 * radians * Math.hypot(east, b.latitude - a.latitude)
}
