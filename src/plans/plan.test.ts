import assert from 'node:assert/strict'
import test from 'node:test'
import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { planFormOf } from '#frameworks/plan-form.ts'
import { day } from '#platform/day.ts'
import { formedFramework } from '../../test/support/plan.ts'
import { adopted } from '#plans/promises/adopted.ts'
import { byHeading, freeRef, movedPromise, withAnswer, withNewPromise } from './plan.ts'

const promise = (ref: string, heading = 'Face to face', text = `What ${ref} says`): Commitment => ({
  ref,
  heading,
  text,
  standards: ['F-1'],
  who: 'the team',
  with: [],
  measures: [],
})

const planOf = (...commitments: Commitment[]): Contract => ({
  id: 'dorset/north/2026',
  teamId: 'dorset/north',
  year: 2026,
  frameworkId: formedFramework.id,
  span: { from: day('2026-12-01'), to: day('2027-11-30') },
  completedOn: null,
  part1: [{ heading: 'History', text: 'We began in 1856.' }],
  goodPractice: [],
  toolRequests: [],
  unread: [],
  revision: 1,
  commitments,
})

const form = planFormOf(formedFramework)
const refs = ({ commitments }: Contract) => commitments.map(({ ref }) => ref)

test('answers stand in the order of the form, and what a plan tells beyond it goes where it is emptied', () => {
  const answered = withAnswer(planOf(), form, 'Listening', 'At markets.')
  assert.deepEqual(answered.part1, [
    { heading: 'Team', text: '' },
    { heading: 'Listening', text: 'At markets.' },
    { heading: 'History', text: 'We began in 1856.' },
  ])
  assert.deepEqual(
    withAnswer(answered, form, 'History', '').part1.map(({ heading }) => heading),
    ['Team', 'Listening'],
  )
})

test('a promise moves beside another of its heading, and twice is as once; what was recommended stays first', () => {
  const plan = planOf(promise('V1a2b3c', 'Recommended'), promise('P1'), promise('P2'), promise('P3'))
  const moved = movedPromise(plan, 'P3', { ref: 'P2', is: 'before' })
  assert.deepEqual(refs(moved), ['V1a2b3c', 'P1', 'P3', 'P2'])
  assert.deepEqual(movedPromise(moved, 'P3', { ref: 'P2', is: 'before' }), moved)
  assert.deepEqual(refs(movedPromise(plan, 'P1', { ref: 'P3', is: 'after' })), ['V1a2b3c', 'P2', 'P3', 'P1'])
  assert.throws(() => movedPromise(plan, 'P1', { ref: 'V1a2b3c', is: 'before' }), /within its heading alone/)
  assert.throws(() => movedPromise(plan, 'P1', { ref: 'P9', is: 'before' }), /P9 is not in the plan/)
  assert.equal(byHeading(plan, form)[0]?.heading, 'Recommended')
})

test('a promise is added after those of its heading; a ref is never given twice, nor that of one taken out', () => {
  const plan = planOf(promise('P1'), promise('P4', 'Councils and schools'))
  assert.deepEqual(refs(withNewPromise(plan, promise('P7'))), ['P1', 'P7', 'P4'])
  assert.throws(() => withNewPromise(plan, promise('P1')), /P1 is in the plan already/)
  assert.equal(freeRef(plan, planOf(promise('P2')), ['promise P3', 'answer Team']), 'P5')
})

test('a promise of another team is taken over without that team’s councils and figures', () => {
  const theirs: Commitment = {
    ...promise('R1'),
    with: ['Clerk of A'],
    words: 'From their document',
    measures: [
      {
        measure: 'cadence',
        of: { kind: 'contact made' },
        expected: { subject: 'council clerk', only: ['west/clerk/a'] },
        every: 'FREQ=MONTHLY',
      },
      {
        measure: 'growth',
        of: { snapshot: 'following counted', quantity: 'likes', only: ['west/account'] },
        from: { value: 7462, on: '2026-08-02' },
        to: { value: 8200 },
        by: 'contract end',
      },
    ],
  }
  assert.deepEqual(adopted(theirs), {
    ...promise('R1'),
    with: [],
    measures: [
      {
        measure: 'cadence',
        of: { kind: 'contact made' },
        expected: { subject: 'council clerk' },
        every: 'FREQ=MONTHLY',
      },
      {
        measure: 'growth',
        of: { snapshot: 'following counted', quantity: 'likes' },
        from: 'contract start',
        to: { value: 8200 },
        by: 'contract end',
      },
    ],
  })
})
