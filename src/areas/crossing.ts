/** A closed line: its first corner is its last; each corner is longitude, latitude. */
export type Ring = readonly (readonly number[])[]

/** Where two lines of a boundary cross and which they are, or that they are too tangled for it to be found out. */
export type Crossing =
  | {
      readonly longitude: number
      readonly latitude: number
      /** The two lines, counted from 0 through all the rings, the earlier first. */
      readonly lines: readonly [first: number, second: number]
    }
  | 'tangled'

/** Pairs of boxes that are compared before the search is given up: about two seconds. */
const mostCompared = 100_000_000

/**
 * Where the lines of some rings cross, each other's or their own; null where they do not. Lines that only touch, or run along
 * each other, do not cross. Neighbouring lines lie together, so boxes around ever longer stretches of a ring are compared, and
 * only where two overlap what is in them: n log n for a coast, and given up where a ring folds over itself thousands of times.
 */
export function crossingOf(rings: readonly Ring[]): Crossing | null {
  const lines = linesOf(rings)
  if (lines.count < 2) return null
  const tree = boxesOf(lines)
  return search(lines, tree)
}

/** The two ends of each line, as x and y twice. */
type Lines = { readonly ends: Float64Array; readonly count: number }

function linesOf(rings: readonly Ring[]): Lines {
  const count = rings.reduce((sum, ring) => sum + ring.length - 1, 0)
  const ends = new Float64Array(count * 4)
  let at = 0
  for (const ring of rings)
    for (let n = 1; n < ring.length; n++) {
      const [from, to] = [ring[n - 1] ?? [], ring[n] ?? []]
      ends.set([from[0] ?? 0, from[1] ?? 0, to[0] ?? 0, to[1] ?? 0], at)
      at += 4
    }
  return { ends, count }
}

/** A full binary tree: box n is around the boxes 2n and 2n + 1, and the last `leaves` are around one line each. */
type Boxes = { readonly sides: Float64Array; readonly leaves: number }

function boxesOf({ ends, count }: Lines): Boxes {
  const leaves = 2 ** Math.ceil(Math.log2(count))
  const sides = new Float64Array(leaves * 8)
  for (let n = 0; n < leaves; n++) sides.set(n < count ? boxOfLine(ends, n * 4) : nowhere, (leaves + n) * 4)
  for (let n = leaves - 1; n > 0; n--)
    for (let side = 0; side < 4; side++) {
      const [left, right] = [sides[n * 8 + side] as number, sides[n * 8 + 4 + side] as number]
      sides[n * 4 + side] = side < 2 ? Math.min(left, right) : Math.max(left, right)
    }
  return { sides, leaves }
}

/** Past the last line: a box that overlaps nothing. */
const nowhere = [Infinity, Infinity, -Infinity, -Infinity] as const

function boxOfLine(ends: Float64Array, at: number): readonly number[] {
  const [x, y, toX, toY] = endsAt(ends, at)
  return [Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)]
}

const endsAt = (ends: Float64Array, at: number): readonly [x: number, y: number, toX: number, toY: number] => [
  ends[at] ?? 0,
  ends[at + 1] ?? 0,
  ends[at + 2] ?? 0,
  ends[at + 3] ?? 0,
]

function search(lines: Lines, { sides, leaves }: Boxes): Crossing | null {
  const waiting: number[] = [1, 1]
  for (let compared = 0; waiting.length > 0; compared++) {
    if (compared > mostCompared) return 'tangled'
    const [b, a] = [waiting.pop() as number, waiting.pop() as number]
    if (a !== b && !overlap(sides, a * 4, b * 4)) continue
    if (a < leaves) {
      waiting.push(2 * a, 2 * b, 2 * a + 1, 2 * b + 1, 2 * a, 2 * b + 1)
      if (a !== b) waiting.push(2 * a + 1, 2 * b)
    } else if (a !== b) {
      const found = meeting(lines.ends, (a - leaves) * 4, (b - leaves) * 4)
      if (found !== null) return found
    }
  }
  return null
}

function overlap(sides: Float64Array, a: number, b: number): boolean {
  return (
    (sides[a] as number) <= (sides[b + 2] as number) &&
    (sides[b] as number) <= (sides[a + 2] as number) &&
    (sides[a + 1] as number) <= (sides[b + 3] as number) &&
    (sides[b + 1] as number) <= (sides[a + 3] as number)
  )
}

/** Where two lines cross between their ends, or null. */
function meeting(ends: Float64Array, a: number, b: number): Crossing | null {
  const [ax, ay, bx, by] = endsAt(ends, a)
  const [cx, cy, dx, dy] = endsAt(ends, b)
  const side = (px: number, py: number) => (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  const other = (px: number, py: number) => (dx - cx) * (py - cy) - (dy - cy) * (px - cx)
  const [c, d] = [side(cx, cy), side(dx, dy)]
  if (!((c < 0 && d > 0) || (c > 0 && d < 0))) return null
  const [first, second] = [other(ax, ay), other(bx, by)]
  if (!((first < 0 && second > 0) || (first > 0 && second < 0))) return null
  const share = first / (first - second)
  const lines = [Math.min(a, b) / 4, Math.max(a, b) / 4] as const
  return { longitude: ax + share * (bx - ax), latitude: ay + share * (by - ay), lines }
}
