import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import rrule from 'rrule'
import { addDays, addMonths, day, type Day } from '#platform/day.ts'
import { datesOf, mostDates, mostMonths } from './repeat.ts'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const firstDay = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(day('2026-01-01'), n))
const some = <T extends string | number>(from: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 3 })
const interval = fc.integer({ min: 1, max: 4 })
const nth = fc.tuple(fc.constantFrom(-1, 1, 2, 3, 4), fc.constantFrom(...weekdays)).map(([n, on]) => `${n}${on}`)

/** The parts by which people say when something comes again. */
const rules = fc.oneof(
  interval.map((n) => `FREQ=DAILY;INTERVAL=${n}`),
  fc.tuple(interval, some(weekdays)).map(([n, on]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${on.join(',')}`),
  fc.tuple(interval, nth).map(([n, on]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${on}`),
  fc
    .tuple(interval, some([-1, 1, 13, 28, 29, 30, 31]))
    .map(([n, on]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${on.join(',')}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, on]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${on}`),
  interval.map((n) => `FREQ=YEARLY;INTERVAL=${n}`),
)

const endings = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((count) => (): string => `COUNT=${count}`),
  fc.integer({ min: 0, max: 900 }).map(
    (days) =>
      (first: Day): string =>
        `UNTIL=${addDays(first, days).replaceAll('-', '')}T235959Z`,
  ),
)

/** What an independent reading of RFC 5545 makes of a rule, as far as anybody plans. */
function readElsewhere(rule: string, first: Day): Day[] {
  const start = `DTSTART:${first.replaceAll('-', '')}T120000Z`
  const furthest = new Date(`${addMonths(first, mostMonths)}T23:59:59Z`)
  const found = rrule.rrulestr(`${start}\nRRULE:${rule}`).between(new Date(`${first}T00:00:00Z`), furthest, true)
  return found.map((at) => day(at.toISOString().slice(0, 10)))
}

test('a rule that somebody types gives the dates that an independent reading of RFC 5545 gives', () => {
  let compared = 0
  fc.assert(
    fc.property(firstDay, rules, endings, (first, rule, endingOf) => {
      const ending = endingOf(first)
      const expected = readElsewhere(`${rule};${ending}`, first)
      const dates = datesOf('rule', first, { until: null, times: null }, `${rule};${ending}`)
      const cut = ending.startsWith('COUNT=') && expected.length < Number(ending.slice(6))
      if (expected.length === 0 || expected.length > mostDates || cut) assert.equal(dates.ok, false)
      else {
        compared += 1
        assert.deepEqual(dates, { ok: true, days: expected })
      }
    }),
    { numRuns: 150 },
  )
  assert.ok(compared > 60, `${compared} rules gave dates to compare`)
})
