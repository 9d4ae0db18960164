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

/** Days since 1 January 1970, by the civil calendar's own arithmetic: it is asked for far too often to go by `Date`. */
function dayNumber(d: Day): number {
  const [year, month, date] = partsOf(d)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function dayOfNumber(n: number): Day {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return written(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)
}

const partsOf = (d: Day): [year: number, month: number, date: number] => [
  Number(d.slice(0, 4)),
  Number(d.slice(5, 7)),
  Number(d.slice(8, 10)),
]

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)
const written = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as Day

export const addDays = (d: Day, days: number): Day => dayOfNumber(dayNumber(d) + days)

/** Whole days from one day to another; negative where `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Months later, kept within the month: 31 January + 1 month is 28 or 29 February. */
export function addMonths(d: Day, months: number): Day {
  const [year, month, date] = partsOf(d)
  const count = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return written(y, m, Math.min(date, daysInMonth(y, m)))
}

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

export const startOfMonth = (d: Day): Day => `${d.slice(0, 7)}-01` as Day

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (d: Day): number => ((((dayNumber(d) + 3) % 7) + 7) % 7) + 1

export const within = (span: Span, d: Day): boolean => span.from <= d && d <= span.to

/** The day it is at an instant, on the clocks of a time zone. */
export function dayAt(instant: Date, timeZone: string): Day {
  const minute = Math.floor(instant.getTime() / 60_000)
  const last = lastAsked.get(timeZone)
  if (last?.minute === minute) return last.day
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  const told = zoned.toPlainDate().toString() as Day
  lastAsked.set(timeZone, { minute, day: told })
  return told
}

/** Each visit asks for today, and no clock turns to a new day within a minute. */
const lastAsked = new Map<string, { readonly minute: number; readonly day: Day }>()

/** The instant at which a clock in the time zone shows this day and time (`10:30`); the earlier where clocks go back. */
export const instantAt = (d: Day, time: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${d}T${time}`).toZonedDateTime(timeZone).epochMilliseconds)

/** An instant as ISO 8601 tells it with the clock of a time zone: `2026-11-25T10:30:00+00:00`. */
export const inZone = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone })

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

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `Saturday`. */
export const weekdayInWords = (d: Day): string => weekdays[weekdayOf(d) - 1] as string

/** `August 2019`. */
export const monthInWords = (d: Day): string => inWords(d).replace(/^\d+ /, '')
