import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { overlapFault, spanFault } from '#areas/terms/half-term.ts'
import { addDays, day, daysBetween, type Day } from '#platform/day.ts'
import { coverageOf } from './half-term-coverage.ts'

const autumn = { from: day('2026-11-02'), to: day('2026-12-18') }
const always = day('2010-01-01')
const names = (schools: readonly { subjectId: string }[]) => schools.map(({ subjectId }) => subjectId)

/** Each day of a span, one by one: the plain calendar that the rule is held against. */
function daysOf(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => addDays(from, n))
}

test('each half term expects the schools open for half its days, and counts those called in it, by a plain count of days', () => {
  const school = fc.record({
    opens: fc.integer({ min: -60, max: 60 }),
    open: fc.option(fc.integer({ min: 0, max: 90 })),
  })
  const call = fc.record({ school: fc.nat(7), after: fc.integer({ min: -20, max: 70 }) })
  fc.assert(
    fc.property(
      fc.array(school, { maxLength: 8 }),
      fc.array(call, { maxLength: 20 }),
      fc.nat(60),
      (told, called, sofar) => {
        const asAt = addDays(autumn.from, sofar)
        const schools = told.map(({ opens, open }, n) => {
          const from = addDays(autumn.from, opens)
          return { subjectId: String(n), from, to: open === null ? null : addDays(from, open) }
        })
        const calls = called.map(({ school, after }) => ({
          subjectId: String(school),
          on: addDays(autumn.from, after),
        }))
        const days = daysOf(autumn.from, autumn.to)
        const isCalled = (id: string) =>
          days.some((d) => d <= asAt && calls.some((one) => one.subjectId === id && one.on === d))
        const isOpen = ({ from, to }: (typeof schools)[number]) =>
          days.filter((d) => d >= from && (to === null || d <= to)).length * 2 >= days.length
        const expected = schools.filter((one) => isCalled(one.subjectId) || isOpen(one))
        const coverage = coverageOf(autumn, schools, calls, asAt)
        assert.deepEqual(names(coverage.expected), names(expected))
        assert.deepEqual(names(coverage.left), names(expected.filter((one) => !isCalled(one.subjectId))))
      },
    ),
  )
})

test('a school that closes in the first half of a half term is no longer expected, and one that closes later is', () => {
  const closing = (to: string) => [{ subjectId: 'a', from: always, to: day(to) }]
  const left = (to: string) => names(coverageOf(autumn, closing(to), [], autumn.to).left)
  assert.deepEqual([left('2026-11-20'), left('2026-12-04'), left('2026-10-31')], [[], ['a'], []])
})

test('a school that opens in the middle of a half term is expected from the next, unless it was called at once', () => {
  const opened = [{ subjectId: 'a', from: day('2026-12-01'), to: null }]
  const called = [{ subjectId: 'a', on: day('2026-12-07') }]
  assert.deepEqual(coverageOf(autumn, opened, [], autumn.to).of.get('a'), { word: 'not open' })
  assert.deepEqual(coverageOf(autumn, opened, called, autumn.to).of.get('a'), {
    word: 'contacted',
    on: day('2026-12-07'),
  })
})

test('half terms of one council may not share a day, and those of two councils may', () => {
  const dorset = { council: 'Dorset Council', name: 'Autumn 2', ...autumn }
  const early = { ...dorset, name: 'Christmas fair', from: day('2026-12-18'), to: day('2026-12-22') }
  assert.equal(
    overlapFault([early, dorset]),
    'Dorset Council: Christmas fair begins on 18 December 2026, and Autumn 2 lasts until 18 December 2026',
  )
  assert.equal(overlapFault([dorset, { ...early, council: 'Cornwall Council' }]), null)
  assert.equal(overlapFault([dorset, { ...early, from: day('2026-12-19') }]), null)
  assert.equal(spanFault({ from: autumn.to, to: autumn.from }), 'it ends on 2 November 2026, before it begins')
  assert.match(spanFault({ from: day('2026-09-01'), to: day('2026-12-18') }) ?? '', /109 days long/)
})
