import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  day,
  dayAt,
  daysBetween,
  instantAt,
  inWords,
  parseDay,
  weekdayOf,
  type Day,
} from './day.ts'

const anyDay = fc
  .integer({ min: 0, max: 73_000 })
  .map((n) => new Date(Date.UTC(1950, 0, 1 + n)).toISOString().slice(0, 10) as Day)

test('days are counted as the calendar counts them, leap days and century years among them', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -1500, max: 1500 }), (d, n) => {
      const plain = Temporal.PlainDate.from(d)
      assert.equal(addDays(d, n), plain.add({ days: n }).toString())
      assert.equal(addMonths(d, n), plain.add({ months: n }).toString())
      assert.equal(daysBetween(d, addDays(d, n)), n)
      assert.equal(weekdayOf(d), plain.dayOfWeek)
    }),
    { numRuns: 2000 },
  )
})

test('a text that names no day is refused', () => {
  assert.deepEqual(['2020-02-29', '2019-02-29', '2019-13-01', '2019-1-1', '1/2/2019', ''].map(parseDay), [
    '2020-02-29',
    null,
    null,
    null,
    null,
    null,
  ])
  assert.throws(() => day('2019-02-30'), /2019-02-30 is not a day/)
})

test('the day on the force’s clocks is told across the change of the clocks', () => {
  assert.equal(dayAt(new Date('2020-03-28T23:59:00Z'), 'Europe/London'), '2020-03-28')
  assert.equal(dayAt(new Date('2020-06-30T23:30:00Z'), 'Europe/London'), '2020-07-01')
  assert.equal(dayAt(new Date('2020-06-30T23:30:00Z'), 'UTC'), '2020-06-30')
  assert.equal(instantAt(day('2020-07-01'), '00:30', 'Europe/London').toISOString(), '2020-06-30T23:30:00.000Z')
})

test('a day is written as a person says it', () => {
  assert.equal(inWords(day('2019-08-02')), '2 August 2019')
})
