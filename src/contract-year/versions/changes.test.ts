import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Commitment } from '#contracts/commitment.ts'
import type { Context, VersionDocument } from '#contracts/versions/version.ts'
import { day } from '#platform/day.ts'
import { amended, newRef, type Amendment } from './amendment.ts'
import { applied, changesBetween, isNothing, named } from './changes.ts'

const monthly = { measure: 'cadence', of: { kind: 'engagement held' }, every: 'FREQ=MONTHLY' } as const

const promise = (ref: string, text = `Promise ${ref}`, measures: Commitment['measures'] = [monthly]): Commitment => ({
  ref,
  heading: 'Face to face',
  text,
  standards: ['D-2'],
  who: 'the team',
  with: [],
  measures,
})

const document = (commitments: readonly Commitment[], contexts: readonly Context[] = []): VersionDocument => ({
  id: 'dorset/west/2026',
  teamId: 'dorset/west',
  year: 2026,
  frameworkId: 'small-2019',
  span: { from: day('2026-08-02'), to: day('2027-08-01') },
  completedOn: day('2026-08-02'),
  part1: [],
  goodPractice: [],
  toolRequests: [],
  unread: [],
  contexts,
  commitments,
})

const snow = { from: day('2027-01-04'), to: day('2027-01-09'), text: 'Snow closed the roads' }

test('what a version changes is named by its promises: added, withdrawn, in other words, measured otherwise', () => {
  const older = document([promise('R10'), promise('R35'), promise('X1')])
  const newer = document([promise('R10', 'Another text'), promise('X1', 'Promise X1', []), promise('A1')], [snow])
  assert.deepEqual(named(changesBetween(older, newer)), {
    added: ['A1'],
    withdrawn: ['R35'],
    reworded: ['R10'],
    remeasured: ['X1'],
    contexts: 1,
  })
  assert.equal(isNothing(changesBetween(older, older)), true)
})

test('a doer, a partner or a standard that changed is named as much as other words', () => {
  const older = document([promise('R10')])
  for (const changed of [{ who: 'the NEO' }, { with: ['clerks'] }, { standards: [] }, { heading: 'Elsewhere' }])
    assert.deepEqual(named(changesBetween(older, document([{ ...promise('R10'), ...changed }]))).reworded, ['R10'])
})

test('what changed, applied to a version, gives the next one, whatever was amended', () => {
  const start = document([promise('R10'), promise('R35'), promise('X1')])
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let before = start
      for (const each of steps) {
        const after = taken(before, each)
        assert.deepEqual(applied(before, changesBetween(before, after)), after)
        before = after
      }
      assert.deepEqual(applied(start, changesBetween(start, before)), before)
      assert.deepEqual(applied(before, changesBetween(before, start)), start)
    }),
  )
})

type Step = { readonly is: Amendment['is']; readonly at: number; readonly words: string; readonly isMeasured: boolean }

const step: fc.Arbitrary<Step> = fc.record({
  is: fc.constantFrom('change', 'add', 'withdraw', 'tell'),
  at: fc.nat(9),
  words: fc.string({ minLength: 1, maxLength: 12 }),
  isMeasured: fc.boolean(),
})

/** The version after a step; a step that would be refused changes nothing. */
function taken(before: VersionDocument, { is, at, words, isMeasured }: Step): VersionDocument {
  const { commitments } = before
  const ref = commitments[at % commitments.length]?.ref ?? ''
  const measures = isMeasured ? [monthly] : []
  const amendments: Readonly<Record<Amendment['is'], Amendment>> = {
    change: { is: 'change', ref, to: { text: words, who: 'the NEO', with: [], measures } },
    add: { is: 'add', promise: promise(newRef(new Set(commitments.map((each) => each.ref))), words, measures) },
    withdraw: { is: 'withdraw', ref },
    tell: { is: 'tell', context: { ...snow, text: words } },
  }
  try {
    return amended(before, amendments[is])
  } catch {
    return before
  }
}

test('a version that puts promises in another order, or changes another part, loses neither', () => {
  const older = document([promise('R10'), promise('R35')])
  const newer = { ...document([promise('R35'), promise('R10')]), goodPractice: ['Tea with the clerks'] }
  assert.deepEqual(applied(older, changesBetween(older, newer)), newer)
  assert.equal(isNothing(changesBetween(older, newer)), false)
})

test('an amendment that changes nothing, names no promise of the contract or takes its last one is refused', () => {
  const only = document([promise('R10')])
  const { text, who, with: parties, measures } = promise('R10')
  const to = { text, who, with: parties, measures }
  assert.throws(() => amended(only, { is: 'change', ref: 'R10', to }), { status: 422, message: /says that already/ })
  assert.throws(() => amended(only, { is: 'change', ref: 'R99', to }), { status: 404 })
  assert.throws(() => amended(only, { is: 'withdraw', ref: 'R10' }), { status: 409, message: /last promise/ })
})

test('a ref that any version ever used is never given again', () => {
  assert.equal(newRef(new Set(['R10', 'A1', 'A3'])), 'A2')
})
