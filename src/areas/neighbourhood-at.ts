import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { partsOf, type Geometry } from './boundary.ts'
import type { Location } from './location.ts'
import {
  boundariesAround,
  boundariesNear,
  geometriesOf,
  type BoundaryKey,
  type Policed,
} from './neighbourhood-at.sql.ts'

export type { Policed } from './neighbourhood-at.sql.ts'

/**
 * `neighbourhoodAt(db, place, on)`: the neighbourhood of any force in which a place lies by the boundaries of a day, or null
 * outside all. A place inside two is in the one whose force, then whose id, comes first; a place on the line is inside.
 */
export async function neighbourhoodAt(sql: Sql, place: Location, on: Day): Promise<Policed | null> {
  const around = await boundariesAround(sql, place, on)
  const geometries = await remembered(sql, around)
  const at = [place.longitude, place.latitude]
  const found = around.find((key) => {
    const geometry = geometries.get(nameOf(key))
    return geometry !== undefined && booleanPointInPolygon(at, geometry)
  })
  return found ? policed(found) : null
}

/** A neighbourhood with how far its boundary is from a place, in metres; 0 inside it. */
export type Near = Policed & { readonly metres: number }

/** At most `limit` neighbourhoods whose boundaries lie within so many metres of a place, the nearest first. */
export async function neighbourhoodsNear(
  sql: Sql,
  place: Location,
  on: Day,
  { metres, limit }: { readonly metres: number; readonly limit: number },
): Promise<Near[]> {
  const near = await boundariesNear(sql, place, on, Math.max(12, 2 * limit))
  const geometries = await remembered(sql, near)
  return near
    .flatMap((key) => {
      const geometry = geometries.get(nameOf(key))
      return geometry === undefined ? [] : [{ ...policed(key), metres: metresFrom(place, geometry) }]
    })
    .filter((each) => each.metres <= metres)
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, limit)
}

const policed = ({ forceId, forceName, neighbourhoodId, name, teamId, teamName }: BoundaryKey): Policed => ({
  forceId,
  forceName,
  neighbourhoodId,
  name,
  teamId,
  teamName,
})

/** Geometries take far longer to read than to ask, so each connection pool keeps those that it asked last. */
const memories = new WeakMap<Sql, Map<string, Geometry>>()
const mostRemembered = 500

const nameOf = ({ forceId, neighbourhoodId, validFrom, version }: BoundaryKey): string =>
  `${forceId} ${neighbourhoodId} ${validFrom} ${version}`

async function remembered(sql: Sql, keys: readonly BoundaryKey[]): Promise<ReadonlyMap<string, Geometry>> {
  const memory = memories.get(sql) ?? new Map<string, Geometry>()
  memories.set(sql, memory)
  const known = new Map<string, Geometry>()
  const missing = keys.filter((key) => {
    const geometry = memory.get(nameOf(key))
    if (geometry !== undefined) known.set(nameOf(key), geometry)
    return geometry === undefined
  })
  const read = missing.length === 0 ? [] : await geometriesOf(sql, missing)
  for (const each of read) {
    known.set(nameOf(each), each.geometry)
    memory.set(nameOf(each), each.geometry)
  }
  for (const oldest of memory.keys()) {
    if (memory.size <= mostRemembered) break
    memory.delete(oldest)
  }
  return known
}

const metresOfDegree = 111_320

/** Metres from a place to the nearest line of a geometry, on a plane that touches the earth there; 0 inside. */
export function metresFrom({ latitude, longitude }: Location, geometry: Geometry): number {
  if (booleanPointInPolygon([longitude, latitude], geometry)) return 0
  const narrowing = Math.cos((latitude * Math.PI) / 180)
  let least = Infinity
  for (const ring of partsOf(geometry).flat()) {
    let [fromX, fromY] = [Number.NaN, Number.NaN]
    for (const [x = 0, y = 0] of ring) {
      const [toX, toY] = [(x - longitude) * narrowing, y - latitude]
      least = Math.min(least, Number.isNaN(fromX) ? Infinity : fromLine(fromX, fromY, toX, toY))
      ;[fromX, fromY] = [toX, toY]
    }
  }
  return Math.round(Math.sqrt(least) * metresOfDegree)
}

/** The square of how far the middle (0, 0) is from the line between two corners. */
function fromLine(fromX: number, fromY: number, toX: number, toY: number): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const length = alongX ** 2 + alongY ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * alongX + fromY * alongY) / length))
  return (fromX + share * alongX) ** 2 + (fromY + share * alongY) ** 2
}
