import { placesOf, readRow, type Place, type RegisterFault, type RegisterRow } from './register-row.ts'
import { lineCells, utf8Text } from '#platform/line-cells.ts'

/** The most lines of schools that one file may have; the whole national register has about 52,000. */
export const mostLines = 200_000

/** Lines that are read at a time, so that other visits are answered in between. */
const atATime = 5_000

export type Stretch = { readonly rows: readonly RegisterRow[]; readonly faults: readonly RegisterFault[] }

export type Opened =
  | { readonly ok: true; readonly lines: number; readonly stretches: Iterable<Stretch> }
  | { readonly ok: false; readonly words: string }

/** The schools of a register, a stretch of lines after the other, with the lines that cannot be read; or why none can. */
export function openRegister(bytes: Uint8Array): Opened {
  const text = utf8Text(bytes)
  if (text === null)
    return refused(`line ${firstBadLine(bytes)} holds letters that are not UTF-8: save the file again as “CSV UTF-8”`)
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  const count = lines.length - 1
  if (count > mostLines)
    return refused(
      `it has ${count.toLocaleString('en-GB')} lines: send at most ${mostLines.toLocaleString('en-GB')} at once`,
    )
  const head = lineCells(lines[0] ?? '')
  const place = head === null ? 'has a quotation mark that is not closed' : placesOf(head)
  if (typeof place === 'string') return refused(`its first line ${place}`)
  if (count < 1) return refused('it has no line under the first')
  return { ok: true, lines: count, stretches: stretchesOf(lines, head?.length ?? 0, place) }
}

const refused = (words: string): Opened => ({ ok: false, words: `The file cannot be read: ${words}` })

function* stretchesOf(lines: readonly string[], width: number, place: Place): Generator<Stretch> {
  const seen = new Map<number, number>()
  for (let from = 1; from < lines.length; from += atATime) {
    const [rows, faults]: [RegisterRow[], RegisterFault[]] = [[], []]
    for (let n = from; n < Math.min(from + atATime, lines.length); n++) {
      const read = lineOf(lines[n] ?? '', n + 1, { width, place, seen })
      if (typeof read === 'string') faults.push({ line: n + 1, words: read })
      else if (read !== null) rows.push(read)
    }
    yield { rows, faults }
  }
}

type Setting = { readonly width: number; readonly place: Place; readonly seen: Map<number, number> }

function lineOf(text: string, line: number, { width, place, seen }: Setting): RegisterRow | string | null {
  if (text.trim() === '') return null
  const cells = lineCells(text)
  if (cells === null) return 'has a quotation mark that is not closed'
  if (cells.length !== width) return `has ${cells.length} cells where the first line has ${width}`
  const row = readRow(line, cells, place)
  if (typeof row === 'string') return row
  const before = seen.get(row.urn)
  if (before !== undefined) return `tells of ${row.urn} again, which line ${before} does`
  seen.set(row.urn, line)
  return row
}

function firstBadLine(bytes: Uint8Array): number {
  let from = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, from)
    if (end < 0 || utf8Text(bytes.subarray(from, end)) === null) return line
    from = end + 1
  }
}
