import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { agreementInWords, agreementOf } from './agreement.ts'

/** Observers as rows, units as columns, as published examples print them; null where nothing was given. */
const unitsOf = (rows: readonly (readonly (number | null)[])[]): number[][] =>
  (rows[0] ?? []).map((_, unit) => rows.flatMap((row) => (typeof row[unit] === 'number' ? [row[unit]] : [])))

test('the agreement of a panel is Krippendorff’s alpha as its author works it out for four observers and gaps', () => {
  // Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), examples C and D; Content Analysis (1980): ordinal 0.815.
  const units = unitsOf([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ])
  assert.equal(agreementOf(units)?.toFixed(3), '0.815')
})

test('with two grades alone it is the binary alpha of the same paper', () => {
  // The same paper, example A: ten units, two observers, 0.095.
  const units = unitsOf([
    [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    [1, 1, 1, 0, 0, 1, 0, 1, 0, 0],
  ])
  assert.equal(agreementOf(units)?.toFixed(3), '0.095')
})

test('nobody is told of agreement where nothing was judged twice or all gave one grade', () => {
  assert.deepEqual(
    [
      agreementOf([]),
      agreementOf([[1], [2]]),
      agreementOf([
        [2, 2],
        [2, 2],
      ]),
    ],
    [null, null, null],
  )
  assert.equal(
    agreementOf([
      [1, 1],
      [3, 3],
    ]),
    1,
  )
})

test('agreement does not depend on who is asked first, nor on which end of the scale is the better', () => {
  const grade = fc.integer({ min: 0, max: 4 })
  fc.assert(
    fc.property(fc.array(fc.array(grade, { maxLength: 8 }), { maxLength: 10 }), (units) => {
      const said = (told: readonly (readonly number[])[]) => agreementOf(told)?.toFixed(9)
      assert.equal(said(units.map((unit) => unit.toReversed()).toReversed()), said(units))
      assert.equal(said(units.map((unit) => unit.map((each) => 10 - 2 * each))), said(units))
    }),
  )
})

test('what an alpha is worth is said in words', () => {
  assert.deepEqual([0.9, 0.7, 0.1, null].map(agreementInWords), [
    'Agreement (Krippendorff’s alpha) 0.90: the members agree.',
    'Agreement (Krippendorff’s alpha) 0.70: the members agree roughly.',
    'Agreement (Krippendorff’s alpha) 0.10: the members do not agree.',
    'Too little was scored, or all gave the same grade, so agreement cannot be told.',
  ])
})
