import type { Expected, Reading } from '#measures/measure.ts'
import { english, type Say } from '#platform/language/say.ts'
import { addDays, addMonths, daysBetween, startOfMonth, type Day, type Span } from '#platform/day.ts'
import { earlier, later, lengthOf, type Calendar } from './calendar.ts'
import type { Evidence, EvidenceIndex } from './evidence-index.ts'

/** Something a promise may be about, and when it existed. */
export type SubjectLifetime = {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly from: Day
  readonly to: Day | null
}

/** All that a standing depends on, and nothing else. */
export type Question = {
  readonly year: Span
  readonly asAt: Day
  readonly evidence: EvidenceIndex
  readonly subjects: readonly SubjectLifetime[]
  readonly calendar: Calendar
  /** The language in which it is told why; it changes nothing else. */
  readonly say: Say
}

/** One thing that must be touched: a subject, or a value of a facet, for as long as it exists. */
export type Expectation = {
  readonly id: string | null
  readonly label: string
  readonly lifetime: { readonly from: Day; readonly to: Day | null }
  readonly touchedBy: (row: Evidence) => boolean
}

const always = { from: '0001-01-01' as Day, to: null }

/** The rows of a reading that touch what is expected, oldest first. */
export const rowsTouching = (
  expectation: Expectation,
  reading: Reading,
  { evidence }: Question,
): readonly Evidence[] =>
  expectation.id === null
    ? evidence.read(reading).filter(expectation.touchedBy)
    : evidence.touching(reading, expectation.id)

/** What must be touched in the contract year, in a fixed order: subjects that exist in it, or values of a facet. */
export function expectationsOf(expected: Expected, question: Question): Expectation[] {
  if ('facet' in expected)
    return expected.values.map((value) => ({
      id: null,
      label: value,
      lifetime: always,
      touchedBy: (row) => {
        const given = row.facets[expected.facet]
        return given === value || (Array.isArray(given) && given.includes(value))
      },
    }))
  return question.subjects
    .filter((s) => s.kind === expected.subject && (!expected.only || expected.only.includes(s.id)))
    .filter((s) => s.from <= question.year.to && (s.to === null || s.to >= question.year.from))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1))
    .map((s) => ({ id: s.id, label: s.label, lifetime: s, touchedBy: (row) => row.subjects.includes(s.id) }))
}

/** Whether something existed for at least half of a period: it is then expected in it. */
export function existsIn(period: Span, lifetime: { from: Day; to: Day | null }): boolean {
  const from = later(period.from, lifetime.from)
  const to = lifetime.to === null ? period.to : earlier(period.to, lifetime.to)
  return to >= from && (daysBetween(from, to) + 1) * 2 >= lengthOf(period)
}

/** The part of a period up to the as-at day. */
export const soFar = (period: Span, asAt: Day): Span => ({ from: period.from, to: earlier(period.to, asAt) })

/** What is not yet done falls due in the last quarter of its period, and in its last week at the latest. */
export const isPressing = (period: Span, asAt: Day): boolean =>
  daysBetween(asAt, period.to) < Math.max(7, lengthOf(period) / 4)

/** A period as a person names it: `March 2020`, or `2 August 2019 to 31 January 2020`. */
export function periodInWords(period: Span, say: Say = english): string {
  if (period.from === period.to) return say.day(period.from)
  return isMonth(period) ? say.month(period.from) : say.text`${say.day(period.from)} to ${say.day(period.to)}`
}

/** Whether a period is a month, give or take a day at either end. */
export function isMonth({ from, to }: Span): boolean {
  const month = startOfMonth(from)
  const end = addDays(addMonths(month, 1), -1)
  return daysBetween(month, from) <= 1 && Math.abs(daysBetween(end, to)) <= 1
}

/** `3 clerks`, `1 clerk`. */
export const counted = (n: number, [one, several]: readonly [string, string], say: Say): string =>
  say.count(n, { one: `{n} ${one}`, other: `{n} ${several}` })

/** A figure as a person reads it: at most one decimal. */
export const figure = (n: number): string => numbers.format(n)

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** `a`, `a and b`, `a, b and c`; past four, `a, b, c and 5 more`. */
export const listed = (words: readonly string[], say: Say = english): string =>
  words.length > 4 ? say.text`${words.slice(0, 3).join(', ')} and ${words.length - 3} more` : say.list(words)
