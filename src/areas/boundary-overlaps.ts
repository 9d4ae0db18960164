import { boxOf, partsOf, type Boundary, type Geometry } from './boundary.ts'

/** Two neighbourhoods that both claim some ground. */
export type Overlap = { readonly one: string; readonly other: string; readonly squareKilometres: number }

const kilometresOfDegree = 111.195
const earthRadius = 6_371.0088
const rows = 200
/** Borders drawn twice never agree to the metre: less than this of the smaller neighbourhood is no overlap. */
const leastShare = 0.005

/** Square kilometres on the globe, holes taken off. */
export function squareKilometres(geometry: Geometry): number {
  const areas = partsOf(geometry).map((rings) =>
    rings.reduce((sum, ring, n) => (n === 0 ? ringArea(ring) : sum - ringArea(ring)), 0),
  )
  return areas.reduce((sum, area) => sum + area, 0)
}

/** Square kilometres that a ring encloses on the globe. */
export function ringArea(ring: readonly (readonly number[])[]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  let sum = 0
  for (let n = 1; n < ring.length; n++) {
    const [[fromX = 0, fromY = 0] = [], [toX = 0, toY = 0] = []] = [ring[n - 1], ring[n]]
    sum += radians(toX - fromX) * (2 + Math.sin(radians(fromY)) + Math.sin(radians(toY)))
  }
  return Math.abs((sum * earthRadius ** 2) / 2)
}

/** The neighbourhoods of which one in two hundred parts or more lies in another, the largest overlap first. */
export function overlapsOf(boundaries: readonly Boundary[]): Overlap[] {
  const measured = boundaries.map((each) => ({
    ...each,
    box: boxOf(each.geometry),
    area: squareKilometres(each.geometry),
  }))
  const overlaps = measured.flatMap((one, n) =>
    measured.slice(n + 1).flatMap((other): Overlap[] => {
      const shared = sharedArea(one, other)
      if (shared < leastShare * Math.min(one.area, other.area)) return []
      return [{ one: one.neighbourhoodId, other: other.neighbourhoodId, squareKilometres: shared }]
    }),
  )
  return overlaps.toSorted((a, b) => b.squareKilometres - a.squareKilometres)
}

type Measured = Pick<Boundary, 'geometry'> & { readonly box: ReturnType<typeof boxOf> }

/** Both are cut into rows, and what is within both is measured along the middle of each. */
function sharedArea(one: Measured, other: Measured): number {
  const south = Math.max(one.box.south, other.box.south)
  const north = Math.min(one.box.north, other.box.north)
  const isApart = one.box.west >= other.box.east || other.box.west >= one.box.east
  if (south >= north || isApart) return 0
  const height = (north - south) / rows
  const [first, second] = [cutsOf(one.geometry, south, height), cutsOf(other.geometry, south, height)]
  let area = 0
  for (let row = 0; row < rows; row++) {
    const narrowing = Math.cos(((south + (row + 0.5) * height) * Math.PI) / 180)
    area += shared(first[row] ?? [], second[row] ?? []) * narrowing * height * kilometresOfDegree ** 2
  }
  return area
}

/** For each row, the longitudes at which it enters and leaves a geometry, in order. */
function cutsOf(geometry: Geometry, south: number, height: number): number[][] {
  const cuts = Array.from({ length: rows }, (): number[] => [])
  for (const ring of partsOf(geometry).flat())
    for (let n = 1; n < ring.length; n++) {
      const [[fromX = 0, fromY = 0] = [], [toX = 0, toY = 0] = []] = [ring[n - 1], ring[n]]
      const [low, high] = [Math.min(fromY, toY), Math.max(fromY, toY)]
      const last = Math.min(rows - 1, Math.ceil((high - south) / height - 0.5) - 1)
      for (let row = Math.max(0, Math.ceil((low - south) / height - 0.5)); row <= last; row++)
        cuts[row]?.push(fromX + ((south + (row + 0.5) * height - fromY) / (toY - fromY)) * (toX - fromX))
    }
  for (const row of cuts) row.sort((a, b) => a - b)
  return cuts
}

/** How much of a line lies within both of two lists of stretches. */
function shared(one: readonly number[], other: readonly number[]): number {
  let length = 0
  for (let a = 0, b = 0; a + 1 < one.length && b + 1 < other.length;) {
    const [aTo = 0, bTo = 0] = [one[a + 1], other[b + 1]]
    length += Math.max(0, Math.min(aTo, bTo) - Math.max(one[a] ?? 0, other[b] ?? 0))
    if (aTo < bTo) a += 2
    else b += 2
  }
  return length
}
