import type { MultiPolygon } from 'geojson'
import { boxOf, type Box } from './boundary.ts'

/** Outlines as paths of an SVG 1000 wide. */
export type Drawing = {
  readonly height: number
  /** One for each outline, in their order: its path, and where a sign on it may stand. */
  readonly shapes: readonly { readonly path: string; readonly x: number; readonly y: number }[]
}

const width = 1000
const highest = 1400
const margin = 8
/** With six letters a corner, this keeps the largest force’s map well under 100 KB. */
const mostCorners = 9_000

type Point = readonly [x: number, y: number]

/**
 * Outlines drawn in as many corners as a page can afford. Corners are put on a grid, made coarser until they are few enough, so
 * that neighbours who share a border keep sharing it. Null where there is nothing to draw.
 */
export function drawingOf(outlines: readonly MultiPolygon[]): Drawing | null {
  if (outlines.length === 0) return null
  const { height, project } = frameOf(outlines.map(boxOf))
  const rings = outlines.map(({ coordinates }) => coordinates.flat().map((ring) => ring.map(project)))
  for (let grid = 1; ; grid *= 1.5) {
    const drawn = rings.map((own) =>
      own.map((ring) => coarse(ring, Math.round(grid))).filter((ring) => ring.length > 2),
    )
    const corners = drawn.flat().reduce((sum, ring) => sum + ring.length, 0)
    if (corners <= mostCorners || grid > 50)
      return { height, shapes: drawn.map((own, n) => shapeOf(own, rings[n] ?? [])) }
  }
}

/** Degrees of longitude are narrower than those of latitude by the cosine of the latitude. */
function frameOf(boxes: readonly Box[]) {
  const west = Math.min(...boxes.map((box) => box.west))
  const south = Math.min(...boxes.map((box) => box.south))
  const east = Math.max(...boxes.map((box) => box.east))
  const north = Math.max(...boxes.map((box) => box.north))
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const wide = Math.max((east - west) * narrowing, 1e-6)
  const high = Math.max(north - south, 1e-6)
  const scale = Math.min((width - 2 * margin) / wide, (highest - 2 * margin) / high)
  const left = (width - wide * scale) / 2
  const project = ([longitude = 0, latitude = 0]: readonly number[]): Point => [
    left + (longitude - west) * narrowing * scale,
    margin + (north - latitude) * scale,
  ]
  return { height: Math.round(high * scale) + 2 * margin, project }
}

function coarse(ring: readonly Point[], grid: number): Point[] {
  const points: Point[] = []
  for (const [x, y] of ring) {
    const point: Point = [Math.round(x / grid) * grid, Math.round(y / grid) * grid]
    const last = points.at(-1)
    if (last?.[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  return points
}

/** A neighbourhood too small for the grid is drawn as a dot, so that it can still be pressed. */
function shapeOf(
  drawn: readonly (readonly Point[])[],
  whole: readonly (readonly Point[])[],
): Drawing['shapes'][number] {
  const [longest = []] = (drawn.length > 0 ? drawn : whole).toSorted((a, b) => b.length - a.length)
  const mean = (axis: 0 | 1) => Math.round(longest.reduce((sum, point) => sum + point[axis], 0) / longest.length)
  const [x, y] = [mean(0), mean(1)]
  return { path: drawn.length > 0 ? drawn.map(pathOf).join('') : `M${x - 4} ${y - 4}h8v8h-8z`, x, y }
}

/** Each corner is told by how far it is from the last, in the fewest letters. */
function pathOf(ring: readonly Point[]): string {
  let path = ''
  let [lastX, lastY] = [0, 0]
  for (const [x, y] of ring) {
    path += path === '' ? `M${x} ${y}l` : `${signed(x - lastX)}${signed(y - lastY)}`
    ;[lastX, lastY] = [x, y]
  }
  return `${path.replace(/l /, 'l')}z`
}

const signed = (n: number): string => (n < 0 ? String(n) : ` ${n}`)
