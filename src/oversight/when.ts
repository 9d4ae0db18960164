import { daysBetween, inWords, weekdayInWords, type Day } from '#platform/day.ts'

/** A day as somebody with a week to plan says it: `today`, `Friday 20 November`, `3 August 2026`. */
export function byWhen(d: Day, today: Day): string {
  const away = daysBetween(today, d)
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  const year = d.slice(0, 4) === today.slice(0, 4)
  const said = year ? inWords(d).replace(/ \d{4}$/, '') : inWords(d)
  return away > 0 && away < 7 ? `${weekdayInWords(d)} ${said}` : said
}
