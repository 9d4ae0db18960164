import { parse } from 'csv-parse/sync'
import { overlapFault, spanFault, type HalfTerm } from '#areas/terms/half-term.ts'
import { parseDay, type Day } from '#platform/day.ts'
import type { RegisterFault } from './register-row.ts'

export type ReadTerms =
  | { readonly ok: true; readonly terms: readonly HalfTerm[] }
  | { readonly ok: false; readonly faults: readonly RegisterFault[] }

const mostLines = 1_000
const titles = ['council', 'name', 'from', 'to'] as const

/** The half terms in a CSV file (council, name, from, to), or every line with a fault; nothing of a file with a fault counts. */
export function readTerms(bytes: Uint8Array): ReadTerms {
  const lines = linesOf(bytes)
  if (lines === null) return refused(1, 'holds letters that are not UTF-8: save the file again as “CSV UTF-8”')
  const place = titles.map((title) => (cellsOf(lines[0] ?? '') ?? []).findIndex((cell) => cell.toLowerCase() === title))
  const lacking = titles.filter((_, n) => place[n] === -1)
  if (lacking.length > 0) return refused(1, `lacks the column ${lacking.join(', ')}`)
  if (lines.length > mostLines + 1) return refused(mostLines + 2, `there are more than ${mostLines} lines`)
  const read = lines.map((line, n) => (n === 0 || line.trim() === '' ? null : readLine(line, place)))
  const faults = read.flatMap((one, n) => (typeof one === 'string' ? [{ line: n + 1, words: one }] : []))
  const terms = read.filter((one): one is HalfTerm => one !== null && typeof one === 'object')
  if (faults.length > 0) return { ok: false, faults }
  if (terms.length === 0) return refused(2, 'there is no half term under the first line')
  const overlap = overlapFault(terms)
  return overlap === null ? { ok: true, terms } : refused(1, overlap)
}

const refused = (line: number, words: string): ReadTerms => ({ ok: false, faults: [{ line, words }] })

function readLine(line: string, place: readonly number[]): HalfTerm | string {
  const cells = cellsOf(line)
  if (cells === null) return 'has a quotation mark that is not closed'
  const [council = '', name = '', first = '', last = ''] = place.map((n) => cells[n] ?? '')
  if (council === '' || name === '') return 'needs a council and a name'
  if (council.length > 100 || name.length > 60) return 'has a council or name that is too long'
  if (/^[=+\-@\t]/.test(council) || /^[=+\-@\t]/.test(name)) return 'begins as a formula of a spreadsheet would'
  const [from, to] = [readDay(first), readDay(last)]
  if (from === null || to === null)
    return `“${from === null ? first : last}” is not a day: write it as 2026-11-02 or 02/11/2026`
  return spanFault({ from, to }) ?? { council, name, from, to }
}

function readDay(cell: string): Day | null {
  const british = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(cell)
  const [, date = '', month = '', year = ''] = british ?? []
  return parseDay(british ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : cell)
}

function linesOf(bytes: Uint8Array): string[] | null {
  try {
    const lines = new TextDecoder('utf-8', { fatal: true })
      .decode(bytes)
      .replaceAll('\0', '')
      .split(/\r\n|\n|\r/)
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines
  } catch {
    return null
  }
}

function cellsOf(line: string): string[] | null {
  try {
    const [cells = []]: string[][] = parse(line, { relax_column_count: true, trim: true })
    return cells
  } catch {
    return null
  }
}
