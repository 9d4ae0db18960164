import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  gridPointFault,
  gridPointOf,
  gridReference,
  locationOf,
  metresBetween,
  readGridReference,
} from './grid-reference.ts'

/** Marks that the Ordnance Survey publishes in both systems to prove a conversion: Caister first, then from Scilly to London. */
const marks = [
  [52.6580078, 1.716074, 651_409.804, 313_177.45],
  [49.9222639373, -6.29977752014, 91_492.146, 11_318.804],
  [49.9600613782, -5.20304609998, 170_370.718, 11_572.405],
  [50.4388582561, -4.10864563561, 250_359.811, 62_016.569],
  [50.57563665, -1.2978227724, 449_816.371, 75_335.861],
  [51.4893656495, -0.1199255718, 530_624.974, 178_388.464],
] as const

test('marks that the Ordnance Survey publishes in both systems lie within five metres of where it says', () => {
  for (const [latitude, longitude, easting, northing] of marks) {
    const point = gridPointOf({ latitude, longitude })
    assert.ok(point !== null && metresBetween(point, { easting, northing }) < 5, JSON.stringify(point))
    assert.ok(metresBetween(gridPointOf(locationOf({ easting, northing })) ?? point, { easting, northing }) < 0.1)
  }
})

test('a place goes to the National Grid and comes back within a hand’s breadth, wherever it is in Great Britain', () => {
  const numbers = fc.record({
    easting: fc.integer({ min: 80_000, max: 655_000 }),
    northing: fc.integer({ min: 10_000, max: 1_215_000 }),
  })
  fc.assert(
    fc.property(numbers, (point) => {
      const back = gridPointOf(locationOf(point))
      assert.ok(back !== null && metresBetween(back, point) < 0.1, JSON.stringify({ point, back }))
    }),
  )
})

test('a grid reference names the same square whether it is written or read', () => {
  const bridport = { easting: 346_648, northing: 92_937 }
  assert.deepEqual(
    ([6, 8, 10] as const).map((figures) => gridReference(bridport, figures)),
    ['SY 466 929', 'SY 4664 9293', 'SY 46648 92937'],
  )
  const squares = [
    [{ easting: 0, northing: 0 }, 'SV 00000 00000'],
    [{ easting: 651_409, northing: 313_177 }, 'TG 51409 13177'],
    [{ easting: 216_667, northing: 771_283 }, 'NN 16667 71283'],
    [{ easting: 463_000, northing: 1_213_000 }, 'HP 63000 13000'],
  ] as const
  for (const [point, reference] of squares) {
    assert.equal(gridReference(point), reference)
    assert.deepEqual(readGridReference(reference), { value: point })
  }
  assert.equal(gridReference({ easting: 700_000, northing: 1 }), null)
})

test('people type grid references in any spacing; the middle of the square is taken', () => {
  for (const typed of ['SY 466 929', 'sy466929', ' Sy 466929 ', 'S Y 4 6 6 9 2 9'])
    assert.deepEqual(readGridReference(typed), { value: { easting: 346_650, northing: 92_950 } }, typed)
  assert.deepEqual(readGridReference('SY 4664 9293'), { value: { easting: 346_645, northing: 92_935 } })
})

test('a grid reference that names no place is refused in words', () => {
  const words = (typed: string) => {
    const read = readGridReference(typed)
    return 'words' in read ? read.words : null
  }
  assert.equal(words('Bridport'), 'a grid reference is two letters and figures, such as SY 466 929')
  assert.equal(words('SY 466 92'), 'a grid reference has as many figures east as north')
  assert.equal(words('SY 46 92'), 'a grid reference has 6, 8 or 10 figures')
  assert.equal(words('SI 466 929'), 'there is no square SI on the National Grid')
  assert.equal(words('AA 466 929'), 'there is no square AA on the National Grid')
})

test('numbers that are no place on the grid are told apart: swapped, off the grid, at sea', () => {
  assert.equal(gridPointFault({ easting: 346_648, northing: 92_937 }), null)
  assert.equal(gridPointFault({ easting: 1_213_000, northing: 463_000 }), 'easting and northing are swapped')
  assert.equal(gridPointFault({ easting: -5, northing: 3 }), 'the place lies off the National Grid')
  assert.equal(gridPointFault({ easting: Number.NaN, northing: 3 }), 'easting and northing must be numbers of metres')
  assert.equal(gridPointOf({ latitude: 48.85, longitude: -8 }), null)
})
