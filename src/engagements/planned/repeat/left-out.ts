import { inWords, parseDay, type Day } from '#platform/day.ts'

/** The days that a series leaves out, as RFC 5545 has its exceptions, or the first text that is no day. */
export type LeftOut =
  { readonly ok: true; readonly days: readonly Day[] } | { readonly ok: false; readonly fault: string }

// prettier-ignore
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Days as people list them, one on a line or between commas: `25/12/2026`, `25 December 2026`, `2026-12-25`. */
export function leftOutDays(text: string): LeftOut {
  const parts = text.split(/[\n,;]/).map((part) => part.trim())
  const days = parts.filter((part) => part !== '').map((part) => [part, dayOf(part)] as const)
  const unclear = days.find(([, on]) => on === null)
  if (unclear) return { ok: false, fault: `“${unclear[0]}” is not a day: write it as 25/12/2026` }
  return { ok: true, days: days.map(([, on]) => on).filter((on) => on !== null) }
}

function dayOf(text: string): Day | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2}|[a-z]{3,9})[/. -](\d{4})$/i.exec(text) ?? []
  if (year === '') return parseDay(text)
  const number = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return parseDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`)
}

/** The dates that are left of a series, or why there are none: a day left out must be one of them. */
export function datesLeft(
  dates: readonly Day[],
  leftOut: readonly Day[],
  bankHolidays: readonly string[],
): { readonly ok: true; readonly days: readonly Day[] } | { readonly ok: false; readonly fault: string } {
  const stranger = leftOut.find((on) => !dates.includes(on))
  if (stranger) return { ok: false, fault: `${inWords(stranger)} is not one of the dates` }
  const days = dates.filter((on) => !leftOut.includes(on) && !bankHolidays.includes(on))
  return days.length === 0 ? { ok: false, fault: 'Every date is left out' } : { ok: true, days }
}
