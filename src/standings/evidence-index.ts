import { kindsOf } from '#measures/check.ts'
import type { Reading } from '#measures/measure.ts'
import type { Day, Span } from '#platform/day.ts'

/** Evidence as standings read it: what still stands of a row, without who recorded it. */
export type Evidence = {
  readonly entry: number
  readonly kind: string
  readonly on: Day
  /** Milliseconds since 1970, or null where only the day is known. */
  readonly at: number | null
  readonly subjects: readonly string[]
  readonly quantities: Readonly<Record<string, number>>
  readonly facets: Readonly<Record<string, string | boolean | readonly string[]>>
  readonly about: string | null
}

/** A team's evidence up to a day, ready to be read by kind; the order in which it arrived does not matter. */
export class EvidenceIndex {
  readonly #byKind = new Map<string, Evidence[]>()
  readonly #read = new Map<string, readonly Evidence[]>()
  readonly #touching = new Map<readonly Evidence[], ReadonlyMap<string, readonly Evidence[]>>()

  constructor(evidence: Iterable<Evidence>, asAt: Day) {
    for (const row of evidence) {
      if (row.on > asAt) continue
      const rows = this.#byKind.get(row.kind)
      if (rows) rows.push(row)
      else this.#byKind.set(row.kind, [row])
    }
    for (const rows of this.#byKind.values()) rows.sort(inTime)
  }

  /** The rows a reading takes, oldest first; `latest` readings give the newest of each subject alone. */
  read(reading: Reading): readonly Evidence[] {
    const key = JSON.stringify(reading)
    const known = this.#read.get(key)
    if (known) return known
    const rows = this.#find(reading)
    this.#read.set(key, rows)
    return rows
  }

  /** The rows a reading takes that touch a subject, oldest first. */
  touching(reading: Reading, subject: string): readonly Evidence[] {
    const rows = this.read(reading)
    const known = this.#touching.get(rows) ?? bySubject(rows)
    this.#touching.set(rows, known)
    return known.get(subject) ?? []
  }

  #find(reading: Reading): readonly Evidence[] {
    const kinds = kindsOf(reading)
    const all =
      kinds.length === 1
        ? (this.#byKind.get(kinds[0] as string) ?? [])
        : kinds.flatMap((kind) => this.#byKind.get(kind) ?? []).sort(inTime)
    const taken = reading.latest ? newestOfEach(all) : all
    return reading.where || reading.having ? taken.filter((row) => answers(row, reading)) : taken
  }
}

const inTime = (a: Evidence, b: Evidence) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : (a.at ?? 0) - (b.at ?? 0) || a.entry - b.entry

function newestOfEach(rows: readonly Evidence[]): readonly Evidence[] {
  const newest = new Map<string, Evidence>()
  for (const row of rows) for (const key of stateKeys(row)) newest.set(key, row)
  return [...new Set(newest.values())].sort(inTime)
}

const stateKeys = (row: Evidence): readonly string[] =>
  row.subjects.length > 0 ? row.subjects : [row.about === null ? '' : `about ${row.about}`]

/** Whether a row's facets answer a reading's `where` and it carries the figure of `having`. */
export function answers(row: Evidence, asked: Pick<Reading, 'where' | 'having'>): boolean {
  if (asked.having !== undefined && row.quantities[asked.having] === undefined) return false
  for (const [facet, wanted] of Object.entries(asked.where ?? {})) {
    if (!holds(row.facets[facet], wanted)) return false
  }
  return true
}

function holds(
  given: string | boolean | readonly string[] | undefined,
  wanted: string | boolean | readonly string[],
): boolean {
  if (given === undefined) return wanted === false
  if (typeof wanted === 'boolean' || typeof given === 'boolean') return given === wanted
  const asked = typeof wanted === 'string' ? [wanted] : wanted
  return typeof given === 'string' ? asked.includes(given) : given.some((word) => asked.includes(word))
}

/** The rows that happened within a span, of rows in time. */
export function inSpan(rows: readonly Evidence[], span: Span): readonly Evidence[] {
  const from = firstAtOrAfter(rows, span.from)
  let to = from
  while (to < rows.length && (rows[to] as Evidence).on <= span.to) to++
  return from === 0 && to === rows.length ? rows : rows.slice(from, to)
}

function firstAtOrAfter(rows: readonly Evidence[], d: Day): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as Evidence).on < d) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows by each subject they touch. */
function bySubject(rows: readonly Evidence[]): Map<string, Evidence[]> {
  const found = new Map<string, Evidence[]>()
  for (const row of rows)
    for (const subject of row.subjects) {
      const of = found.get(subject)
      if (of) of.push(row)
      else found.set(subject, [row])
    }
  return found
}

export const entriesOf = (rows: readonly Evidence[]): number[] => rows.map((row) => row.entry)
