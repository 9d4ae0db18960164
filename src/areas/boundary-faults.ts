import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { ringArea } from './boundary-overlaps.ts'
import { partsOf, type Geometry } from './boundary.ts'
import { crossingOf, type Ring } from './crossing.ts'
import { locationFault } from './location.ts'

/** More corners than any police boundary has: whoever sends more should have them thinned out first. */
const mostCorners = 200_000

/**
 * The geometry as it is kept (flat, without tiny loops, the outer line of each part counter-clockwise and its holes clockwise, as
 * RFC 7946 asks), or why it cannot be a boundary, in words that name the ring.
 */
export function soundGeometry(geometry: Geometry): Geometry | string {
  const told = partsOf(geometry)
  const words = cornersFault(told) ?? firstOf(told, ringFault)
  if (words !== null) return words
  const parts = told.map((rings) => rings.map(withoutLoops))
  const fault = crossingFault(parts.flat()) ?? firstOf(parts, holeFault)
  if (fault !== null) return fault
  const coordinates = parts.map((rings) => rings.map(wound))
  const [only] = coordinates
  return geometry.type === 'Polygon' && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates }
}

function cornersFault(parts: readonly (readonly Ring[])[]): string | null {
  if (parts.length === 0 || parts.some((rings) => rings.length === 0)) return 'has no corners'
  const corners = parts.flat().reduce((sum, ring) => sum + ring.length, 0)
  if (corners <= mostCorners) return null
  return `has ${corners.toLocaleString('en-GB')} corners, and at most ${mostCorners.toLocaleString('en-GB')} can be taken: have it simplified first`
}

type Where = { readonly rings: readonly Ring[]; readonly n: number; readonly name: string }

/** The first fault of any ring; the ring is named only where there are several. */
function firstOf(parts: readonly (readonly Ring[])[], faultOf: (ring: Ring, where: Where) => string | null) {
  const isOne = parts.flat().length === 1
  for (const [part, rings] of parts.entries())
    for (const [n, ring] of rings.entries()) {
      const own = n === 0 ? 'outer ring' : `hole ${n}`
      const name = isOne ? 'ring' : parts.length === 1 ? own : `${own} of part ${part + 1}`
      const found = faultOf(ring, { rings, n, name })
      if (found !== null) return found
    }
  return null
}

function ringFault(ring: Ring, { name }: Where): string | null {
  const [first, last] = [ring[0], ring.at(-1)]
  for (const [longitude = Number.NaN, latitude = Number.NaN] of ring) {
    const words = locationFault({ latitude, longitude })
    if (words !== null) return `has the corner ${longitude}, ${latitude}: ${words}`
  }
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    return `is not closed: the last corner of its ${name} must be its first`
  return ring.length < 4 ? `has fewer than four corners in its ${name}, which so encloses nothing` : null
}

/** Square kilometres, and share of the ring: where a simplified line trips over itself, the loop is smaller than this. */
const tiny = { area: 0.1, share: 0.01 }
const mostLoops = 50

/** A ring whose tiny loops are cut off where it crosses itself; a larger one is left, to be told. */
function withoutLoops(ring: Ring): Ring {
  let whole = ring
  for (let loops = 0; loops < mostLoops; loops++) {
    const found = crossingOf([whole])
    if (found === null || found === 'tangled') return whole
    const [first, second] = found.lines
    const point = [found.longitude, found.latitude]
    const one = [point, ...whole.slice(first + 1, second + 1), point]
    const other = [point, ...whole.slice(second + 1, -1), ...whole.slice(0, first + 1), point]
    const [loop, rest] = ringArea(one) < ringArea(other) ? [one, other] : [other, one]
    if (ringArea(loop) > Math.min(tiny.area, tiny.share * ringArea(rest))) return whole
    whole = rest
  }
  return whole
}

function crossingFault(rings: readonly Ring[]): string | null {
  const found = crossingOf(rings)
  if (found === null) return null
  if (found === 'tangled') return 'folds over itself too often to be checked: have it simplified first'
  return `crosses itself near latitude ${found.latitude.toFixed(5)}, longitude ${found.longitude.toFixed(5)}`
}

/** Nothing crosses here, so a hole lies outside where any of its corners does. */
function holeFault(hole: Ring, { rings: [outer = []], n, name }: Where): string | null {
  if (n === 0) return null
  const around = { type: 'Polygon' as const, coordinates: [outer.map((corner) => [...corner])] }
  const apart = hole.find((corner) => !booleanPointInPolygon([...corner], around))
  return apart === undefined ? null : `has its ${name} outside the ring around it, at ${apart[0]}, ${apart[1]}`
}

function wound(ring: Ring, n: number): [number, number][] {
  const flat = ring.map(([x = 0, y = 0]): [number, number] => [x, y])
  const isClockwise = doubleArea(flat) < 0
  return isClockwise === n > 0 ? flat : flat.toReversed()
}

/** Twice the area on a plane, negative where the ring runs clockwise. */
function doubleArea(ring: readonly (readonly [number, number])[]): number {
  const [originX, originY] = ring[0] ?? [0, 0]
  let sum = 0
  for (let n = 1; n < ring.length; n++) {
    const [[fromX, fromY], [toX, toY]] = [ring[n - 1] ?? [0, 0], ring[n] ?? [0, 0]]
    sum += (fromX - originX) * (toY - originY) - (toX - originX) * (fromY - originY)
  }
  return sum
}
