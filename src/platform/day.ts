/** A calendar day in the force's own time zone, as `YYYY-MM-DD`: comparing two as strings compares them in time. */
export type Day = string & { readonly __day: true }

/** First and last day, both included. */
export type Span = { readonly from: Day; readonly to: Day }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day a text names, or null where it names none (`2019-02-29`, `1/2/19`). */
export function parseDay(text: string): Day | null {
  const parts = pattern.exec(text)
  if (!parts) return null
  const at = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])))
  return at.toISOString().slice(0, 10) === text ? (text as Day) : null
}

/** A day the program itself writes down; throws a RangeError where the text is not one. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`${text} is not a day`)
  return parsed
}

const dayNumber = (d: Day) => Date.parse(`${d}T00:00:00Z`) / 86_400_000

export const addDays = (d: Day, days: number): Day =>
  new Date((dayNumber(d) + days) * 86_400_000).toISOString().slice(0, 10) as Day

/** Whole days from one day to another; negative where `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Months later, kept within the month: 31 January + 1 month is 28 or 29 February. */
export const addMonths = (d: Day, months: number): Day => Temporal.PlainDate.from(d).add({ months }).toString() as Day

export const startOfMonth = (d: Day): Day => `${d.slice(0, 7)}-01` as Day

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (d: Day): number => ((dayNumber(d) + 3) % 7) + 1

export const within = (span: Span, d: Day): boolean => span.from <= d && d <= span.to

/** The day it is at an instant, on the clocks of a time zone. */
export const dayAt = (instant: Date, timeZone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day

/** The instant at which a clock in the time zone shows this day and time (`10:30`); the earlier where clocks go back. */
export const instantAt = (d: Day, time: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${d}T${time}`).toZonedDateTime(timeZone).epochMilliseconds)

// prettier-ignore
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]

/** As a person says it: `2 August 2019`. */
export function inWords(d: Day): string {
  const [year, month, date] = d.split('-').map(Number) as [number, number, number]
  return `${date} ${months[month - 1]} ${year}`
}

/** `August 2019`. */
export const monthInWords = (d: Day): string => inWords(d).replace(/^\d+ /, '')
