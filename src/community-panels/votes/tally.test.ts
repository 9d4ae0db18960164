import assert from 'node:assert/strict'
import test from 'node:test'
import { positionOf, tallyOf, votesOn } from './tally.ts'

const scale = ['kept', 'partly', 'not']
const given = (kept: number, partly: number, not: number, unable = 0) => [
  { choice: 'kept', votes: kept },
  { choice: 'partly', votes: partly },
  { choice: 'not', votes: not },
  { choice: 'cannot say', votes: unable },
]

test('under three votes nobody has judged, whatever was chosen', () => {
  const choices = [
    { choice: 'kept', votes: 2, share: null },
    { choice: 'partly', votes: 0, share: null },
    { choice: 'not', votes: 0, share: null },
  ]
  const tally = tallyOf(scale, given(2, 0, 0, 5))
  assert.deepEqual(tally, { choices, votes: 2, cannotSay: 5, verdict: null })
  assert.equal(positionOf(tally), null)
})

test('the verdict is the best choice that more than half gave or bettered', () => {
  assert.equal(tallyOf(scale, given(3, 0, 2)).verdict, 'kept')
  assert.equal(tallyOf(scale, given(2, 0, 2)).verdict, 'not')
  assert.equal(tallyOf(scale, given(2, 1, 1)).verdict, 'partly')
  assert.equal(tallyOf(scale, given(0, 0, 3)).verdict, 'not')
})

test('who cannot say speaks neither for nor against', () => {
  const tally = tallyOf(scale, given(3, 0, 1, 100))
  assert.deepEqual(
    tally.choices.map(({ share }) => share),
    [75, 0, 25],
  )
  assert.equal(tally.verdict, 'kept')
  assert.equal(positionOf(tally), 0.75)
})

test('paper and links are counted apart and add up to one verdict', () => {
  const of = { contractId: 'a', standardId: 'D-2', choice: 'kept' }
  const counted = [
    { ...of, isPaper: true, votes: 2 },
    { ...of, isPaper: false, votes: 1 },
    { ...of, standardId: null, isPaper: false, votes: 9 },
    { ...of, contractId: 'b', isPaper: false, votes: 9 },
  ]
  assert.equal(tallyOf(scale, votesOn(counted, 'a', 'D-2')).votes, 3)
})
