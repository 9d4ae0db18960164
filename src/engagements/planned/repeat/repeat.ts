import { RRuleTemporal } from 'rrule-temporal'
import { addMonths, inWords, parseDay, weekdayOf, type Day } from '#platform/day.ts'

/** How often a planned engagement comes again; `month` is the same weekday of each month, `rule` an RFC 5545 rule. */
export const repeats = ['once', 'week', 'two weeks', 'month', 'rule'] as const
export type Repeat = (typeof repeats)[number]

/** When a series ends: on a day, after so many dates, or whichever comes first. */
export type Ending = { readonly until: Day | null; readonly times: number | null }

export type Dates =
  | { readonly ok: true; readonly days: readonly Day[] }
  | { readonly ok: false; readonly field: 'rule' | 'until' | 'times' | 'repeat'; readonly fault: string }

/** Nobody keeps a plan that is longer than this. */
export const mostDates = 200
export const mostMonths = 36

/** The dates of a series from its first day on, or what is wrong with it: it never happens, never ends, or is too long. */
export function datesOf(repeat: Repeat, first: Day, ending: Ending, typedRule = ''): Dates {
  if (repeat === 'once') return { ok: true, days: [first] }
  const rule =
    repeat === 'rule'
      ? typedRule
          .trim()
          .replace(/^RRULE:/i, '')
          .toUpperCase()
      : ruleOf(repeat, first)
  const fault = ruleFault(rule)
  if (fault !== null) return { ok: false, field: 'rule', fault }
  const end = endOf(rule, ending)
  if (end.until === null && end.times === null)
    return { ok: false, field: 'until', fault: 'This never ends: enter the last day or how many times' }
  return datesWithin(rule, first, end, repeat === 'rule')
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A fifth weekday is taken as the last of its month, since not every month has five. */
function ruleOf(repeat: 'week' | 'two weeks' | 'month', first: Day): string {
  if (repeat !== 'month') return `FREQ=WEEKLY;INTERVAL=${repeat === 'week' ? 1 : 2}`
  const nth = Math.ceil(Number(first.slice(8)) / 7)
  return `FREQ=MONTHLY;BYDAY=${nth === 5 ? -1 : nth}${weekdays[weekdayOf(first) - 1]}`
}

function ruleFault(rule: string): string | null {
  if (!/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[^;\s]+)*$/.test(rule))
    return 'Enter an RFC 5545 rule of days, such as FREQ=MONTHLY;BYDAY=2SA'
  if (/;BY(HOUR|MINUTE|SECOND)=/.test(rule)) return 'Leave times out of the rule: the time is asked above'
  return null
}

/** What the rule itself says of its end counts as if it had been typed beside it. */
function endOf(rule: string, { until, times }: Ending): Ending {
  const count = /;COUNT=(\d{1,9})(?:;|$)/.exec(rule)?.[1]
  const [, y = '', m = '', d = ''] = /;UNTIL=(\d{4})(\d\d)(\d\d)/.exec(rule) ?? []
  const days = [until, parseDay(`${y}-${m}-${d}`)].filter((day) => day !== null).toSorted()
  const counts = [times, count === undefined ? null : Number(count)].filter((n) => n !== null)
  return { until: days[0] ?? null, times: counts.length === 0 ? null : Math.min(...counts) }
}

function datesWithin(rule: string, first: Day, { until, times }: Ending, isTyped: boolean): Dates {
  const furthest = addMonths(first, mostMonths)
  if (until !== null && until < first) return wrong('until', `The last day comes before the first, ${inWords(first)}`)
  if (until !== null && until > furthest) return wrong('until', `Plan no further than ${inWords(furthest)}`)
  if (until === null && (times ?? 0) > mostDates)
    return wrong('times', `This gives ${times} dates: plan no more than ${mostDates} at once`)
  const found = occurrences(rule.replaceAll(/;(COUNT|UNTIL)=[^;]*/g, ''), first, until ?? furthest)
  if (typeof found === 'string') return wrong('rule', found)
  const days = found.slice(0, times ?? undefined)
  if (days.length === 0)
    return wrong(
      isTyped ? 'rule' : 'until',
      `This never happens from ${inWords(first)} to ${inWords(until ?? furthest)}`,
    )
  if (days.length > mostDates)
    return wrong(isTyped ? 'rule' : 'until', `This gives ${days.length} dates: plan no more than ${mostDates} at once`)
  if (until === null && days.length < (times ?? 0))
    return wrong('times', `So many times would go on after ${inWords(furthest)}: plan fewer`)
  return { ok: true, days }
}

const wrong = (field: 'rule' | 'until' | 'times', fault: string): Dates => ({ ok: false, field, fault })

function occurrences(rule: string, first: Day, last: Day): readonly Day[] | string {
  try {
    const dtstart = `${first.replaceAll('-', '')}T120000Z`
    const parsed = new RRuleTemporal({ rruleString: `DTSTART:${dtstart}\nRRULE:${rule}`, maxIterations: 20_000 })
    return parsed
      .between(new Date(`${first}T00:00:00Z`), new Date(`${last}T23:59:59Z`), true)
      .map((at) => at.toPlainDate().toString() as Day)
  } catch (error) {
    return `This is not an RFC 5545 rule: ${error instanceof Error ? error.message : String(error)}`
  }
}
