import { addDays, addMonths, day, parseDay, weekdayOf, within, type Day, type Span } from '#platform/day.ts'

/** A day of any contract year: `11-10`, `09-2sat` (second Saturday), `10-lastsun`; `*-2sat` is each month's. */
export const dayPattern = /^(\d\d|\*)-(\d\d|(?:[1-4]|last)(?:mon|tue|wed|thu|fri|sat|sun))$/

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const months = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0'))

/** The days that such words name within a year, in order; months in `except` are left out. */
export function daysIn(year: Span, words: readonly string[], except: readonly string[] = []): Day[] {
  const named = words.flatMap((word) => {
    const [, month = '', rest = ''] = dayPattern.exec(word) ?? []
    const asked = month === '*' ? months.filter((each) => !except.includes(each)) : [month]
    return asked.flatMap((each) => yearsOf(year).map((y) => dayOf(`${y}-${each}`, rest)))
  })
  return named.filter((d) => d !== null && within(year, d)).sort() as Day[]
}

const yearsOf = ({ from }: Span): readonly number[] => [Number(from.slice(0, 4)), Number(from.slice(0, 4)) + 1]

function dayOf(month: string, rest: string): Day | null {
  if (/^\d/.test(rest) && rest.length === 2) return parseDay(`${month}-${rest}`)
  const first = day(`${month}-01`)
  const weekday = weekdays.indexOf(rest.slice(-3)) + 1
  if (rest.startsWith('last')) return lastOf(addDays(addMonths(first, 1), -1), weekday)
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (Number(rest[0]) - 1))
}

const lastOf = (end: Day, weekday: number): Day => addDays(end, -((weekdayOf(end) - weekday + 7) % 7))

/** The Monday of each week that touches a year, in order. */
export function weeksOf(year: Span): Day[] {
  const weeks: Day[] = []
  for (let monday = mondayOf(year.from); monday <= year.to; monday = addDays(monday, 7)) weeks.push(monday)
  return weeks
}

export const mondayOf = (d: Day): Day => addDays(d, 1 - weekdayOf(d))

/** The year of a yearly cycle in which a day falls; `begins` is the cycle's first day, as `08-02`. */
export function cycleOf(d: Day, begins: string): Span {
  const year = Number(d.slice(0, 4))
  const from = d.slice(5) >= begins ? day(`${year}-${begins}`) : day(`${year - 1}-${begins}`)
  return yearFrom(from)
}

/** The year that begins on a day. */
export const yearFrom = (from: Day): Span => ({ from, to: addDays(addMonths(from, 12), -1) })
