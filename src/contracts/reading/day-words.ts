import { addDays, addMonths, day, parseDay, type Day } from '#platform/day.ts'
import { numberOf, numberWords } from './sentences.ts'

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** The first day that a text writes out: `02/08/2019`, `2nd August 2019`, `2019-08-02`; null where there is none. */
export function dayWritten(text: string): Day | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  if (iso) return parseDay(iso[0])
  const figures = /\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b/.exec(text)
  if (figures) return dayOf(figures[3], Number(figures[2]), Number(figures[1]))
  const words = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}[,.]? (\\d{4}|\\d{2})\\b`, 'i').exec(text)
  if (words) return dayOf(words[3], monthNumber(words[2]), Number(words[1]))
  const turned = new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i').exec(text)
  return turned ? dayOf(turned[3], monthNumber(turned[1]), Number(turned[2])) : null
}

const monthNumber = (name = '') => names.indexOf(name.slice(0, 3).toLowerCase()) + 1

function dayOf(year = '', monthOf: number, date: number): Day | null {
  const whole = year.length === 2 ? `20${year}` : year
  return parseDay(`${whole}-${String(monthOf).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}

/** The day by which a text promises something, as a person would hold the team to it; `from` is when it was written. */
export function deadlineIn(text: string, from: Day | null): Day | null {
  const afterBy = [
    ...text.matchAll(/\b(?:by|before|(?:no|not) later than|until)\b(?: the)?(?: end of)?(?: the)? /gi),
  ].map((by) => text.slice(by.index + by[0].length, by.index + by[0].length + 40))
  const found = (read: (after: string) => Day | null) => afterBy.map(read).find((each) => each !== null)
  return (
    found((after) => (/^\S{1,5}[ /.-]/.test(after) ? dayWritten(after.slice(0, 24)) : null)) ??
    found((after) => lastOfMonth(after, from)) ??
    (from && relative(text, from)) ??
    found(lastOfYear) ??
    null
  )
}

function lastOfMonth(text: string, from: Day | null): Day | null {
  const found = new RegExp(`^(?:end of )?${month}(?:,? (\\d{4}))?\\b`, 'i').exec(text)
  if (!found) return null
  const number = monthNumber(found[1])
  const year = found[2] ?? (from ? nextYearWith(number, from) : null)
  return year === null ? null : endOfMonth(Number(year), number)
}

const endOfMonth = (year: number, number: number): Day =>
  addDays(addMonths(day(`${year}-${String(number).padStart(2, '0')}-01`), 1), -1)

const nextYearWith = (number: number, from: Day) =>
  String(Number(from.slice(0, 4)) + (number < Number(from.slice(5, 7)) ? 1 : 0))

function relative(text: string, from: Day): Day | null {
  const year = Number(from.slice(0, 4))
  if (/\bfinancial year\b/i.test(text)) return day(`${from.slice(5) <= '03-31' ? year : year + 1}-03-31`)
  if (/\b(?:this|the calendar|by year|by the end of (?:the|this)) (?:calendar )?(?:year|end)\b/i.test(text))
    return day(`${year}-12-31`)
  if (/\b(?:by|before) (?:christmas|the end of the year|year[- ]end)\b/i.test(text)) return day(`${year}-12-31`)
  const span = new RegExp(
    `\\b(?:within|over|in|during) (?:the )?(?:next |coming |following )?(${numberWords}) (weeks|months|years)\\b`,
    'i',
  ).exec(text)
  if (span) return later(from, numberOf(span[1] ?? ''), span[2] ?? '')
  return /\b(?:over|in|during|within) the (?:next|coming|following) (?:year|twelvemonth)\b/i.test(text)
    ? later(from, 12, 'months')
    : null
}

function later(from: Day, count: number, unit: string): Day {
  if (unit.startsWith('week')) return addDays(from, count * 7)
  return addMonths(from, unit.startsWith('year') ? count * 12 : count)
}

function lastOfYear(text: string): Day | null {
  const year = /^(20\d{2})\b/.exec(text)
  return year ? day(`${year[1]}-12-31`) : null
}
