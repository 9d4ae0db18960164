import assert from 'node:assert/strict'
import test from 'node:test'
import { day, type Day } from '#platform/day.ts'
import type { Measure } from '#measures/measure.ts'
import { standing, type PeriodStanding, type Standing, type StandingWord } from '#standings/standing.ts'
import { middleOf, monthsOf, standingByMonth } from './year-months.ts'

const year = { from: day('2019-08-02'), to: day('2020-08-01') }
const monthly: Measure = { measure: 'cadence', of: { kind: 'engagement held' }, every: 'FREQ=MONTHLY' }

const period = (from: string, to: string, word: StandingWord): PeriodStanding => ({
  from: day(from),
  to: day(to),
  standing: word,
  value: null,
  evidence: [],
})

const promise = (ref: string, shown: Standing, measures: readonly Measure[] = [monthly]) => ({
  ref,
  text: ref,
  measures,
  standing: shown,
})

const words = (promises: Parameters<typeof standingByMonth>[0], asAt: Day) =>
  standingByMonth(promises, year, asAt).map(({ word, ref }) => word && `${ref} ${word}`)

test('a contract year that begins on 2 August has twelve months, August to July', () => {
  const names = monthsOf(year).map((month) => middleOf(month).slice(0, 7))
  assert.deepEqual([names.length, names[0], names.at(-1)], [12, '2019-08', '2020-07'])
})

test('a half year that was missed counts in the month in which it ended, not in all six', () => {
  const halves = [period('2019-08-02', '2020-01-31', 'kept'), period('2020-02-01', '2020-08-01', 'missed')]
  const shown = words([promise('R35', standing('missed', '', { periods: halves }))], day('2020-08-02'))
  assert.deepEqual(shown, [null, null, null, null, null, 'R35 kept', null, null, null, null, null, 'R35 missed'])
})

test('a period that is still open counts on the day that is asked about, and no later month is judged', () => {
  const halves = [period('2019-08-02', '2020-01-31', 'on course')]
  const shown = words([promise('R35', standing('on course', '', { periods: halves }))], day('2019-10-15'))
  assert.deepEqual(shown, [null, null, 'R35 on course', ...Array(9).fill(null)])
})

test('a month shows the worst of what fell due in it, and whose it is', () => {
  const one = promise('R10', standing('kept', '', { periods: [period('2019-09-01', '2019-09-30', 'kept')] }))
  const other = promise('R19', standing('late', '', { periods: [period('2019-09-01', '2019-09-30', 'late')] }))
  assert.equal(words([one, other], day('2019-12-01'))[1], 'R19 late')
})

test('a promise kept generally forgives a missed day, but not a month of them', () => {
  const daily: Measure = { measure: 'cadence', of: { kind: 'engagement held' }, every: 'FREQ=DAILY', generally: 50 }
  const days = [
    period('2019-09-01', '2019-09-01', 'kept'),
    period('2019-09-02', '2019-09-02', 'missed'),
    period('2019-10-01', '2019-10-01', 'missed'),
  ]
  const shown = words([promise('R09', standing('kept', '', { periods: days }), [daily])], day('2019-12-01'))
  assert.deepEqual(shown.slice(1, 3), ['R09 kept', 'R09 missed'])
})

test('a promise without periods, such as a named contact, stands in the month that is asked about', () => {
  const shown = words([promise('R20', standing('kept', ''))], day('2019-09-10'))
  assert.deepEqual(shown.slice(0, 3), [null, 'R20 kept', null])
})
