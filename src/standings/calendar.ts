import { periodsOf } from '#measures/recurrence.ts'
import type { Per } from '#measures/measure.ts'
import { addDays, addMonths, daysBetween, weekdayOf, type Day, type Span } from '#platform/day.ts'

/** What the year is like where the team works. */
export type Calendar = {
  readonly timeZone: string
  readonly bankHolidays: ReadonlySet<Day>
  /** The half terms of the schools in the area, in order; null where no school calendar is known. */
  readonly halfTerms: readonly (Span & { readonly name: string })[] | null
}

const rules: Partial<Record<Per, string>> = {
  day: 'FREQ=DAILY',
  week: 'FREQ=WEEKLY',
  month: 'FREQ=MONTHLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  'half year': 'FREQ=MONTHLY;INTERVAL=6',
}

/** The periods a measure speaks of, in order; null where the calendar that would give them is missing. */
export function periodsPer(per: Per, year: Span, calendar: Calendar, asAt: Day): readonly Span[] | null {
  if (per === 'contract year') return [year]
  if (per === 'rolling year') return [{ from: addDays(addMonths(asAt, -12), 1), to: asAt }]
  if (per === 'half term') return halfTermsIn(year, calendar)
  return periodsOf(rules[per] as string, year)
}

/** The half terms that lie for the greater part within a year; null where no school calendar reaches it. */
export function halfTermsIn(year: Span, calendar: Calendar): readonly Span[] | null {
  const inside = (calendar.halfTerms ?? []).filter((term) => {
    const common = daysBetween(later(term.from, year.from), earlier(term.to, year.to)) + 1
    return common * 2 > daysBetween(term.from, term.to) + 1
  })
  return inside.length === 0 ? null : inside
}

/** Neither weekend nor bank holiday. */
export const isWorkingDay = (d: Day, calendar: Calendar): boolean => weekdayOf(d) <= 5 && !calendar.bankHolidays.has(d)

/** Working days after `from`, up to and with `to`. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  let days = 0
  for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (isWorkingDay(d, calendar)) days++
  return days
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b)
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const lengthOf = (span: Span): number => daysBetween(span.from, span.to) + 1
