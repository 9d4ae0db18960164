import { createHash } from 'node:crypto'
import type { Fact } from '#ledger/evidence.ts'
import { clipped, formulaFault, readAbout, readDay, readFacet, readFigure, readInstant, readSubjects } from './cells.ts'
import type { Read, Setting } from './cells.ts'
import { columnsOf, type Column } from './columns.ts'
import { csvLines, type CsvLine } from './csv-lines.ts'
import { decode } from './decode.ts'
import { fault, type Fault } from './fault.ts'

export type ReadEvidence =
  | { readonly ok: true; readonly facts: readonly Fact[]; readonly hash: string }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * The evidence in a CSV file, or every fault in it, by line and column; nothing of a file with a fault counts. The hash is
 * of what the file says, so the same evidence saved in another encoding has the same.
 */
export function readEvidence(bytes: Uint8Array, setting: Setting): ReadEvidence {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const { lines, faults } = csvLines(decoded.text)
  const [head, ...body] = lines
  if (!head) return refused(faults.length > 0 ? faults : [fault(1, 'the file is empty')])
  const { columns, faults: headFaults } = columnsOf(head.cells, head.line, setting.dictionary)
  if (headFaults.length > 0) return refused([...headFaults, ...faults])
  const read = body.map((line) => readLine(line, columns, setting))
  const all = [...faults, ...read.flatMap((each) => ('faults' in each ? each.faults : []))]
  if (all.length === 0 && read.length === 0)
    return refused([fault(head.line + 1, 'there is no evidence under the first line')])
  if (all.length > 0) return refused(all)
  const told = read.flatMap((each) => ('told' in each ? [each.told] : []))
  const hash = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32)
  return { ok: true, facts: told.map((one) => ({ ...one, source: `import/${hash}` })), hash }
}

const refused = (faults: readonly Fault[]): ReadEvidence => ({
  ok: false,
  faults: faults.toSorted((one, other) => one.line - other.line),
})

type Told = Omit<Fact, 'source'>

function readLine({ line, cells }: CsvLine, columns: readonly (Column | null)[], setting: Setting) {
  if (cells.length !== columns.length)
    return { faults: [fault(line, `has ${cells.length} cells where the first line has ${columns.length}`)] }
  return new LineReader(line, cells, columns, setting).read()
}

/** Reads the cells of one line, and remembers what is wrong with each. */
class LineReader {
  readonly #line: number
  readonly #cells: readonly string[]
  readonly #columns: readonly (Column | null)[]
  readonly #setting: Setting
  readonly #faults: Fault[] = []

  constructor(line: number, cells: readonly string[], columns: readonly (Column | null)[], setting: Setting) {
    this.#line = line
    this.#cells = cells
    this.#columns = columns
    this.#setting = setting
  }

  read(): { readonly told: Told } | { readonly faults: readonly Fault[] } {
    this.#refuseFormulas()
    const name = this.#cell('kind').toLowerCase()
    const happenedOn = this.#take('happened_on', readDay(this.#cell('happened_on'), this.#setting))
    const { dictionary } = this.#setting
    const kind = Object.hasOwn(dictionary, name) ? dictionary[name] : undefined
    if (!kind)
      this.#fault(
        'kind',
        name === '' ? 'is empty: say what happened' : `there is no evidence of the kind “${clipped(name)}”`,
      )
    if (!kind || happenedOn === undefined) return { faults: this.#faults }
    const fact = { kind: name, happenedOn, source: '' }
    const given = <T>(column: string, read: (cell: string) => Read<T>): T | undefined => {
      const cell = this.#cell(column)
      return cell === '' ? undefined : this.#take(column, read(cell))
    }
    const happenedAt = given('happened_at', (cell) => readInstant(cell, happenedOn, this.#setting))
    const subjects = given('subjects', (cell) => readSubjects(cell, kind, this.#setting))
    const about = given('about', readAbout)
    const quantities = this.#named('figure', (cell, figure) => readFigure(cell, figure, kind))
    const facets = this.#named('facet', (cell, facet) => readFacet(cell, facet, fact, this.#setting))
    if (this.#faults.length > 0) return { faults: this.#faults }
    return {
      told: {
        kind: name,
        happenedOn,
        ...(happenedAt === undefined ? {} : { happenedAt }),
        ...(subjects === undefined ? {} : { subjects }),
        ...(about === undefined ? {} : { about }),
        quantities,
        facets,
      },
    }
  }

  #cell(title: string): string {
    return this.#cells[this.#columns.findIndex((column) => column?.title === title)] ?? ''
  }

  #refuseFormulas(): void {
    this.#cells.forEach((cell, n) => {
      const words = formulaFault(cell)
      if (words !== null) this.#fault(this.#columns[n]?.title ?? '', words)
    })
  }

  /** One fault a cell is enough. */
  #fault(column: string, words: string): void {
    if (!this.#faults.some((known) => known.column === column)) this.#faults.push(fault(this.#line, words, column))
  }

  #take<T>(column: string, read: Read<T>): T | undefined {
    if ('value' in read) return read.value
    this.#fault(column, read.words)
    return undefined
  }

  #named<T>(holds: 'figure' | 'facet', read: (cell: string, name: string) => Read<T>): Record<string, T> {
    const entries = this.#columns.flatMap((column, n) => {
      const cell = this.#cells[n] ?? ''
      if (column?.holds !== holds || cell === '') return []
      const value = this.#take(column.title, read(cell, column.name))
      return value === undefined ? [] : [[column.name, value] as const]
    })
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
}
