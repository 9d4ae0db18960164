import { addDays, addMonths, monthInWords, startOfMonth, type Day, type Span } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { parseDay } from '#platform/day.ts'

/** Whole months, each named by its first day. */
export type Period = { readonly from: Day; readonly to: Day }

/** The days of a period. */
export const daysOf = ({ from, to }: Period): Span => ({ from, to: addDays(addMonths(to, 1), -1) })

/** Every month of a period, in order. */
export function monthsOf({ from, to }: Period): Day[] {
  const months: Day[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}

/** `November 2025 to October 2026`. */
export const periodInWords = ({ from, to }: Period): string =>
  from === to ? monthInWords(from) : `${monthInWords(from)} to ${monthInWords(to)}`

/** As an address carries it: `from=2025-11&to=2026-10`. */
export const periodInQuery = ({ from, to }: Period): string => `from=${from.slice(0, 7)}&to=${to.slice(0, 7)}`

const mostMonths = 60

/**
 * The period asked for by `from` and `to` (`2026-10`), or the last twelve months of which crime is known, else the last
 * twelve that are over. Mistakes are told beside the default, so that there is a page to show them on.
 */
export function askedPeriod(
  query: FormValues,
  known: readonly Day[],
  today: Day,
): { readonly period: Period; readonly errors: FieldErrors } {
  const last = known.toSorted().at(-1) ?? addMonths(startOfMonth(today), -1)
  const usual = { from: addMonths(last, -11), to: last }
  const [from, to] = [monthIn(query, 'from'), monthIn(query, 'to')]
  if (typed(query, 'from') === '' && typed(query, 'to') === '') return { period: usual, errors: {} }
  if (from === null) return { period: usual, errors: { from: 'Choose the first month' } }
  if (to === null) return { period: usual, errors: { to: 'Choose the last month' } }
  if (to < from) return { period: usual, errors: { to: 'The last month must not come before the first' } }
  if (to >= addMonths(from, mostMonths)) return { period: usual, errors: { to: 'Choose at most five years' } }
  return { period: { from, to }, errors: {} }
}

function monthIn(query: FormValues, name: string): Day | null {
  const given = typed(query, name)
  return /^\d{4}-\d{2}$/.test(given) ? parseDay(`${given}-01`) : null
}

/** The months to choose from: all of which crime is known, and the last three years. */
export function monthsOffered(known: readonly Day[], today: Day): Day[] {
  const first = [addMonths(startOfMonth(today), -36), ...known].sort()[0] as Day
  return monthsOf({ from: first, to: startOfMonth(today) }).toReversed()
}
