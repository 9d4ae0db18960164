import assert from 'node:assert/strict'
import test from 'node:test'
import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { day } from '#platform/day.ts'
import { comparePlans, type Compared } from './compare.ts'

const promise = (ref: string, text: string, more: Partial<Commitment> = {}): Commitment => ({
  ref,
  heading: 'Face to face',
  text,
  standards: ['D-2'],
  who: 'the team',
  with: [],
  measures: [],
  ...more,
})

const planOf = (...commitments: Commitment[]): Contract => ({
  id: 'dorset/west/2020',
  teamId: 'dorset/west',
  year: 2020,
  frameworkId: 'small-2019',
  span: { from: day('2020-08-02'), to: day('2021-08-01') },
  completedOn: null,
  part1: [],
  goodPractice: [],
  toolRequests: [],
  unread: [],
  revision: 1,
  commitments,
})

const told = (compared: readonly Compared[]) =>
  compared.map(({ is, now, before }) => [is, now?.ref ?? null, before?.ref ?? null])

test('beside last year’s plan, promises are known by their refs: new, gone, said otherwise or measured otherwise', () => {
  const monthly = { measure: 'cadence', of: { kind: 'engagement held' }, every: 'FREQ=MONTHLY' } as const
  const before = planOf(
    promise('R1', 'A surgery each month'),
    promise('R2', 'Walk the town'),
    promise('R3', 'Meet shops'),
    promise('R4', 'Be kind'),
  )
  const now = planOf(
    promise('R4', 'Be kind'),
    promise('R1', 'A surgery each week'),
    promise('R2', 'Walk the town', { measures: [monthly] }),
    promise('P1', 'Ask the young'),
  )
  const compared = comparePlans(now, before, 'by ref')
  assert.deepEqual(told(compared), [
    ['same', 'R4', 'R4'],
    ['changed', 'R1', 'R1'],
    ['changed', 'R2', 'R2'],
    ['new', 'P1', null],
    ['gone', null, 'R3'],
  ])
  assert.deepEqual(compared[1]?.words, [
    { is: 'same', words: 'A surgery each ' },
    { is: 'removed', words: 'month' },
    { is: 'added', words: 'week' },
  ])
  assert.deepEqual(compared[1]?.measured, null)
  assert.deepEqual(compared[2]?.measured, {
    before: 'An assertion: nobody will be able to tell whether it is kept.',
    now: 'Asks for at least one of engagements every month.',
  })
})

test('beside another team’s plan, promises are known by their words, never by a ref that two teams gave', () => {
  const theirs = planOf(
    promise('P1', 'We visit every school each half term'),
    promise('P2', 'A street corner meeting within two weeks of a hotspot'),
    promise('P3', 'We visit every school each half term and tell parents', { standards: ['D-9'] }),
  )
  const ours = planOf(
    promise('P2', 'We visit every school each half term'),
    promise('P1', 'A street corner meeting within one week of a hotspot'),
    promise('P3', 'Volunteers keep our page'),
  )
  assert.deepEqual(told(comparePlans(ours, theirs, 'by words')), [
    ['same', 'P2', 'P1'],
    ['changed', 'P1', 'P2'],
    ['new', 'P3', null],
    ['gone', null, 'P3'],
  ])
})

test('two plans of 200 promises are compared at once', () => {
  const many = (word: string) =>
    planOf(
      ...Array.from({ length: 200 }, (_, n) =>
        promise(`P${n}`, `${word} promise ${n} of the team for the town ${n * 7}`),
      ),
    )
  const from = performance.now()
  assert.equal(comparePlans(many('Our'), many('Their'), 'by words').length >= 200, true)
  assert.ok(performance.now() - from < 3_000, `${performance.now() - from} ms`)
})
