import assert from 'node:assert/strict'
import test from 'node:test'
import type { Measure } from '#measures/measure.ts'
import { day } from '#platform/day.ts'
import type { CommitmentStanding } from '#standings/contract-standing.ts'
import {
  standing,
  type ObligationStanding,
  type PeriodStanding,
  type Standing,
  type StandingWord,
} from '#standings/standing.ts'
import { weekOf } from './week.ts'

// 18 November 2026 is a Wednesday; its week ends on Sunday the 22nd.
const today = day('2026-11-18')
const weekly: Measure = { measure: 'cadence', of: { kind: 'contact made' }, every: 'FREQ=WEEKLY' }
const held: Measure = {
  measure: 'count',
  of: { kind: 'engagement held', where: { method: ['surgery', 'drop-in'] } },
  per: 'month',
  target: { atLeast: 1 },
}
const undecided: Measure = { measure: 'cadence', of: { kind: 'post published' }, every: null, undecided: 'how often' }

function promise(ref: string, stands: Standing, measures: readonly Measure[] = [weekly]): CommitmentStanding {
  const commitment = {
    ref,
    text: `We promise ${ref}.`,
    heading: 'Plan',
    standards: [],
    who: 'the team',
    with: [],
    measures: [...measures],
  }
  return { ref, text: commitment.text, measures, standing: stands, commitment }
}

const period = (from: string, to: string, word: StandingWord, evidence: readonly number[] = []): PeriodStanding => ({
  from: day(from),
  to: day(to),
  standing: word,
  value: evidence.length,
  evidence,
})

const obligation = (
  subject: string,
  word: StandingWord,
  nextDue: string | null,
  periods: readonly PeriodStanding[] = [],
): ObligationStanding => ({
  subject,
  subjectId: subject,
  standing: word,
  value: null,
  nextDue: nextDue === null ? null : day(nextDue),
  reason: `${subject} is ${word}.`,
  period: null,
  gaps: [],
  evidence: [],
  periods,
})

const week = (...promises: readonly CommitmentStanding[]) => weekOf({ standards: [], others: promises, today })
const shown = (rows: ReturnType<typeof week>['lapsing']) =>
  rows.map(({ ref, forWhom, by, standing: word }) => [ref, forWhom, by, word])

test('what is not yet done and falls due by Sunday lapses; on Monday it would be too late', () => {
  const { sunday, lapsing, slipping } = week(
    promise('A', standing('due', 'Not yet.', { nextDue: day('2026-11-22') })),
    promise('B', standing('on course', 'Not yet.', { nextDue: day('2026-11-23') })),
    promise('C', standing('kept', 'Done.', { nextDue: day('2026-11-22') })),
    promise('D', standing('on course', 'Not yet.', { nextDue: day('2026-11-19') })),
  )
  assert.equal(sunday, '2026-11-22')
  assert.deepEqual(shown(lapsing), [
    ['D', [], '2026-11-19', 'on course'],
    ['A', [], '2026-11-22', 'due'],
  ])
  assert.deepEqual(slipping, [])
})

test('a week that was missed once still lapses again on Sunday, and says so once', () => {
  const missedThenOpen = [period('2026-11-09', '2026-11-15', 'missed'), period('2026-11-16', '2026-11-22', 'due')]
  const { lapsing, slipping } = week(
    promise('A', standing('missed', 'Missed once.', { nextDue: day('2026-11-22'), periods: missedThenOpen })),
  )
  assert.deepEqual(shown(lapsing), [['A', [], '2026-11-22', 'missed']])
  assert.deepEqual(slipping, [])
})

test('a promise that was missed and made good since is left alone, one that is open again is not', () => {
  const good = [period('2026-10-01', '2026-10-31', 'missed'), period('2026-11-01', '2026-11-30', 'kept', [7])]
  const open = [period('2026-10-01', '2026-10-31', 'missed'), period('2026-11-01', '2026-11-30', 'on course')]
  const { lapsing, slipping } = week(
    promise('A', standing('missed', 'Made good.', { nextDue: day('2026-12-31'), periods: good })),
    promise('B', standing('missed', 'Open.', { nextDue: day('2026-11-30'), periods: open })),
    promise('C', standing('missed', 'Its day is over.', { nextDue: null })),
  )
  assert.deepEqual([lapsing, shown(slipping)], [[], [['B', [], '2026-11-30', 'missed']]])
})

