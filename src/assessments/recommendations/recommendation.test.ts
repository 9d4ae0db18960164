import assert from 'node:assert/strict'
import test from 'node:test'
import { addDays, day, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { levelsDue } from '#assessments/follow-up/escalation.ts'
import {
  mayFollow,
  recommendationStates,
  recommendationSteps,
  refuseOutOfTurn,
  standsAt,
  type RecommendationStep,
} from './recommendation.ts'

const later = day('2026-09-01')

/** Told again by hand: which steps may be taken from where it stands, where no more time is asked for and where it is. */
const told: Readonly<
  Record<(typeof recommendationStates)[number], readonly [steps: string, whileTimeIsAsked: string]>
> = {
  'not answered': [
    'answered, closure proposed, more time asked, reassigned',
    'answered, closure proposed, more time granted, more time refused, reassigned',
  ],
  answered: [
    'answered, closure proposed, more time asked, reassigned',
    'answered, closure proposed, more time granted, more time refused, reassigned',
  ],
  'closure proposed': ['closure accepted, sent back, reassigned', 'closure accepted, sent back, reassigned'],
  'closure accepted': ['', ''],
  'sent back': [
    'answered, closure proposed, more time asked, reassigned',
    'answered, closure proposed, more time granted, more time refused, reassigned',
  ],
}

test('each step to a recommendation follows where it stands, and every other is refused in words', () => {
  const wrong: string[] = []
  for (const state of recommendationStates)
    for (const asksUntil of [null, later])
      for (const step of recommendationSteps) {
        const expected = told[state][asksUntil === null ? 0 : 1].split(', ').includes(step)
        const course = { state, asksUntil }
        const refused = statusOf(() => refuseOutOfTurn(step, course))
        if (mayFollow(step, course) !== expected || refused !== (expected ? null : 409))
          wrong.push(`${state}${asksUntil === null ? '' : ', asks for time'}: ${step}: ${refused}`)
      }
  assert.deepEqual(wrong, [])
})

function statusOf(take: () => void): number | null {
  try {
    take()
    return null
  } catch (fault) {
    return fault instanceof Refusal && fault.message.length > 20 ? fault.status : -1
  }
}

const [dueOn, answerBy] = [day('2026-07-31'), day('2026-06-15')]
const taken = (step: RecommendationStep, takenOn: string, until: Day | null = null) => ({
  step,
  takenOn: day(takenOn),
  until,
})
const at = (on: string, ...steps: ReturnType<typeof taken>[]) =>
  standsAt({ firstDueOn: dueOn, answerBy, steps }, day(on))

test('a recommendation is overdue the day after its clock, first for an answer and then for being done', () => {
  const waits = { state: 'not answered', asksUntil: null, dueOn, overdueSince: null }
  assert.deepEqual(at('2026-06-15'), waits)
  assert.deepEqual(at('2026-06-16'), { ...waits, overdueSince: day('2026-06-16') })
  assert.deepEqual(
    at('2026-06-16', taken('answered', '2026-06-17')).state,
    'not answered',
    'what comes later is not known yet',
  )
  assert.equal(at('2026-07-31', taken('answered', '2026-06-20')).overdueSince, null)
  assert.equal(at('2026-08-01', taken('answered', '2026-06-20')).overdueSince, day('2026-08-01'))
})

test('what waits for the panel is not overdue for the team, and is again once it is sent back', () => {
  const proposed = taken('closure proposed', '2026-07-30')
  assert.equal(at('2026-08-20', proposed).overdueSince, null)
  assert.equal(at('2026-08-20', proposed, taken('sent back', '2026-08-19')).overdueSince, day('2026-08-01'))
  assert.equal(at('2027-08-20', proposed, taken('closure accepted', '2026-08-19')).overdueSince, null)
})

test('until the panel gives more time the first day holds; then the later one does', () => {
  const asked = [taken('answered', '2026-06-10'), taken('more time asked', '2026-07-20', later)]
  assert.deepEqual(at('2026-08-02', ...asked), {
    state: 'answered',
    asksUntil: later,
    dueOn,
    overdueSince: day('2026-08-01'),
  })
  const granted = [...asked, taken('more time granted', '2026-08-03', later)]
  assert.deepEqual(at('2026-08-04', ...granted), {
    state: 'answered',
    asksUntil: null,
    dueOn: later,
    overdueSince: null,
  })
  assert.equal(at('2026-09-02', ...granted).overdueSince, day('2026-09-02'))
  const refused = [...asked, taken('more time refused', '2026-08-03')]
  assert.deepEqual(at('2026-08-04', ...refused), {
    state: 'answered',
    asksUntil: null,
    dueOn,
    overdueSince: day('2026-08-01'),
  })
  assert.equal(at('2026-08-04', ...asked, taken('closure proposed', '2026-07-25')).asksUntil, null)
})

test('the longer a recommendation is overdue, the higher up it is told', () => {
  const since = day('2026-08-01')
  const onDay = (days: number) => levelsDue(since, addDays(since, days))
  assert.deepEqual(levelsDue(null, since), [])
  assert.deepEqual(
    [0, 6, 7, 20, 21, 41].map((days) => onDay(days).length),
    [1, 1, 2, 2, 3, 3],
  )
  assert.deepEqual(onDay(42), ['owner', 'inspector', 'senior management', 'panel'])
})
