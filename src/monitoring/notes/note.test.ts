import assert from 'node:assert/strict'
import test from 'node:test'
import { day, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { mayTake, noteStandsAt, noteStates, noteSteps, refuseOutOfTurn, type NoteStep } from './note.ts'

const sides = ['team', 'office'] as const

test('each step of a note is taken by its own side and when it is its turn, and every other is refused in words', () => {
  const allowed: string[] = []
  const wrong: string[] = []
  for (const state of noteStates)
    for (const side of sides)
      for (const step of noteSteps) {
        if (mayTake(step, state, side)) allowed.push(`${state}: ${side} ${step}`)
        const expected = mayTake(step, state, side) ? null : (step === 'answered') === (side === 'team') ? 409 : 403
        const status = statusOf(() => refuseOutOfTurn(step, state, side))
        if (status !== expected) wrong.push(`${state}: ${side} ${step}: ${status}, not ${expected}`)
      }
  assert.deepEqual(wrong, [])
  assert.deepEqual(allowed, [
    'waits: team answered',
    'waits: office closed',
    'answered: team answered',
    'answered: office asked again',
    'answered: office closed',
  ])
})

function statusOf(take: () => void): number | null {
  try {
    take()
    return null
  } catch (fault) {
    return fault instanceof Refusal && fault.message.length > 20 ? fault.status : -1
  }
}

const said = (step: NoteStep, takenOn: string, answerBy: Day | null = null) => ({
  step,
  takenOn: day(takenOn),
  answerBy,
})

test('a note is overdue the day after its clock while nobody answered, and what is asked again has a clock of its own', () => {
  const at = (on: string, ...steps: ReturnType<typeof said>[]) =>
    noteStandsAt({ answerBy: day('2026-12-05'), steps }, day(on))
  const waits = { state: 'waits', answerBy: day('2026-12-05'), overdueSince: null }
  assert.deepEqual([at('2026-12-05'), at('2026-12-06').overdueSince], [waits, day('2026-12-06')])
  const answered = said('answered', '2026-12-10')
  assert.deepEqual(at('2026-12-09', answered).overdueSince, day('2026-12-06'))
  assert.deepEqual(at('2026-12-10', answered), { ...waits, state: 'answered' })
  const again = [answered, said('asked again', '2026-12-11', day('2026-12-20'))]
  assert.deepEqual(at('2026-12-21', ...again), {
    state: 'waits',
    answerBy: day('2026-12-20'),
    overdueSince: day('2026-12-21'),
  })
  assert.deepEqual(at('2027-03-01', ...again, said('closed', '2026-12-21')).state, 'closed')
})
