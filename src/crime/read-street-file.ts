import { setImmediate } from 'node:timers/promises'
import type { Day } from '#platform/day.ts'
import { columns, isForce, monthOf, readCrime, type Cells, type CrimeMonth, type StreetCrime } from './street-crime.ts'
import { lineCells, utf8Text } from '#platform/line-cells.ts'

export const mostLines = 100_000

/** What is wrong with a file, by its line as a person finds it in an editor. */
export type LineFault = { readonly line: number; readonly words: string }

export type ReadMonth =
  { readonly ok: true; readonly month: CrimeMonth } | { readonly ok: false; readonly faults: readonly LineFault[] }

/**
 * The month of crime in a national street file (`2026-10-dorset-street.csv`), or every broken line of it: nothing of a file
 * with a broken line counts. Gives way to other visits as it goes, since a file may hold tens of thousands of lines.
 */
export async function readStreetFile(bytes: Uint8Array, forceName: string): Promise<ReadMonth> {
  const text = utf8Text(bytes)
  if (text === null) return refused(1, 'holds letters that are not UTF-8: take the file as data.police.uk publishes it')
  const lines = text.split(/\r\n|\n|\r/)
  const head = lineCells(lines[0] ?? '')
  const lacking = needed.filter((title) => !head?.includes(title))
  if (head === null || lacking.length > 0) return refused(1, `lacks the column ${lacking.join(', ')}`)
  if (lines.length > mostLines + 2) return refused(mostLines + 2, 'the file has more than 100,000 lines')
  return readLines(lines, head, forceName)
}

const needed = [columns.month, columns.within, columns.longitude, columns.latitude, columns.category]

const refused = (line: number, words: string): ReadMonth => ({ ok: false, faults: [{ line, words }] })

async function readLines(lines: readonly string[], head: readonly string[], forceName: string): Promise<ReadMonth> {
  const reader = new StreetReader(head, forceName)
  for (let n = 1; n < lines.length; n++) {
    if (lines[n] !== '') reader.read(n + 1, lines[n] ?? '')
    if (n % 5_000 === 0) await setImmediate()
  }
  return reader.done()
}

/** Reads the lines of one file, which are all of one month and one force. */
class StreetReader {
  readonly #head: readonly string[]
  readonly #places: readonly (readonly [name: string, place: number])[]
  readonly #forceName: string
  readonly #crimes: StreetCrime[] = []
  readonly #faults: LineFault[] = []
  #month: Day | null = null

  constructor(head: readonly string[], forceName: string) {
    this.#head = head
    this.#places = Object.entries(columns).map(([name, title]) => [name, head.indexOf(title)])
    this.#forceName = forceName
  }

  read(line: number, text: string): void {
    const crime = this.#crimeOf(line, text)
    if (typeof crime === 'string') this.#faults.push({ line, words: crime })
    else this.#crimes.push(crime)
  }

  done(): ReadMonth {
    if (this.#faults.length > 0) return { ok: false, faults: this.#faults }
    if (this.#month === null) return refused(2, 'there is no crime under the first line')
    return { ok: true, month: { month: this.#month, crimes: this.#crimes } }
  }

  #crimeOf(line: number, text: string): StreetCrime | string {
    const found = lineCells(text)
    if (found === null) return 'has a quotation mark that is not closed'
    if (found.length !== this.#head.length)
      return `has ${found.length} cells where the first line has ${this.#head.length}`
    const cells = this.#named(found)
    return this.#elsewhere(cells) ?? readCrime(line, cells)
  }

  #named(found: readonly string[]): Cells {
    const cells = {
      reference: '',
      month: '',
      within: '',
      longitude: '',
      latitude: '',
      placeName: '',
      lsoa: '',
      category: '',
      outcome: '',
      context: '',
    }
    for (const [name, place] of this.#places) Reflect.set(cells, name, found[place] ?? '')
    return cells
  }

  /** Why a line belongs to another file; the first line that names a month names it for all. */
  #elsewhere({ month, within }: Cells): string | null {
    const told = monthOf(month)
    if (told === null) return `“${month}” is not a month such as 2026-10`
    if (!isForce(within, this.#forceName)) return `falls within “${within}”, not ${this.#forceName}`
    this.#month ??= told
    return told === this.#month ? null : `is of ${month}, and the lines before of ${this.#month.slice(0, 7)}`
  }
}
