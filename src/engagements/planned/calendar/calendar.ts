import { addDays, addMonths, parseDay, startOfMonth, weekdayOf, type Day, type Span } from '#platform/day.ts'

/** Ways of looking at what is planned: a month as a grid, a week day by day, or a list of the next weeks. */
export const views = ['month', 'week', 'list'] as const
export type View = (typeof views)[number]

/** What a calendar shows: its view, and the days it covers. */
export type Shown = { readonly view: View; readonly span: Span }

/** The span that an address asks for: `view`, and `from` or `month` for any day in it; what it does not say is this month. */
export function shownAs(
  asked: { readonly view: string; readonly from: string; readonly month: string },
  today: Day,
): Shown {
  const view = views.find((one) => one === asked.view) ?? 'month'
  const on = parseDay(asked.from) ?? parseDay(`${asked.month}-01`) ?? today
  return { view, span: spanOf(view, on) }
}

function spanOf(view: View, on: Day): Span {
  if (view === 'list') return { from: on, to: addDays(on, listDays - 1) }
  if (view === 'week') return weekOf(on)
  const from = startOfMonth(on)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

const listDays = 56

/** Any day of the span before and of the span after. */
export function beside({ view, span }: Shown): { readonly before: Day; readonly after: Day } {
  if (view === 'month') return { before: addMonths(span.from, -1), after: addMonths(span.from, 1) }
  const days = view === 'week' ? 7 : listDays
  return { before: addDays(span.from, -days), after: addDays(span.from, days) }
}

/** The weeks of a month, each from Monday to Sunday, with the days of its neighbours that share them. */
export function weeksOf({ from, to }: Span): readonly (readonly Day[])[] {
  const weeks: Day[][] = []
  for (let monday = weekOf(from).from; monday <= to; monday = addDays(monday, 7)) weeks.push(daysOf(weekOf(monday)))
  return weeks
}

/** Every day of a span. */
export function daysOf({ from, to }: Span): Day[] {
  const days: Day[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}

function weekOf(on: Day): Span {
  const from = addDays(on, 1 - weekdayOf(on))
  return { from, to: addDays(from, 6) }
}
