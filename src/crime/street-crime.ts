import { locationFault, type Location } from '#areas/location.ts'
import { parseDay, type Day } from '#platform/day.ts'

/** The categories of the national files; another is kept under its own name, and said. */
export const categories: readonly string[] = [
  'Anti-social behaviour',
  'Bicycle theft',
  'Burglary',
  'Criminal damage and arson',
  'Drugs',
  'Other crime',
  'Other theft',
  'Possession of weapons',
  'Public order',
  'Robbery',
  'Shoplifting',
  'Theft from the person',
  'Vehicle crime',
  'Violence and sexual offences',
]

/** One line of a national street file: what its publisher made public, and nothing that leads to anybody. */
export type StreetCrime = {
  /** Where it stood in its file, counted from 1. */
  readonly line: number
  readonly category: string
  /** Null where the file gave it no place. */
  readonly location: Location | null
  /** What the publisher calls the place, `On or near High Street`; null where the file did not say. */
  readonly placeName: string | null
  /** The publisher's own reference, 64 hexadecimal digits; null where it gave none, as for anti-social behaviour. */
  readonly reference: string | null
  readonly lsoa: string | null
  readonly outcome: string | null
  readonly context: string | null
}

/** A month of a force's street-level crime. */
export type CrimeMonth = {
  /** The first day of the month. */
  readonly month: Day
  readonly crimes: readonly StreetCrime[]
}

/** The columns of the national format that are read. */
export const columns = {
  reference: 'Crime ID',
  month: 'Month',
  within: 'Falls within',
  longitude: 'Longitude',
  latitude: 'Latitude',
  placeName: 'Location',
  lsoa: 'LSOA code',
  category: 'Crime type',
  outcome: 'Last outcome category',
  context: 'Context',
} as const

/** The cells of one line, by the names above; a column that the file lacks is empty. */
export type Cells = Readonly<Record<keyof typeof columns, string>>

/** The month a line names, or null where it names none. */
export const monthOf = (cell: string): Day | null => (/^\d{4}-\d{2}$/.test(cell) ? parseDay(`${cell}-01`) : null)

/** A line of a file as a crime, or what is wrong with it in words. */
export function readCrime(line: number, cells: Cells): StreetCrime | string {
  if (cells.category === '') return 'has no crime type'
  const location = readLocation(cells)
  if (typeof location === 'string') return location
  return {
    line,
    category: cells.category,
    location,
    placeName: cells.placeName || null,
    reference: /^[0-9a-f]{64}$/.test(cells.reference) ? cells.reference : null,
    lsoa: cells.lsoa || null,
    outcome: cells.outcome || null,
    context: cells.context || null,
  }
}

/** Crime that cannot be placed without telling on somebody is published without degrees, which is no mistake. */
function readLocation({ longitude, latitude }: Cells): Location | null | string {
  if (longitude === '' && latitude === '') return null
  if (longitude === '' || latitude === '') return 'has one of longitude and latitude without the other'
  const location = { longitude: asNumber(longitude), latitude: asNumber(latitude) }
  const fault = locationFault(location)
  return fault === null ? location : `${longitude}, ${latitude}: ${fault}`
}

const asNumber = (cell: string) => (/^-?\d{1,3}(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN)

/** Whether a file's name for a force means this force: `Devon & Cornwall Police`, `Devon and Cornwall Constabulary`. */
export const isForce = (told: string, name: string): boolean => plainName(told) === plainName(name)

const plainName = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/\b(police|constabulary|service)\b/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
