import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Day } from '#platform/day.ts'
import type { Ring } from './crossing.ts'
import type { Location } from './location.ts'

/** Where a neighbourhood lies: one part or several, each with its holes, in degrees of WGS84. */
export type Geometry = Polygon | MultiPolygon

/** The smallest box of degrees around a geometry. */
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** A neighbourhood's boundary as a file told it. */
export type Boundary = {
  readonly neighbourhoodId: string
  readonly geometry: Geometry
  /** Null where the file did not say. */
  readonly population: number | null
}

/** A boundary of a neighbourhood from a day on, until the next one begins. */
export type BoundaryVersion = Pick<Boundary, 'neighbourhoodId' | 'geometry'> & {
  readonly validFrom: Day
  readonly box: Box
}

/** Every part of a geometry: its outer ring, then its holes. */
export const partsOf = ({ type, coordinates }: Geometry): readonly (readonly Ring[])[] =>
  type === 'Polygon' ? [coordinates] : coordinates

/** The box around a geometry without faults. */
export function boxOf(geometry: Geometry): Box {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const rings of partsOf(geometry))
    for (const ring of rings)
      for (const [longitude = 0, latitude = 0] of ring) {
        if (longitude < west) west = longitude
        if (longitude > east) east = longitude
        if (latitude < south) south = latitude
        if (latitude > north) north = latitude
      }
  return { west, south, east, north }
}

/** About 40 metres: finer than a drawing shows, and neighbours that share a border keep sharing it. */
const grid = 2_000

/** A geometry with its corners on a grid and none twice in a row, for drawing alone. */
export function outlineOf(geometry: Geometry): MultiPolygon {
  const coordinates = partsOf(geometry).map((rings) => rings.map(coarse).filter((ring) => ring.length >= 4))
  const kept = coordinates.filter((rings) => rings.length > 0)
  return { type: 'MultiPolygon', coordinates: kept.length > 0 ? kept : [...partsOf(geometry)].map(copied) }
}

const copied = (rings: readonly Ring[]) => rings.map((ring) => ring.map((corner) => [...corner]))

function coarse(ring: Ring): number[][] {
  const corners = ring.map((corner) => corner.slice(0, 2).map((degrees) => Math.round(degrees * grid) / grid))
  return corners.filter(([x, y], n) => n === 0 || corners[n - 1]?.[0] !== x || corners[n - 1]?.[1] !== y)
}

/** Finds the neighbourhood in which a place lies; null outside all. */
export type Locator = (place: Location) => string | null

/**
 * A locator of the boundaries as they were on a day: of each neighbourhood the newest that had begun, or its first where
 * none had. A place inside two is in the one whose id comes first; a place on the line is inside.
 */
export function locatorOn(on: Day, versions: readonly BoundaryVersion[]): Locator {
  const current = currentOn(on, versions)
  const known = new Map<string, string | null>()
  return ({ latitude, longitude }) => {
    const key = `${longitude} ${latitude}`
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const found = current.find((each) => encloses(each, longitude, latitude))?.neighbourhoodId ?? null
    known.set(key, found)
    return found
  }
}

function encloses({ box, geometry }: BoundaryVersion, longitude: number, latitude: number): boolean {
  if (longitude < box.west || longitude > box.east || latitude < box.south || latitude > box.north) return false
  return booleanPointInPolygon([longitude, latitude], geometry)
}

/** The version of each neighbourhood that holds on a day, by id. */
export function currentOn(on: Day, versions: readonly BoundaryVersion[]): BoundaryVersion[] {
  const byId = Map.groupBy(versions, ({ neighbourhoodId }) => neighbourhoodId)
  const ids = [...byId.keys()].sort()
  return ids.flatMap((id) => {
    const inOrder = (byId.get(id) ?? []).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    const version = inOrder.findLast(({ validFrom }) => validFrom <= on) ?? inOrder[0]
    return version ? [version] : []
  })
}
