import assert from 'node:assert/strict'
import test from 'node:test'
import { overlapsOf, squareKilometres } from './boundary-overlaps.ts'
import { soundGeometry } from './boundary-faults.ts'
import type { Geometry } from './boundary.ts'
import { crossingOf } from './crossing.ts'

type Corner = [number, number]

const square = (west: number, south: number, size: number): Corner[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const polygon = (...coordinates: Corner[][]): Geometry => ({ type: 'Polygon', coordinates })

/** A coast of bays around a point. */
const coast = (corners: number): Corner[] => {
  const ring = Array.from({ length: corners }, (_, n): Corner => {
    const angle = (n / corners) * 2 * Math.PI
    const far = 0.3 + 0.05 * Math.sin(300 * angle)
    return [-2.5 + far * Math.cos(angle), 50.7 + far * Math.sin(angle)]
  })
  return [...ring, ring[0] as Corner]
}

test('rings that run the wrong way round are turned, and heights are dropped, without a word', () => {
  const [outer, hole] = [square(-3, 50, 0.4), square(-2.9, 50.1, 0.2)]
  const high = outer.toReversed().map(([x, y]) => [x, y, 120])
  assert.deepEqual(soundGeometry({ type: 'Polygon', coordinates: [high, hole] }), polygon(outer, hole.toReversed()))
})

test('a boundary that crosses itself is refused and told where; one that touches itself is not', () => {
  const bow: Corner[] = [
    [-3, 50],
    [-2, 51],
    [-2, 50],
    [-3, 51],
    [-3, 50],
  ]
  assert.equal(soundGeometry(polygon(bow)), 'crosses itself near latitude 50.50000, longitude -2.50000')
  const touching: Corner[] = [
    [-3, 50],
    [-2.5, 50.5],
    [-2, 50],
    [-2, 51],
    [-2.5, 50.5],
    [-3, 51],
    [-3, 50],
  ]
  assert.equal(typeof soundGeometry(polygon(touching)), 'object')
  const twoParts: Geometry = { type: 'MultiPolygon', coordinates: [[square(-3, 50, 0.4)], [square(-2.8, 50.2, 0.4)]] }
  assert.match(String(soundGeometry(twoParts)), /^crosses itself near latitude 50\.[24]0000, longitude -2\.[68]0000$/)
})

test('where a simplified line trips over itself, the tiny loop is cut off and the rest is kept', () => {
  const tripped: Corner[] = [
    [-3, 50],
    [-2.5, 50],
    [-2.499, 50.001],
    [-2.5, 50.001],
    [-2.499, 50],
    [-2, 50],
    [-2, 51],
    [-3, 51],
    [-3, 50],
  ]
  const sound = soundGeometry(polygon(tripped))
  assert.ok(typeof sound === 'object' && sound.type === 'Polygon')
  assert.equal(crossingOf(sound.coordinates), null)
  assert.equal(Math.round(squareKilometres(sound)), 7_865)
})

test('holes outside their ring, rings left open and rings of two corners are told by name', () => {
  assert.equal(
    soundGeometry(polygon(square(-3, 50, 0.4), square(-2, 50, 0.1))),
    'has its hole 1 outside the ring around it, at -2, 50',
  )
  const open = { type: 'MultiPolygon', coordinates: [[square(-3, 50, 1)], [square(-1, 50, 1).slice(0, 4)]] } as const
  assert.equal(
    soundGeometry(open as unknown as Geometry),
    'is not closed: the last corner of its outer ring of part 2 must be its first',
  )
  assert.equal(
    soundGeometry(
      polygon([
        [-3, 50],
        [-2, 50],
        [-3, 50],
      ]),
    ),
    'has fewer than four corners in its ring, which so encloses nothing',
  )
  assert.match(String(soundGeometry(polygon(coast(200_001)))), /^has 200,002 corners, and at most 200,000 can be taken/)
})

test('a coast of 20,000 corners is checked well within two seconds, and one crossing in it is found', () => {
  const began = performance.now()
  const ring = coast(20_000)
  assert.equal(crossingOf([ring]), null)
  const [one, other] = [ring[100] as Corner, ring[9_000] as Corner]
  const crossed = ring.with(100, other).with(9_000, one)
  assert.notEqual(crossingOf([crossed]), null)
  assert.ok(performance.now() - began < 2_000)
})

test('square kilometres are those of the globe, less the holes', () => {
  assert.equal(Math.round(squareKilometres(polygon(square(-3, 50, 1)))), 7_865)
  const holed = squareKilometres(polygon(square(-3, 50, 1), square(-2.9, 50.1, 0.5)))
  assert.ok(holed > 5_880 && holed < 5_920, String(holed))
})

test('two neighbourhoods that claim the same ground are told with how much; those that share a border are not', () => {
  const boundary = (neighbourhoodId: string, ...rings: Corner[][]) => ({
    neighbourhoodId,
    geometry: polygon(...rings),
    population: null,
  })
  const west = boundary('W', square(-3, 50, 0.5))
  assert.deepEqual(overlapsOf([west, boundary('E', square(-2.5, 50, 0.5))]), [])
  const [overlap] = overlapsOf([west, boundary('S', square(-2.75, 50, 0.5))])
  assert.deepEqual(
    { ...overlap, squareKilometres: Math.round(overlap?.squareKilometres ?? 0) },
    { one: 'W', other: 'S', squareKilometres: 988 },
  )
  const island = boundary('I', square(-2.9, 50.1, 0.2))
  assert.deepEqual(overlapsOf([boundary('R', square(-3, 50, 0.5), square(-2.9, 50.1, 0.2)), island]), [])
})
