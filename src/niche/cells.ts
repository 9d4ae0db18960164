import { clockTime } from '#engagements/clock-time.ts'
import { communities, methods, type Community, type Method } from '#engagements/engagement.ts'
import { clipped, formulaFault, type Read } from '#evidence-import/cells.ts'
import { parseDay, type Day } from '#platform/day.ts'
import { foldWords } from '#platform/fold.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as people in Britain write it: `3/4/2026` is 3 April; also `2026-04-03`, `3 Apr 2026`, `Fri 3rd April 2026`. */
export function readTypedDay(cell: string): Read<Day> {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?$/.exec(cell)
  const figures = /^(?:[a-z]{3,9},? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)$/i.exec(cell)
  const words = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ ,-]+(\d{4}|\d\d)$/i.exec(cell)
  const found = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : figures ? ordered(figures) : words ? ordered(words) : ''
  const day = parseDay(found)
  if (cell === '') return { words: 'is empty: say on which day' }
  return day === null
    ? { words: `“${clipped(cell)}” is not a day: write it as 03/04/2026, for 3 April` }
    : { value: day }
}

function ordered([, date = '', month = '', year = '']: RegExpExecArray): string {
  const named = months.indexOf(month.toLowerCase().slice(0, 3)) + 1
  const number = /^\d/.test(month) ? month : String(named)
  return `${year.length === 2 ? `20${year}` : year}-${number.padStart(2, '0')}-${date.padStart(2, '0')}`
}

export type Times = { readonly begins: string; readonly ends: string | null }

/** A time, or two in one cell: `10:30`, `10am`, `10.30 - 12 noon`, `2pm to 4pm`. */
export function readTimes(cell: string): Read<Times> {
  const stamp = /^\d{4}-\d\d-\d\d[T ](\d\d:\d\d)/.exec(cell)?.[1]
  if (stamp !== undefined) return { value: { begins: stamp, ends: null } }
  const [first = '', second, ...more] = cell.split(/\s*(?:-|–|—|\bto\b|\buntil\b)\s*/i)
  const [begins, ends] = [timeOf(first, second), second === undefined ? null : timeOf(second)]
  if (begins === null || (second !== undefined && ends === null) || more.length > 0)
    return { words: `“${clipped(cell)}” is not a time: write it as 14:30` }
  return { value: { begins, ends } }
}

/** `10 - 11.30am`: the first takes its half of the day from the second. */
function timeOf(typed: string, next = ''): string | null {
  const plain = typed.trim().toLowerCase()
  if (/^(12 ?)?(noon|midday)$/.test(plain)) return '12:00'
  const half = /^\d{1,2}$/.test(plain) ? (/([ap])\.?m\.?$/i.exec(next.trim())?.[0] ?? '') : ''
  return clockTime(`${plain.replace(/^(\d{1,2}:\d\d):\d\d$/, '$1')}${half}`)
}

/** Words that calendars use for a kind of engagement that we call otherwise. */
const otherWords: readonly (readonly [RegExp, Method])[] = [
  [/street (corner|meet|brief)|corner meeting/, 'street corner meeting'],
  [/surger/, 'surgery'],
  [/drop.?in|coffee|cuppa|meet the team|help desk/, 'drop-in'],
  [/watch/, 'watch meeting'],
  [/council/, 'council meeting'],
  [/school|college|assembly/, 'school visit'],
  [/foot patrol/, 'foot patrol'],
  [/patrol/, 'patrol contact'],
  [/online|virtual|webchat|facebook live|zoom|teams/, 'online'],
  [/farm|rural|agricultur|livestock|\bhunt/, 'rural event'],
  [/partner|multi.?agency/, 'partner meeting'],
  [/fete|fair|festival|show|carnival|market|event|open day|stall/, 'community event'],
]

/** One of our own words for a method, or what words like it usually mean; where none does, what the person chose for those. */
export function readMethod(cell: string, otherwise: Method | null): Read<Method> {
  const told = foldWords(cell)
  const ours = methods.find((method) => method === told) ?? otherWords.find(([words]) => words.test(told))?.[1]
  const method = ours ?? otherwise
  if (method) return { value: method }
  if (cell === '') return { words: 'is empty: say how people were met' }
  return { words: `“${clipped(cell)}” is not a kind of engagement: it is one of ${methods.join(', ')}` }
}

/** Communities, parted by semicolons or commas. */
export function readCommunities(cell: string): Read<readonly Community[]> {
  const told = cell.split(/[;,]/).map((word) => word.trim())
  const known = told.map((word) => communities.find((one) => foldWords(one) === foldWords(word)))
  const unknown = told.find((word, n) => word !== '' && known[n] === undefined)
  if (unknown !== undefined)
    return { words: `“${clipped(unknown)}” is not a community we know: it is one of ${communities.join(', ')}` }
  return { value: [...new Set(known.filter((one) => one !== undefined))] }
}

/** A number of people or days; null where the cell is empty, for unknown is never nought. */
export function readCount(cell: string): Read<number | null> {
  if (cell === '') return { value: null }
  const value = /^\d{1,7}$/.test(cell.replaceAll(',', '')) ? Number(cell.replaceAll(',', '')) : null
  return value === null ? { words: `“${clipped(cell)}” is not a whole number, such as 25` } : { value }
}

/** Words that are kept as they are, up to 150 letters. */
export function readWords(cell: string, missing: string): Read<string> {
  if (cell === '') return { words: missing }
  const formula = formulaFault(cell)
  if (formula !== null) return { words: formula }
  const plain = cell.replace(/^'(?=[=+\-@])/, '').replaceAll(/\s+/g, ' ')
  return plain.length > 150 ? { words: 'is longer than 150 letters' } : { value: plain }
}

/** `yes`, `no` or nothing, which is no. */
export function readMark(cell: string): Read<boolean> {
  const word = cell.toLowerCase()
  if (['yes', 'y', 'true', '1'].includes(word)) return { value: true }
  return ['', 'no', 'n', 'false', '0'].includes(word)
    ? { value: false }
    : { words: `“${clipped(cell)}” is neither yes nor no` }
}
