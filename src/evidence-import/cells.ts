import { factFaults, type Fact } from '#ledger/evidence.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import { facetsOfAll, type Dictionary, type KindOfEvidence } from '#measures/dictionary.ts'
import { dayAt, instantAt, parseDay, type Day } from '#platform/day.ts'

/** A cell read, or why it cannot be. */
export type Read<T> = { readonly value: T } | { readonly words: string }

/** What cells are held against: the day it is, the clocks of the force, the subjects of the team, the dictionary. */
export type Setting = {
  readonly now: Date
  readonly timeZone: string
  readonly subjects: readonly Subject[]
  readonly dictionary: Dictionary
}

/** A cell that a spreadsheet would run as a formula, negative numbers among them. */
export function formulaFault(cell: string): string | null {
  const found = /^[=+\-@\t\r]/.exec(cell)
  if (!found) return null
  if (/^-[\d.,]+$/.test(cell)) return `${cell} is less than nought, and no figure is`
  return `begins with “${found[0].trim() || 'a tab'}”, which a spreadsheet would run as a formula`
}

/** `2026-03-14`, or as British spreadsheets write it, `14/03/2026`. */
export function readDay(cell: string, { now, timeZone, dictionary }: Setting): Read<Day> {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell)
  const [, date = '', month = '', year = ''] = british ?? []
  const found = parseDay(british ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : cell)
  if (cell === '') return { words: 'is empty: say on which day it happened, or delete the line' }
  if (found === null) return { words: `“${clipped(cell)}” is not a day: write it as 2026-03-14 or 14/03/2026` }
  const fact = { kind: Object.keys(dictionary)[0] ?? '', happenedOn: found, source: '' }
  const [fault] = factFaults(fact, dictionary, dayAt(now, timeZone))
  return fault === undefined ? { value: found } : { words: fault }
}

/** `14:30` by the clocks of the force, or an instant with its offset that lies on the same day there. */
export function readInstant(cell: string, on: Day, { now, timeZone }: Setting): Read<Date> {
  const local = /^(?:(\d{4}-\d{2}-\d{2})[T ])?([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(cell)
  const [, day, hour = '', minute = ''] = local ?? []
  if (day !== undefined && day !== on) return { words: `${day} is not the day in happened_on, ${on}` }
  const time = `${hour.padStart(2, '0')}:${minute}`
  const at = local ? instantAt(on, time, timeZone) : offsetInstant(cell)
  if (at === null) return { words: `“${clipped(cell)}” is not a time: write it as 14:30` }
  if (local && clockAt(at, timeZone) !== time)
    return { words: `there was no ${time} on ${on}: the clocks went forward` }
  if (dayAt(at, timeZone) !== on) return { words: `“${cell}” does not lie on the day in happened_on, ${on}` }
  return at > now ? { words: `${cell} has not come yet: evidence is of what has happened` } : { value: at }
}

const offsetInstant = (cell: string): Date | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(cell)) return null
  const at = new Date(cell)
  return Number.isNaN(at.getTime()) ? null : at
}

const clockAt = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5)

/** A figure of a kind of evidence: people and things come whole, hours and points may be parted. */
export function readFigure(cell: string, name: string, kind: KindOfEvidence): Read<number> {
  const unit = kind.quantities[name]
  if (unit === undefined) return { words: `${kind.label.toLowerCase()} carries no figure “${name}”` }
  if (!/^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(cell)) return { words: `“${clipped(cell)}” is not a number, such as 25` }
  const value = Number(cell.replaceAll(',', ''))
  if (!Number.isInteger(value) && unit !== 'hours' && unit !== 'points')
    return { words: `${cell} must be a whole number` }
  return value <= 1e9 ? { value } : { words: `${cell} is more than 1,000,000,000` }
}

/** A facet: yes or no, a word of its list, several parted by semicolons, or free words where the dictionary allows them. */
export function readFacet(cell: string, name: string, fact: Fact, setting: Setting): Read<string | boolean | string[]> {
  const kind = setting.dictionary[fact.kind]
  const values = kind?.facets[name] ?? (name in facetsOfAll ? 'words' : undefined)
  const value = values === 'yes or no' ? yesOrNo(cell) : values === 'words' ? cell : wordOrWords(cell)
  const [fault] = factFaults({ ...fact, facets: { [name]: value } }, setting.dictionary, fact.happenedOn)
  return fault === undefined ? { value } : { words: fault }
}

function yesOrNo(cell: string): string | boolean {
  const word = cell.toLowerCase()
  if (['yes', 'y', 'true'].includes(word)) return true
  return ['no', 'n', 'false'].includes(word) ? false : cell
}

function wordOrWords(cell: string): string | string[] {
  const words = cell
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return words.length > 1 ? words : (words[0] ?? cell)
}

/** The ids of subjects, parted by semicolons; each must be the team's, and of a kind that this evidence touches. */
export function readSubjects(cell: string, kind: KindOfEvidence, { subjects }: Setting): Read<string[]> {
  const ids = [
    ...new Set(
      cell
        .split(';')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ),
  ]
  for (const id of ids) {
    const subject = subjects.find((one) => one.id === id)
    if (!subject) return { words: `the team has no subject “${clipped(id)}”` }
    if (!kind.subjects.includes(subject.kind))
      return { words: `${kind.label.toLowerCase()} never touches a ${subject.kind}` }
  }
  return { value: ids }
}

/** What pairs rows, such as `incident/2041`: a reference, for a name would be personal data. */
export const readAbout = (cell: string): Read<string> =>
  /^[\w./:#-]{1,100}$/.test(cell)
    ? { value: cell }
    : { words: `“${clipped(cell)}” is not a reference such as incident/2041: use letters, digits and / . : # - only` }

export const clipped = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell)
