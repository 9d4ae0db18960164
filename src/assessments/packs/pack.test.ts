import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { areToBeTaken, drawn, isSuperseded, packsOf } from './pack.ts'

test('whoever has the seed draws the same evidence again, in whatever order it is told', () => {
  const entries = Array.from({ length: 40 }, (_, n) => n + 1)
  const sample = drawn(entries, 'a seed/D-2')
  assert.deepEqual([sample.length, drawn(entries.toReversed(), 'a seed/D-2')], [5, sample])
  assert.notDeepEqual(drawn(entries, 'another seed/D-2'), sample)
  assert.deepEqual(drawn([3, 1], 'a seed'), [1, 3])
})

test('what rests on no evidence in a team’s self evaluation reaches the panel marked as an assertion', () => {
  const standing = {
    id: 'D-2',
    title: 'Face to face',
    keyElements: [],
    standing: 'kept',
    measures: [],
    commitments: [],
  } as const
  const told = { standard: 'D-2', title: 'Face to face', shortfalls: [] }
  const figures = [{ words: 'Twelve events.', rests: [{ ref: 'R10', entries: [1] }] }]
  const bestPractice = [{ words: 'People like us.', rests: 'assertion' as const }]
  const elsewhere = { ...told, standard: 'D-3', figures, bestPractice: [] }
  const frozen = { hash: 'ab', selfEvaluation: [{ ...told, figures, bestPractice }, elsewhere] }
  const asAt = day('2020-08-02')
  assert.deepEqual(packsOf({ standards: [standing], asAt }, 'a seed', frozen), [
    {
      standardId: 'D-2',
      title: 'Face to face',
      asAt,
      standing: 'kept',
      promises: [],
      sample: [],
      sampledFor: {},
      drawnFrom: 0,
      selfEvaluation: [
        { words: 'Twelve events.', isAssertion: false },
        { words: 'People like us.', isAssertion: true },
      ],
      frozen: 'ab',
    },
  ])
})

test('packs are taken once, and again where the contract was frozen anew, until somebody scored by them', () => {
  const taken = { hasPacks: true, takenFrom: 'ab', newest: 'ab', isScored: false }
  const cases = [
    { ...taken, hasPacks: false, takenFrom: null },
    { ...taken, hasPacks: false, takenFrom: null, newest: null },
    taken,
    { ...taken, takenFrom: null, newest: null },
    { ...taken, newest: 'cd' },
    { ...taken, takenFrom: null },
    { ...taken, newest: 'cd', isScored: true },
  ]
  assert.deepEqual(cases.map(areToBeTaken), [true, true, false, false, true, true, false])
  assert.deepEqual(cases.map(isSuperseded), [false, false, false, false, true, true, true])
})
