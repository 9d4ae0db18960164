import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { partsOf, type Geometry } from '#areas/boundary.ts'
import type { AskedBox } from './asked-items.ts'

/** Whether an area and a box have a point in common. */
export function meetsBox(geometry: Geometry, box: AskedBox): boolean {
  const [west, south, east, north] = box
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const
  if (corners.some((corner) => booleanPointInPolygon([...corner], geometry))) return true
  return partsOf(geometry).some((rings) =>
    rings.some((ring) => ring.some((end, index) => reaches(box, ring[index === 0 ? ring.length - 1 : index - 1], end))),
  )
}

/** Whether a stretch of a line lies in the box or runs through it (Liang and Barsky). */
function reaches([west, south, east, north]: AskedBox, begin: readonly number[] | undefined, end: readonly number[]) {
  const [x = 0, y = 0] = begin ?? end
  const [dx, dy] = [(end[0] ?? 0) - x, (end[1] ?? 0) - y]
  let [first, last] = [0, 1]
  for (const [slope, room] of [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - south],
    [dy, north - y],
  ] as const) {
    if (slope === 0 && room < 0) return false
    if (slope < 0) first = Math.max(first, room / slope)
    if (slope > 0) last = Math.min(last, room / slope)
  }
  return first <= last
}
