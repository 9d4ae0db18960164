import { parseDay, type Day } from '#platform/day.ts'
import { foldWords } from '#platform/fold.ts'

/** A school as a line of the national register tells of it. */
export type RegisterRow = {
  readonly line: number
  readonly urn: number
  readonly name: string
  readonly town: string
  readonly foldedTown: string
  readonly postcode: string | null
  readonly outcode: string | null
  readonly opensOn: Day | null
  readonly closesOn: Day | null
  /** Closed without a day, or only proposed: nobody is expected to call there. */
  readonly isShut: boolean
}

/** What is wrong with a line of the register, where a person will find it. */
export type RegisterFault = { readonly line: number; readonly words: string }

/** The register's own titles, and those of its extracts. */
const titles = {
  urn: ['urn'],
  name: ['name', 'establishmentname'],
  town: ['town'],
  postcode: ['postcode'],
  opens: ['open_date', 'opendate'],
  closes: ['close_date', 'closedate'],
  status: ['establishmentstatus', 'establishmentstatus (name)'],
} as const

export type Place = { readonly [Name in keyof typeof titles]: number }

/** Where each column stands in the first line, or which of those that must be there is missing, in words. */
export function placesOf(head: readonly string[]): Place | string {
  const folded = head.map((title) => title.toLowerCase().trim())
  const at = (names: readonly string[]) => folded.findIndex((title) => names.includes(title))
  const place = {
    urn: at(titles.urn),
    name: at(titles.name),
    town: at(titles.town),
    postcode: at(titles.postcode),
    opens: at(titles.opens),
    closes: at(titles.closes),
    status: at(titles.status),
  }
  const lacking = (['urn', 'name', 'town', 'postcode', 'closes'] as const).filter((name) => place[name] < 0)
  const twice = [...folded].filter((title, n) => title !== '' && folded.indexOf(title) < n)
  if (lacking.length > 0) return `lacks the column ${lacking.map((name) => titles[name].at(-1)).join(', ')}`
  return twice.length > 0 ? `names the column “${twice[0]}” twice` : place
}

/** The school that a line tells of, or the first thing that is wrong with it, in words. */
export function readRow(line: number, cells: readonly string[], place: Place): RegisterRow | string {
  const cell = (name: keyof Place) => cells[place[name]] ?? ''
  const [urn, name, town, postcode, status] = [
    cell('urn'),
    cell('name'),
    cell('town'),
    cell('postcode'),
    cell('status'),
  ]
  if (!/^\d{5,7}$/.test(urn)) return `“${clipped(urn)}” is not a number of the register (URN), such as 140839`
  if (name === '') return 'has no name'
  if (name.length > 200 || town.length > 200) return 'has a name or town of more than 200 letters'
  const formula = [name, town, postcode].find((words) => /^[=+\-@\t]/.test(words))
  if (formula !== undefined) return `“${clipped(formula)}” begins as a formula of a spreadsheet would`
  const tidy = postcode.toUpperCase().replaceAll(' ', '')
  const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(tidy)
  if (tidy !== '' && !parts) return `“${clipped(postcode)}” is not a postcode`
  const [opensOn, closesOn] = [readDay(cell('opens')), readDay(cell('closes'))]
  if (opensOn === 'no day') return `“${clipped(cell('opens'))}” is not a day: write it as 31-08-2026`
  if (closesOn === 'no day') return `“${clipped(cell('closes'))}” is not a day: write it as 31-08-2026`
  if (opensOn !== null && closesOn !== null && closesOn < opensOn) return 'closes before it opens'
  return {
    line,
    urn: Number(urn),
    name,
    town,
    foldedTown: foldWords(town),
    postcode: parts ? `${parts[1]} ${parts[2]}` : null,
    outcode: parts?.[1]?.toLowerCase() ?? null,
    opensOn,
    closesOn,
    isShut: isShut(status, opensOn, closesOn),
  }
}

/** "Open, but proposed to close" is open. */
function isShut(status: string, opensOn: Day | null, closesOn: Day | null): boolean {
  const said = status.toLowerCase()
  return (said === 'closed' && closesOn === null) || (said === 'proposed to open' && opensOn === null)
}

/** `31-08-2026` as the register writes it, `31/08/2026`, or `2026-08-31`; null where nothing is said. */
function readDay(cell: string): Day | null | 'no day' {
  if (cell === '') return null
  const british = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(cell)
  const [, date = '', month = '', year = ''] = british ?? []
  return parseDay(british ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : cell) ?? 'no day'
}

const clipped = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words)

/** How a place is remembered: a town in small letters, the first half of a postcode, or one school's number. */
export function placeKey(words: string): string {
  const tidy = foldWords(words)
  const outcode = /^([a-z]{1,2}\d[a-z\d]?)( ?\d[a-z]{2})?$/.exec(tidy)
  return outcode?.[1] ?? tidy
}