test('what is late tells the day on which it fell due', () => {
  const late = [period('2026-08-02', '2026-10-31', 'late'), period('2026-11-01', '2027-01-31', 'on course')]
  const { slipping } = week(promise('A', standing('late', 'Overdue.', { nextDue: day('2027-01-31'), periods: late })))
  assert.deepEqual(shown(slipping), [['A', [], '2026-10-31', 'late']])
})

test('clerks who are due on the same day make one row, those kept make none', () => {
  const of = (label: string, word: StandingWord, due: string) =>
    obligation(label, word, due, [period('2026-08-02', due, word)])
  const clerks = [
    of('Bridport', 'due', '2026-11-22'),
    of('Dorchester', 'due', '2026-11-22'),
    of('Lyme Regis', 'kept', '2026-11-22'),
    of('Sherborne', 'due', '2026-11-30'),
  ]
  const { lapsing, slipping } = week(promise('A', standing('due', 'Two are left.', { obligations: clerks })))
  assert.deepEqual(shown(lapsing), [['A', ['Bridport', 'Dorchester'], '2026-11-22', 'due']])
  assert.deepEqual(shown(slipping), [['A', ['Sherborne'], '2026-11-30', 'due']])
  assert.deepEqual([lapsing[0]?.reason, slipping[0]?.reason], ['Two are left.', 'Sherborne is due.'])
})

test('what slips is told worst first: late, missed, due, without figures, without a decision', () => {
  const { slipping } = week(
    promise('decision', standing('unmeasurable', 'Nobody decided.'), [undecided]),
    promise('assertion', standing('unmeasurable', 'An assertion.'), []),
    promise('figures', standing('unknown', 'No figures.')),
    promise('due', standing('due', 'Soon.', { nextDue: day('2026-12-01') })),
    promise('late', standing('late', 'Late.')),
    promise('kept', standing('kept', 'Done.')),
  )
  assert.deepEqual(
    slipping.map(({ ref, next }) => [ref, next?.do ?? null]),
    [
      ['late', 'import evidence'],
      ['due', 'import evidence'],
      ['figures', 'import evidence'],
      ['decision', null],
    ],
  )
})

test('the cheapest next thing is to record the engagement that was promised, else to bring in its evidence', () => {
  const { slipping } = week(
    promise('A', standing('late', 'Late.'), [held]),
    promise('B', standing('late', 'Late.'), [weekly]),
    promise('C', standing('unknown', 'Nobody judged.'), [
      {
        measure: 'judged',
        of: { kind: 'judgement given' },
        question: 'Is it good?',
        scale: ['no', 'yes'],
        passes: ['yes'],
      },
    ]),
  )
  assert.deepEqual(
    slipping.map(({ next }) => next),
    [{ do: 'record an engagement', method: 'surgery' }, { do: 'import evidence', kind: 'contact made' }, null],
  )
})

test('an enquiry still waiting for its answer lapses by Sunday, though all others were answered in time', () => {
  const answered: Measure = {
    measure: 'latency',
    from: { kind: 'enquiry received' },
    to: { kind: 'enquiry answered' },
    within: 'P2D',
    share: 90,
  }
  const { lapsing } = week(
    promise('A', standing('kept', 'One is waiting.', { nextDue: day('2026-11-20') }), [answered]),
  )
  assert.deepEqual(shown(lapsing), [['A', [], '2026-11-20', 'kept']])
  assert.deepEqual(lapsing[0]?.next, { do: 'import evidence', kind: 'enquiry answered' })
})

test('a commitment that serves two standards is told once', () => {
  const one = promise('A', standing('late', 'Late.'))
  const standard = {
    id: 'D-1',
    title: 'One',
    keyElements: [],
    standing: 'late' as const,
    measures: [],
    commitments: [one],
  }
  assert.equal(weekOf({ standards: [standard, { ...standard, id: 'D-2' }], others: [], today }).slipping.length, 1)
})
