import { parse } from 'csv-parse/sync'

/** The cells of one line of CSV without the space around them; null where a quotation mark is amiss. */
export function lineCells(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',').map((cell) => cell.trim())
  try {
    const [cells = []]: string[][] = parse(line, { relax_column_count: true, trim: true })
    return cells
  } catch {
    return null
  }
}

/** Bytes as text where all of them are UTF-8, else null. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '')
  } catch {
    return null
  }
}
