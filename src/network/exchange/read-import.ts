import { decode } from '#evidence-import/decode.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Mapping } from './network-columns.ts'
import { linesOf, mostRows } from './read-csv.ts'
import { cardsOf } from './read-vcards.ts'
import { readRow, type Cells, type ToldRow } from './told-row.ts'

/** One row or card of a file: what it tells, or why it is kept out; and how many notes of it are left aside. */
export type ReadOne = { readonly row?: ToldRow; readonly faults: readonly Fault[]; readonly notes: number }

/** The text of a file. Throws a Refusal (422) that names the first line that cannot be read. */
export function textOf(bytes: Uint8Array, filename: string): string {
  const decoded = decode(bytes)
  if (!decoded.ok) {
    const [first] = decoded.faults
    throw new Refusal(`“${filename}” cannot be read: line ${first?.line} ${first?.words}.`)
  }
  if (decoded.text.trim() === '') throw new Refusal(`“${filename}” is empty.`)
  return decoded.text.replace(/^\ufeff/, '')
}

export const isCards = (text: string): boolean => /^\s*BEGIN:VCARD/i.test(text)

/** The headings of a CSV text: its first line, and the first lines under it as examples. Throws a Refusal (422) where there is none. */
export function headingsOf(
  text: string,
  filename: string,
): { readonly headings: readonly string[]; readonly examples: readonly (readonly string[])[] } {
  const first: (readonly string[])[] = []
  for (const line of linesOf(text)) {
    if ('cells' in line) first.push(line.cells)
    if (first.length > 20) break
  }
  const [headings, ...examples] = first
  if (!headings || examples.length === 0) throw new Refusal(`“${filename}” has no rows under its first line.`)
  if (headings.length > 60)
    throw new Refusal(`“${filename}” has more than 60 columns: delete those that you do not need.`)
  if (headings.length === 1 && /[;\t]/.test(headings[0] ?? ''))
    throw new Refusal(`“${filename}” must be parted by commas: save it again as “CSV UTF-8 (comma delimited)”.`)
  return { headings, examples }
}

/** What each row or card tells, one after the other. Throws a Refusal (422) where there are more than 200,000. */
export function* readImport(text: string, mapping: Mapping, teamId: string): Generator<ReadOne> {
  let rows = 0
  for (const { line, cells, notes, faults } of isCards(text) ? fromCards(text) : fromLines(text, mapping)) {
    if (++rows > mostRows) throw new Refusal('The file has more than 200,000 rows: part it into several.')
    if (!cells) {
      yield { faults, notes }
      continue
    }
    const read = readRow(cells, line, teamId)
    yield 'faults' in read ? { faults: read.faults, notes } : { row: read, faults, notes }
  }
}

type Raw = {
  readonly line: number
  readonly cells: Cells | null
  readonly faults: readonly Fault[]
  readonly notes: number
}

function* fromCards(text: string): Generator<Raw> {
  for (const card of cardsOf(text))
    yield 'fault' in card
      ? { line: card.fault.line, cells: null, faults: [card.fault], notes: 0 }
      : { line: card.line, cells: card.cells, faults: [], notes: card.notes }
}

function* fromLines(text: string, mapping: Mapping): Generator<Raw> {
  let width: number | null = null
  for (const line of linesOf(text)) {
    if ('fault' in line) yield { line: line.fault.line, cells: null, faults: [line.fault], notes: 0 }
    else if (width === null) width = line.cells.length
    else yield mapped(line.line, line.cells, mapping, width)
  }
}

/** A row that is too long has slipped: its cells may not be what their headings say. */
function mapped(line: number, cells: readonly string[], mapping: Mapping, width: number): Raw {
  if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) {
    const words = `has ${cells.length} cells where the first line has ${width}`
    return { line, cells: null, faults: [fault(line, words)], notes: 0 }
  }
  const held: Partial<Record<keyof Cells, string>> = {}
  mapping.forEach((field, n) => {
    if (field !== null) held[field] = cells[n] ?? ''
  })
  return { line, cells: held, faults: [], notes: 0 }
}
