import { gridPointFault, gridPointOf, locationOf, metresBetween, readGridReference } from '#areas/grid-reference.ts'
import type { GridPoint } from '#areas/grid-reference.ts'
import { locationFault, type Location } from '#areas/location.ts'

/** The cells of a row that may say where; empty where they say nothing. */
export type LocationCells = Readonly<Record<LocationColumn, string>>
export const locationColumns = ['latitude', 'longitude', 'easting', 'northing', 'grid_reference'] as const
export type LocationColumn = (typeof locationColumns)[number]

export type ReadLocation =
  { readonly value: Location | null } | { readonly column: LocationColumn; readonly words: string }

/** Metres that ways of telling one place may lie apart: a grid reference of six figures is a square of a hundred. */
const mostApart = 200

type Way = { readonly column: LocationColumn; readonly name: string; readonly at: Location; readonly point: GridPoint }

/** Where a row says it was, by whichever ways it tells; refused where they tell different places. */
export function toldLocation(cells: LocationCells): ReadLocation {
  const ways: Way[] = []
  for (const read of [degreesOf(cells), metresOf(cells), referenceOf(cells)]) {
    if (read === null) continue
    if ('words' in read) return read
    ways.push(read)
  }
  const [first, ...others] = ways
  for (const other of others) {
    if (first === undefined || metresBetween(first.point, other.point) <= mostApart) continue
    return { column: other.column, words: apart(first, other) }
  }
  return { value: first?.at ?? null }
}

type Told = Way | { readonly column: LocationColumn; readonly words: string } | null

function degreesOf({ latitude, longitude }: LocationCells): Told {
  if (latitude === '' && longitude === '') return null
  const at = { latitude: number(latitude), longitude: number(longitude) }
  const words = locationFault(at)
  if (words !== null) return { column: 'latitude', words }
  const point = gridPointOf(at)
  // Northern Ireland has a grid of its own, so its places are known by degrees alone.
  return { column: 'latitude', name: 'latitude and longitude', at, point: point ?? { easting: 0, northing: 0 } }
}

function metresOf({ easting, northing }: LocationCells): Told {
  if (easting === '' && northing === '') return null
  const point = { easting: number(easting), northing: number(northing) }
  const words = gridPointFault(point)
  if (words !== null) return { column: 'easting', words }
  return { column: 'easting', name: 'easting and northing', at: locationOf(point), point }
}

function referenceOf({ grid_reference: typed }: LocationCells): Told {
  if (typed === '') return null
  const read = readGridReference(typed)
  const words = 'words' in read ? read.words : gridPointFault(read.value)
  if ('words' in read || words !== null) return { column: 'grid_reference', words: words ?? '' }
  return { column: 'grid_reference', name: 'the grid reference', at: locationOf(read.value), point: read.value }
}

function apart(first: Way, other: Way): string {
  const turned = { easting: other.point.northing, northing: other.point.easting }
  if (other.column === 'easting' && metresBetween(first.point, turned) <= mostApart)
    return 'easting and northing are swapped'
  const metres = metresBetween(first.point, other.point)
  const far = metres < 1000 ? `${Math.round(metres)} metres` : `${Math.round(metres / 1000).toLocaleString('en-GB')} km`
  return `${first.name} and ${other.name} tell places ${far} apart`
}

const number = (cell: string): number =>
  /^-?\d+(\.\d+)?$/.test(cell.replaceAll(',', '')) ? Number(cell.replaceAll(',', '')) : Number.NaN
