import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { english } from '#platform/language/say.ts'
import { raisedByInWords } from './concern.ts'
import { freshnessOf } from './freshness.ts'
import {
  afterStep,
  levelOf,
  nextStep,
  refuseUntold,
  refuseWithoutStrand,
  states,
  steps,
  type PriorityState,
  type Scores,
  type Step,
} from './priority.ts'

/** The course of W1, told again here by hand: whatever is not in it is wrong. */
const right: readonly (readonly [PriorityState, Step, PriorityState])[] = [
  ['raised', 'triage', 'triaged'],
  ['triaged', 'set', 'set'],
  ['triaged', 'turn down', 'turned down'],
  ['set', 'plan', 'planned'],
  ['set', 'update', 'set'],
  ['planned', 'begin', 'in hand'],
  ['planned', 'task', 'planned'],
  ['planned', 'update', 'planned'],
  ['in hand', 'task', 'in hand'],
  ['in hand', 'update', 'in hand'],
  ['in hand', 'report back', 'reported back'],
  ['reported back', 'close', 'closed'],
  ['reported back', 'go on', 'in hand'],
  ['reported back', 'reopen', 'reopened'],
  ['closed', 'reopen', 'reopened'],
  ['reopened', 'plan', 'planned'],
  ['reopened', 'update', 'reopened'],
]

test('from every state each right step leads where it should, and each wrong one is refused in words', () => {
  let refused = 0
  for (const state of states)
    for (const step of steps) {
      const known = right.find(([from, taken]) => from === state && taken === step)
      if (known) assert.equal(afterStep(state, step), known[2], `${step} from ${state}`)
      else {
        refused += 1
        const isRefused = (fault: unknown) =>
          fault instanceof Refusal && fault.status === 409 && fault.message.includes(`It is ${state}`)
        assert.throws(() => afterStep(state, step), isRefused, `${step} from ${state}`)
      }
    }
  assert.equal(refused, states.length * steps.length - right.length)
})

test('no course leads to closed but by reporting back', () => {
  const into = right.filter(([, , to]) => to === 'closed').map(([from]) => from)
  assert.deepEqual(into, ['reported back'])
})

test('each open state has one step that takes it on', () => {
  assert.deepEqual(
    states.map((state) => nextStep(state)),
    [null, 'set', 'plan', 'begin', 'report back', 'close', null, 'plan', null],
  )
})

const scores = (threat: 'low' | 'medium' | 'high', risk = threat, harm = threat): Scores => ({
  threat: { grade: threat, why: 'Seen' },
  risk: { grade: risk, why: 'Seen' },
  harm: { grade: harm, why: 'Seen' },
})

test('one high score of threat, risk or harm makes a higher priority', () => {
  assert.deepEqual(
    [scores('medium'), scores('low', 'low', 'high'), scores('low', 'high', 'low'), scores('high', 'low', 'low')].map(
      levelOf,
    ),
    ['standard', 'higher', 'higher', 'higher'],
  )
})

test('a higher priority is not begun before an engagement works on it, and a standard one may be', () => {
  assert.throws(() => refuseWithoutStrand({ level: 'higher' }, false), /needs an engagement of its own first/)
  refuseWithoutStrand({ level: 'higher' }, true)
  refuseWithoutStrand({ level: 'standard' }, false)
})

test('nothing is closed while we still try, or before the last call is made', () => {
  assert.throws(() => refuseUntold({ outcome: 'still trying' }, 0), /still trying/)
  assert.throws(() => refuseUntold({ outcome: 'done' }, 2), /2 calls are still to be made/)
  refuseUntold({ outcome: 'could not' }, 0)
})

test('fewer than five people who raised it are not counted in public', () => {
  assert.deepEqual(
    [0, 1, 4, 5, 12].map((people) => raisedByInWords(people, english)),
    [null, 'fewer than 5 people', 'fewer than 5 people', '5 people', '12 people'],
  )
})

test('what is told is fresh for a quarter, and its team is asked two weeks before it grows stale', () => {
  const told = day('2026-08-20')
  const at = (today: string) => freshnessOf(told, day(today)).standing
  assert.deepEqual(['2026-11-05', '2026-11-06', '2026-11-20', '2026-11-21'].map(at), [
    'fresh',
    'soon stale',
    'soon stale',
    'stale',
  ])
  assert.deepEqual(freshnessOf(null, told), { lastOn: null, dueOn: null, standing: 'stale' })
})
