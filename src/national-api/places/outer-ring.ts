import { partsOf, type Geometry } from '#areas/boundary.ts'
import type { Location } from '#areas/location.ts'

type Ring = readonly (readonly number[])[]

/** Twice the area a ring encloses, in square degrees, and the sums its middle is made of. */
function sumsOf(ring: Ring): { readonly area: number; readonly x: number; readonly y: number } {
  let [area, x, y] = [0, 0, 0]
  const [originX = 0, originY = 0] = ring[0] ?? []
  for (const [n, corner] of ring.entries()) {
    const next = ring[n + 1] ?? corner
    const [x1, y1, x2, y2] = [
      (corner[0] ?? 0) - originX,
      (corner[1] ?? 0) - originY,
      (next[0] ?? 0) - originX,
      (next[1] ?? 0) - originY,
    ]
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return { area, x, y }
}

/** The outer ring of the largest part of a boundary, its first corner repeated last: nationally a boundary is one ring. */
export function outerRing(geometry: Geometry): Ring {
  const rings = partsOf(geometry).flatMap(([outer]) => (outer === undefined ? [] : [outer]))
  const sizes = rings.map((ring) => Math.abs(sumsOf(ring).area))
  return rings[sizes.indexOf(Math.max(...sizes))] ?? []
}

/** The middle of the area that a ring encloses. */
export function middleOf(ring: Ring): Location {
  const { area, x, y } = sumsOf(ring)
  const [longitude = 0, latitude = 0] = ring[0] ?? []
  if (area === 0) return { latitude, longitude }
  return { latitude: latitude + y / (3 * area), longitude: longitude + x / (3 * area) }
}
