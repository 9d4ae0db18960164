import { parse } from 'csv-parse/sync'
import { fault, type Fault } from './fault.ts'

/** One line of a file with its cells, or why it has none. */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] }

export const mostLines = 20_000

/**
 * The lines of a CSV text that hold anything. Each line is one piece of evidence, so no cell may run over its end: an
 * unclosed quote spoils one line and not all that follow it.
 */
export function csvLines(
  text: string,
  most = mostLines,
): { readonly lines: readonly CsvLine[]; readonly faults: readonly Fault[] } {
  const written = text.split(/\r\n|\n|\r/)
  if (written.at(-1) === '') written.pop()
  if (written.length > most + 1) {
    const count = (written.length - 1).toLocaleString('en-GB')
    const words = `the file has ${count} lines of evidence: send at most ${most.toLocaleString('en-GB')} at once`
    return { lines: [], faults: [fault(most + 2, words)] }
  }
  const lines: CsvLine[] = []
  const faults: Fault[] = []
  written.forEach((line, index) => {
    const cells = cellsOf(line)
    if (typeof cells === 'string') faults.push(fault(index + 1, cells))
    else if (cells.some((cell) => cell !== '')) lines.push({ line: index + 1, cells })
  })
  return { lines, faults }
}

/** The cells of a line without the space around them, or what is wrong with its quotes. */
export function cellsOf(line: string): readonly string[] | string {
  if (!line.includes('"')) return line.split(',').map((cell) => cell.trim())
  try {
    const [cells = []] = parse(line, { relax_column_count: true, trim: true })
    return cells
  } catch (error) {
    return quoteFault(error)
  }
}

function quoteFault(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quotation mark is opened and not closed on this line'
    : 'has a quotation mark in the middle of a cell: write "" for one that belongs to the words'
}
