import { RRuleTemporal } from 'rrule-temporal'
import { english, type Counted, type Say } from '#platform/language/say.ts'
import { addDays, addMonths, daysBetween, startOfMonth, weekdayOf, type Day, type Span } from '#platform/day.ts'

/** ISO 8601 durations a promise may name: years, months, weeks, days, hours, minutes; at least one of them. */
export const durationPattern = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/

const simple = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=([1-9]\d{0,2}))?$/

/** What is wrong with a text as an interval, in words, or null: `half term`, `agreed`, a duration or an RFC 5545 rule. */
export function recurrenceFault(text: string): string | null {
  if (text === 'agreed' || text === 'half term') return null
  if (text.startsWith('P')) {
    if (!durationPattern.test(text)) return `${text} is not an ISO 8601 duration such as P6W`
    return /[1-9]/.test(text) ? null : `${text} is no time at all`
  }
  if (simple.test(text)) return null
  return ruleFault(text)
}

function ruleFault(text: string): string | null {
  if (!text.startsWith('FREQ='))
    return `${text} is neither an RFC 5545 rule (FREQ=…), a duration (P…), "half term" nor "agreed"`
  try {
    return occurrences(text, '2024-01-01' as Day, '2032-12-31' as Day, 1).length > 0
      ? null
      : `${text} never happens: no day answers it`
  } catch (error) {
    return `${text} is not an RFC 5545 rule: ${error instanceof Error ? error.message : String(error)}`
  }
}

function occurrences(rule: string, from: Day, to: Day, most: number): Day[] {
  const dtstart = `${from.replaceAll('-', '')}T120000Z`
  const parsed = new RRuleTemporal({ rruleString: `DTSTART:${dtstart}\nRRULE:${rule}`, maxIterations: 20_000 })
  return parsed
    .between(new Date(`${from}T00:00:00Z`), new Date(`${to}T23:59:59Z`), true)
    .slice(0, most)
    .map((at) => at.toPlainDate().toString() as Day)
}

/**
 * The periods a rule makes of a contract year, in order, covering it without gap or overlap. Periods follow the calendar
 * (whole months, weeks from Monday); a first or last scrap shorter than half a period joins its neighbour, so that
 * nobody misses a month that had one day. Rules with BY… parts begin a period on each day they name.
 */
export function periodsOf(rule: string, year: Span): readonly Span[] {
  const key = `${rule} ${year.from} ${year.to}`
  const known = worked.get(key) ?? workedOut(rule, year)
  if (worked.size > 2000) worked.clear()
  worked.set(key, known)
  return known
}

/** The same few rules are asked of the same few years again and again. */
const worked = new Map<string, readonly Span[]>()

function workedOut(rule: string, year: Span): readonly Span[] {
  const parts = simple.exec(rule)
  const starts = parts
    ? alignedStarts(parts[1] as Frequency, Number(parts[2] ?? 1), year)
    : occurrences(rule, year.from, year.to, 1000)
  return spansBetween(starts, year)
}

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

function alignedStarts(frequency: Frequency, interval: number, year: Span): Day[] {
  const step = stepOf(frequency, interval)
  const origin = originOf(frequency, year.from)
  const starts: Day[] = []
  for (let n = 0; step(origin, n) <= year.to; n++) starts.push(step(origin, n))
  return joinScraps(starts, step(origin, starts.length), year)
}

const stepOf =
  (frequency: Frequency, interval: number) =>
  (origin: Day, n: number): Day => {
    if (frequency === 'DAILY') return addDays(origin, n * interval)
    if (frequency === 'WEEKLY') return addDays(origin, n * interval * 7)
    return addMonths(origin, n * interval * (frequency === 'YEARLY' ? 12 : 1))
  }

function originOf(frequency: Frequency, from: Day): Day {
  if (frequency === 'WEEKLY') return addDays(from, 1 - weekdayOf(from))
  if (frequency === 'MONTHLY') return startOfMonth(from)
  return from
}

function joinScraps(starts: Day[], end: Day, year: Span): Day[] {
  const joined = [...starts]
  const second = joined[1]
  if (second && isScrap(year.from, second, joined[0] as Day, second)) joined.splice(1, 1)
  const last = joined.at(-1) as Day
  if (joined.length > 1 && isScrap(last, addDays(year.to, 1), last, end)) joined.pop()
  return joined
}

const isScrap = (from: Day, to: Day, wholeFrom: Day, wholeTo: Day) =>
  daysBetween(from, to) * 2 < daysBetween(wholeFrom, wholeTo)

function spansBetween(starts: readonly Day[], year: Span): Span[] {
  const inside = starts.filter((start) => start <= year.to)
  return inside.map((start, n) => ({
    from: n === 0 ? year.from : start,
    to: n === inside.length - 1 ? year.to : addDays(inside[n + 1] as Day, -1),
  }))
}

/** The day a duration after a day; hours and minutes do not move it. */
export function after(from: Day, duration: string): Day {
  const d = Temporal.Duration.from(duration)
  return addDays(addMonths(from, d.years * 12 + d.months), d.weeks * 7 + d.days)
}

/** Milliseconds a duration lasts from an instant, by the clocks of a zone: a day across a clock change has 23 or 25 hours. */
export function durationFrom(instant: number, duration: string, timeZone: string): number {
  const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  return start.add(duration).epochMilliseconds - instant
}

const lengths = {
  years: { one: '{n} year', other: '{n} years' },
  months: { one: '{n} month', other: '{n} months' },
  weeks: { one: '{n} week', other: '{n} weeks' },
  days: { one: '{n} day', other: '{n} days' },
  hours: { one: '{n} hour', other: '{n} hours' },
  minutes: { one: '{n} minute', other: '{n} minutes' },
  seconds: { one: '{n} second', other: '{n} seconds' },
} as const
const units = Object.entries(lengths) as readonly [keyof typeof lengths, Counted][]

/** A duration as a person says it: `P6W` is "6 weeks". */
export function durationInWords(duration: string, say: Say = english): string {
  const d = Temporal.Duration.from(duration)
  const said = units.filter(([unit]) => d[unit] > 0).map(([unit, counted]) => say.count(d[unit], counted))
  const [first = '', ...rest] = said
  return rest.reduce((before, each) => say.text`${before} and ${each}`, first)
}

const often = {
  DAILY: { one: 'every day', other: 'every {n} days' },
  WEEKLY: { one: 'every week', other: 'every {n} weeks' },
  MONTHLY: { one: 'every month', other: 'every {n} months' },
  YEARLY: { one: 'every year', other: 'every {n} years' },
} as const

/** How often without a number. */
export const eachTime = Object.values(often).map(({ one }) => one)

/** A rule as a person says it: `FREQ=MONTHLY;INTERVAL=6` is "every 6 months". */
export function everyInWords(every: string, say: Say = english): string {
  if (every === 'half term') return say.text`every half term`
  if (every === 'agreed') return say.text`as often as agreed with each`
  if (every.startsWith('P')) return say.text`at least every ${durationInWords(every, say)}`
  const parts = simple.exec(every)
  if (!parts) return say.text`on each day of the rule ${every}`
  const counted = often[parts[1] as Frequency]
  const interval = Number(parts[2] ?? 1)
  return interval === 1 ? say.word(counted.one) : say.count(interval, counted)
}
