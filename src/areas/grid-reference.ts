import proj4 from 'proj4'
import { locationFault, type Location } from './location.ts'

/** Metres east and north on the National Grid of Great Britain (OSGB36). */
export type GridPoint = { readonly easting: number; readonly northing: number }

/**
 * EPSG:27700 with the seven published Helmert parameters, which agree with the Ordnance Survey’s own grid shift within
 * about 5 metres anywhere in Great Britain: enough to find a village hall, not to peg out a boundary.
 */
const nationalGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs'
const between = proj4('WGS84', nationalGrid)

/** Letters of the squares of 500 and of 100 kilometres; I is left out. */
const letters = 'ABCDEFGHJKLMNOPQRSTUVWXYZ'
const extent = { easting: 700_000, northing: 1_300_000 }

/** Easting and northing in metres, to the centimetre; null where the National Grid does not reach. */
export function gridPointOf({ latitude, longitude }: Location): GridPoint | null {
  const [easting = Number.NaN, northing = Number.NaN] = between.forward([longitude, latitude])
  const point = { easting: rounded(easting, 100), northing: rounded(northing, 100) }
  return isOnGrid(point) ? point : null
}

/** Degrees of WGS84, to seven places: about a centimetre. */
export function locationOf({ easting, northing }: GridPoint): Location {
  const [longitude = Number.NaN, latitude = Number.NaN] = between.inverse([easting, northing])
  return { latitude: rounded(latitude, 1e7), longitude: rounded(longitude, 1e7) }
}

/** `SY 466 929`, by 6, 8 or 10 figures: the south-west corner of a square of 100, 10 or 1 metres; null off the grid. */
export function gridReference(point: GridPoint, figures: 6 | 8 | 10 = 10): string | null {
  if (!isOnGrid(point)) return null
  const [column, row] = [Math.floor(point.easting / 100_000), Math.floor(point.northing / 100_000)]
  const first = (4 - Math.floor((row + 5) / 5)) * 5 + Math.floor((column + 10) / 5)
  const second = (4 - (row % 5)) * 5 + (column % 5)
  const digits = (metres: number) =>
    String(Math.floor(metres % 100_000))
      .padStart(5, '0')
      .slice(0, figures / 2)
  return `${letters[first]}${letters[second]} ${digits(point.easting)} ${digits(point.northing)}`
}

export type ReadPoint = { readonly value: GridPoint } | { readonly words: string }

/** The middle of the square that a typed grid reference names (`SY466929`, `sy 4663 9293`), or why it names none. */
export function readGridReference(typed: string): ReadPoint {
  const found = /^([A-Z]{2})(\d*)$/.exec(typed.toUpperCase().replaceAll(/[\s.,]/g, ''))
  if (!found) return { words: 'a grid reference is two letters and figures, such as SY 466 929' }
  const [, square = '', figures = ''] = found
  if (figures.length % 2 === 1) return { words: 'a grid reference has as many figures east as north' }
  if (figures.length < 6 || figures.length > 10) return { words: 'a grid reference has 6, 8 or 10 figures' }
  const corner = cornerOf(square)
  if (corner === null) return { words: `there is no square ${square} on the National Grid` }
  const half = figures.length / 2
  const size = 10 ** (5 - half)
  const metres = (digits: string) => Number(digits) * size + Math.floor(size / 2)
  const [east, north] = [metres(figures.slice(0, half)), metres(figures.slice(half))]
  return { value: { easting: corner.easting + east, northing: corner.northing + north } }
}

/** Why two numbers are no point of the National Grid within the United Kingdom, in words; null where they are one. */
export function gridPointFault(point: GridPoint): string | null {
  if (!Number.isFinite(point.easting) || !Number.isFinite(point.northing))
    return 'easting and northing must be numbers of metres'
  if (isOnGrid(point)) return locationFault(locationOf(point))
  const isSwapped = isOnGrid({ easting: point.northing, northing: point.easting })
  return isSwapped ? 'easting and northing are swapped' : 'the place lies off the National Grid'
}

/** Metres between two points of the grid, as the crow flies. */
export const metresBetween = (a: GridPoint, b: GridPoint): number =>
  Math.hypot(a.easting - b.easting, a.northing - b.northing)

const isOnGrid = ({ easting, northing }: GridPoint): boolean =>
  easting >= 0 && easting < extent.easting && northing >= 0 && northing < extent.northing

/** The south-west corner of a square of 100 kilometres, null where the National Grid has no such square. */
function cornerOf(square: string): GridPoint | null {
  const [first, second] = [letters.indexOf(square.charAt(0)), letters.indexOf(square.charAt(1))]
  if (first < 0 || second < 0) return null
  const column = (first % 5) * 5 - 10 + (second % 5)
  const row = (4 - Math.floor(first / 5)) * 5 - 5 + (4 - Math.floor(second / 5))
  const corner = { easting: column * 100_000, northing: row * 100_000 }
  return isOnGrid(corner) ? corner : null
}

const rounded = (value: number, parts: number): number => Math.round(value * parts) / parts
