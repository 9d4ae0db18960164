import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, day, type Day } from '#platform/day.ts'
import { dueWord, isLevel, levelInWords, nextDueOf, reviewIsDue } from './relationship.ts'

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('1990-01-01'), n))
const levels = fc
  .record({ years: fc.nat(2), months: fc.nat(14), weeks: fc.nat(60), days: fc.nat(90) })
  .filter(({ years, months, weeks, days }) => years + months + weeks + days > 0)

/** By counting on a wall calendar, one day or one month's name at a time, without the program's own arithmetic. */
function counted(
  from: Day,
  { years, months, weeks, days }: Record<'years' | 'months' | 'weeks' | 'days', number>,
): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const turned = new Date(Date.UTC(year, month - 1, 1))
  for (let n = 0; n < years * 12 + months; n++) turned.setUTCMonth(turned.getUTCMonth() + 1)
  const last = new Date(Date.UTC(turned.getUTCFullYear(), turned.getUTCMonth() + 1, 0)).getUTCDate()
  turned.setUTCDate(Math.min(date, last))
  for (let n = 0; n < weeks * 7 + days; n++) turned.setUTCDate(turned.getUTCDate() + 1)
  return turned.toISOString().slice(0, 10)
}

test('D3.1: the next contact is due, and lapses, on the day that a wall calendar says', () => {
  fc.assert(
    fc.property(days, levels, fc.integer({ min: -20, max: 20 }), (lastContactOn, level, away) => {
      const every = `P${level.years}Y${level.months}M${level.weeks}W${level.days}D`
      const agreed = { every, lastContactOn, agreedOn: null, beganOn: lastContactOn }
      const due = nextDueOf(agreed)
      assert.equal(due, counted(lastContactOn, level))
      const today = addDays(due ?? lastContactOn, away)
      assert.equal(dueWord({ every, nextDue: due }, today) === 'lapsed', today > counted(lastContactOn, level))
    }),
    { numRuns: 500 },
  )
})

test('somebody not met yet is due one length after it was agreed, and nobody is due where nothing was agreed', () => {
  const met = { every: 'P1M', lastContactOn: null, agreedOn: day('2026-01-31'), beganOn: day('2020-01-01') }
  assert.equal(nextDueOf(met), '2026-02-28')
  assert.equal(nextDueOf({ ...met, agreedOn: null }), '2020-02-01')
  assert.equal(nextDueOf({ ...met, every: null }), null)
})

test('a contact is due this week from Monday to its day, lapses the day after, and is in touch before', () => {
  const nextDue = day('2026-11-20')
  const on = (today: string) => dueWord({ every: 'P1M', nextDue }, day(today))
  assert.deepEqual(['2026-11-15', '2026-11-16', '2026-11-20', '2026-11-21'].map(on), [
    'in touch',
    'due this week',
    'due this week',
    'lapsed',
  ])
  assert.equal(dueWord({ every: null, nextDue: null }, nextDue), 'not agreed')
})

test('D3.2: the impact of a relationship is to be looked at once in 365 days', () => {
  const reviewed = { reviewedOn: day('2025-11-21'), beganOn: day('2019-08-02') }
  assert.equal(reviewIsDue(reviewed, day('2026-11-21')), false)
  assert.equal(reviewIsDue(reviewed, day('2026-11-22')), true)
  assert.equal(reviewIsDue({ ...reviewed, reviewedOn: null }, day('2020-08-02')), true)
})

test('a level of contact is a length of whole days or longer', () => {
  assert.deepEqual(['P1W', 'P6M', 'P1Y2M', 'P0D', 'PT5H', 'P', 'weekly', 'P1.5M'].map(isLevel), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
  assert.deepEqual(['P1W', 'P6W', 'P1Y'].map(levelInWords), ['every week', 'every 6 weeks', 'every year'])
})
