import { cellsOf } from '#evidence-import/csv-lines.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'

/** Lines that one file may hold. */
export const mostRows = 200_000

/** One line of a file with its cells, or why it has none. */
export type Line = { readonly line: number; readonly cells: readonly string[] } | { readonly fault: Fault }

/** The lines of a CSV text that hold anything, one after the other, so that a large file is never held twice. */
export function* linesOf(text: string): Generator<Line> {
  let from = 0
  for (let line = 1; from < text.length; line++) {
    const end = endOf(text, from)
    const written = text.slice(from, end)
    from = text.startsWith('\r\n', end) ? end + 2 : end + 1
    const cells = wholeCells(written) ?? cellsOf(written)
    if (typeof cells === 'string') yield { fault: fault(line, cells) }
    else if (cells.some((cell) => cell !== '')) yield { line, cells }
  }
}

/** The cells of a line with nothing odd about it, else null: to ask the full reader for each of 200,000 lines takes most of a minute. */
function wholeCells(line: string): readonly string[] | null {
  const cells: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y
  for (;;) {
    const found = cell.exec(line)
    if (!found) return null
    const [, quoted, bare = '', end] = found
    cells.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim())
    if (end === '') return cells
  }
}

/** A file of old Macs ends its lines with a return alone. */
function endOf(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  if (feed < 0) {
    const alone = text.indexOf('\r', from)
    return alone < 0 ? text.length : alone
  }
  const before = text.slice(from, feed).indexOf('\r')
  return before < 0 ? feed : from + before
}
