import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, day, weekdayOf, type Day } from '#platform/day.ts'
import { datesOf, type Ending, type Repeat } from './repeat.ts'

const saturday = day('2026-12-12')
const times = (n: number): Ending => ({ until: null, times: n })
const daysOf = (repeat: Repeat, first: Day, ending: Ending, rule?: string) => {
  const dates = datesOf(repeat, first, ending, rule)
  return dates.ok ? dates.days : dates.fault
}

/** Which of its weekday in its month a day is, and whether it is the last, counted on a plain calendar. */
const nthOf = (d: Day) => ({
  nth: Math.ceil(Number(d.slice(8)) / 7),
  isLast: addDays(d, 7).slice(0, 7) !== d.slice(0, 7),
})

const someDay = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(day('2026-01-01'), n))

test('a weekly surgery falls on the days that counting on a calendar gives', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 2), (first, n, weeks) => {
      const counted = Array.from({ length: n }, (_, index) => addDays(first, 7 * weeks * index))
      assert.deepEqual(daysOf(weeks === 1 ? 'week' : 'two weeks', first, times(n)), counted)
    }),
    { numRuns: 40 },
  )
})

test('a monthly market falls on the same weekday of each month, and a fifth one on the last', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 30, max: 1000 }), (first, length) => {
      const until = addDays(first, length)
      const { nth } = nthOf(first)
      const counted: Day[] = []
      for (let d = first; d <= until; d = addDays(d, 1))
        if (weekdayOf(d) === weekdayOf(first) && (nth === 5 ? nthOf(d).isLast : nthOf(d).nth === nth)) counted.push(d)
      assert.deepEqual(daysOf('month', first, { until, times: null }), counted)
    }),
    { numRuns: 40 },
  )
})

test('a rule that somebody types is followed, with the end it names', () => {
  assert.deepEqual(daysOf('rule', saturday, times(9), 'RRULE:FREQ=MONTHLY;BYDAY=2SA;COUNT=3'), [
    '2026-12-12',
    '2027-01-09',
    '2027-02-13',
  ])
  assert.deepEqual(daysOf('rule', saturday, times(9), 'freq=weekly;until=20261225T000000Z'), [
    '2026-12-12',
    '2026-12-19',
  ])
})

test('a series that never happens, never ends or has too many dates is refused in words', () => {
  const endless = { until: null, times: null }
  const toNewYear = { until: day('2027-12-31'), times: null }
  const refused: readonly (readonly [Repeat, Ending, string, string, string])[] = [
    ['week', endless, '', 'until', 'This never ends: enter the last day or how many times'],
    ['rule', endless, 'FREQ=DAILY', 'until', 'This never ends: enter the last day or how many times'],
    [
      'rule',
      toNewYear,
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'rule',
      'This never happens from 12 December 2026 to 31 December 2027',
    ],
    ['rule', toNewYear, 'FREQ=DAILY', 'rule', 'This gives 385 dates: plan no more than 200 at once'],
    ['rule', endless, 'FREQ=DAILY;COUNT=100000', 'times', 'This gives 100000 dates: plan no more than 200 at once'],
    ['rule', toNewYear, 'FREQ=SECONDLY', 'rule', 'Enter an RFC 5545 rule of days, such as FREQ=MONTHLY;BYDAY=2SA'],
    ['rule', toNewYear, 'FREQ=DAILY;BYHOUR=1,2,3', 'rule', 'Leave times out of the rule: the time is asked above'],
    ['rule', toNewYear, 'each Saturday', 'rule', 'Enter an RFC 5545 rule of days, such as FREQ=MONTHLY;BYDAY=2SA'],
    [
      'week',
      { until: day('2026-12-11'), times: null },
      '',
      'until',
      'The last day comes before the first, 12 December 2026',
    ],
    ['month', times(60), '', 'times', `So many times would go on after 12 December 2029: plan fewer`],
  ]
  for (const [repeat, ending, rule, field, fault] of refused)
    assert.deepEqual([rule, datesOf(repeat, saturday, ending, rule)], [rule, { ok: false, field, fault }])
  assert.equal(addMonths(saturday, 36), '2029-12-12')
})
