import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { afterStep, dayFaults, phases, refuseTooEarly, seatFor, steps, type RoundStep, type Seat } from './round.ts'

const seats: readonly Seat[] = ['chair', 'member', 'team', 'office', 'nobody']

/** Told again by hand: in which phases, by whom (c chair, m member, t team, o office), and where it leads. */
const told: Readonly<Record<RoundStep, readonly [phases: string, seats: string, leads?: string]>> = {
  'set the rubric': ['set up', 'c'],
  'move the days': ['set up, scoring, moderation', 'c'],
  'change the panel': ['set up, scoring, moderation', 'c'],
  'declare a conflict': ['set up, scoring, moderation', 'cm'],
  'begin scoring': ['set up', 'c', 'scoring'],
  'give a score': ['scoring, moderation', 'cm'],
  'begin moderation': ['scoring', 'c', 'moderation'],
  'moderate a score': ['moderation', 'c'],
  'rate a contract': ['moderation', 'c'],
  dissent: ['moderation', 'cm'],
  recommend: ['moderation', 'c'],
  'close the round': ['moderation', 'c', 'closed'],
  'answer a recommendation': ['closed', 't'],
  'judge an answer': ['closed', 'cmo'],
}

test('each step of a round is taken by those whose it is and when it is, and every other is refused in words', () => {
  const wrong: string[] = []
  for (const step of Object.keys(steps) as RoundStep[])
    for (const phase of phases)
      for (const seat of seats) {
        const [when, who, leads] = told[step]
        const isTheirs = who.includes(seat === 'nobody' ? '-' : seat.charAt(0))
        const expected = !isTheirs ? 403 : !when.split(', ').includes(phase) ? 409 : (leads ?? phase)
        const answer = answerOf(() => afterStep(step, phase, seat))
        if (answer !== expected) wrong.push(`${step}, ${phase}, ${seat}: ${answer}, not ${expected}`)
      }
  assert.deepEqual(wrong, [])
  assert.throws(() => afterStep('close the round', 'scoring', 'chair'), /This round is being scored/)
})

const answerOf = (take: () => unknown): unknown => {
  try {
    return take()
  } catch (fault) {
    return fault instanceof Refusal && fault.message.length > 20 ? fault.status : fault
  }
}

const days = {
  opensOn: day('2026-05-01'),
  scoringOn: day('2026-05-10'),
  moderationOn: day('2026-06-01'),
  closesOn: day('2026-06-20'),
}

test('a round whose moderation would begin before its scoring is refused in words', () => {
  assert.deepEqual(dayFaults(days), {})
  assert.deepEqual(dayFaults({ ...days, moderationOn: day('2026-05-09') }), {
    moderationOn: 'Moderation cannot begin before scoring, which begins on 10 May 2026',
  })
  assert.deepEqual(dayFaults({ ...days, scoringOn: day('2026-04-30'), closesOn: day('2026-05-31') }), {
    scoringOn: 'Scoring cannot begin before the round opens on 1 May 2026',
    closesOn: 'The round cannot close before moderation, which begins on 1 June 2026',
  })
})

test('nothing of a round begins before its day', () => {
  const round = {
    ...days,
    id: '',
    forceId: '',
    year: 2026,
    grades: [],
    answerWithin: 56,
    phase: 'set up',
    closedOn: null,
  } as const
  assert.throws(() => refuseTooEarly('begin scoring', round, day('2026-05-09')), /Scoring begins on 10 May 2026/)
  assert.throws(() => refuseTooEarly('begin moderation', round, day('2026-05-31')), /Moderation begins on 1 June 2026/)
  refuseTooEarly('begin scoring', round, day('2026-05-10'))
  refuseTooEarly('begin moderation', round, day('2026-06-01'))
})

test('where the chair has a conflict, a member moderates', () => {
  assert.deepEqual(
    [seatFor('member', true), seatFor('member', false), seatFor('nobody', true), seatFor('chair', false)],
    ['chair', 'member', 'nobody', 'chair'],
  )
})
