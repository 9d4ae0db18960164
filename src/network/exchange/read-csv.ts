import { cellsOf } from '#evidence-import/csv-lines.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'

/** Lines that one file may hold. */
export const mostRows = 200_000

/** One row of a file with its cells, or why it has none. */
export type Line = { readonly line: number; readonly cells: readonly string[] } | { readonly fault: Fault }

/** Lines over which the cells of one row may run: a quotation mark that is never closed must not swallow a file. */
export const mostLinesOfRow = 40

/** The rows of a CSV text that hold anything, by the line on which each begins, so that a large file is never held twice. */
export function* linesOf(text: string): Generator<Line> {
  let from = 0
  for (let line = 1; from < text.length;) {
    const row = rowAt(text, from)
    if (typeof row.cells === 'string') yield { fault: fault(line, row.cells) }
    else if (row.cells.some((cell) => cell !== '')) yield { line, cells: row.cells }
    from = row.next
    line += row.lines
  }
}

type Row = { readonly cells: readonly string[] | string; readonly lines: number; readonly next: number }

/** The row that begins here. Where its quotes cannot be read to their end, only its first line is spoilt. */
function rowAt(text: string, from: number): Row {
  const end = endOf(text, from)
  const written = text.slice(from, end)
  const whole = wholeCells(written)
  if (whole) return { cells: whole, lines: 1, next: afterEnd(text, end) }
  const further = isOpen(written) ? furtherLines(text, from, end) : null
  return further ?? { cells: cellsOf(written), lines: 1, next: afterEnd(text, end) }
}

/** A row whose quoted cells run over the ends of lines; null where they are not closed soon, or not where a cell ends. */
function furtherLines(text: string, from: number, firstEnd: number): Row | null {
  let end = firstEnd
  for (let lines = 2; lines <= mostLinesOfRow && end < text.length; lines++) {
    const start = afterEnd(text, end)
    end = endOf(text, start)
    if (!isOpen(text.slice(start, end))) continue
    const cells = wholeCells(text.slice(from, end))
    return cells && { cells, lines, next: afterEnd(text, end) }
  }
  return null
}

const isOpen = (written: string): boolean => (written.match(/"/g)?.length ?? 0) % 2 === 1

const afterEnd = (text: string, end: number): number => (text.startsWith('\r\n', end) ? end + 2 : end + 1)

/** The cells of a line with nothing odd about it, else null: to ask the full reader for each of 200,000 lines takes most of a minute. */
function wholeCells(line: string): readonly string[] | null {
  const cells: string[] = []
  const cell = /(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^",]*))(,|$)/y
  for (;;) {
    const found = cell.exec(line)
    if (!found) return null
    const [, quoted, bare = '', end] = found
    cells.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim())
    if (end === '') return cells
  }
}

const lineEnd = /\r\n|[\r\n]/g

/** Where a line ends; a file of old Macs ends its lines with a return alone. */
function endOf(text: string, from: number): number {
  lineEnd.lastIndex = from
  return lineEnd.exec(text)?.index ?? text.length
}
