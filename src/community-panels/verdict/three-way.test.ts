import assert from 'node:assert/strict'
import test from 'node:test'
import { tallyOf } from '../votes/tally.ts'
import { byGap, gapOf, keptOf, positionsOf } from './three-way.ts'

const none = { evidence: null, team: null, 'OPCC panel': null, community: null }
const scale = ['outstanding', 'good', 'adequate', 'poor', 'inadequate']

test('the gap is between the two sides that are furthest apart', () => {
  assert.deepEqual(gapOf({ ...none, evidence: 1, 'OPCC panel': 0.75, community: 0.25 }), {
    size: 0.75,
    best: 'evidence',
    worst: 'community',
  })
})

test('a side that has not judged is unknown and not zero, so it makes no gap', () => {
  assert.equal(gapOf(none), null)
  assert.equal(gapOf({ ...none, evidence: 1 }), null)
  assert.deepEqual(gapOf({ ...none, evidence: 1, community: 1 }), { size: 0, best: 'evidence', worst: 'community' })
})

test('the largest gap comes first, what cannot be compared last, and equals stay in order', () => {
  const at = (id: string, size: number | null) => ({
    id,
    gap: size === null ? null : { size, best: 'evidence' as const, worst: 'community' as const },
  })
  const ids = byGap([at('a', null), at('b', 0.2), at('c', 0), at('d', 0.9), at('e', 0.2)]).map(({ id }) => id)
  assert.deepEqual(ids, ['d', 'b', 'e', 'c', 'a'])
})

test('promises that are not due yet, or of which nothing is known, speak neither for nor against', () => {
  const words = ['kept', 'on course', 'due', 'late', 'missed', 'unknown', 'unmeasurable'] as const
  assert.deepEqual(keptOf(words.map((standing) => ({ standing }))), { kept: 2, of: 4 })
})

test('all sides are put on one line from nought to one', () => {
  const tally = tallyOf(
    ['yes', 'partly', 'no'],
    [
      { choice: 'yes', votes: 1 },
      { choice: 'no', votes: 3 },
    ],
  )
  const positions = { evidence: 0.5, team: null, 'OPCC panel': 0.75, community: 0.25 }
  assert.deepEqual(positionsOf({ kept: { kept: 2, of: 4 }, grade: { grade: 'good', scale }, tally }), positions)
  assert.deepEqual(positionsOf({ kept: { kept: 0, of: 0 }, grade: null, tally: null }), none)
  assert.equal(
    positionsOf({ kept: { kept: 0, of: 0 }, grade: { grade: 'gone', scale }, tally: null })['OPCC panel'],
    null,
  )
})
