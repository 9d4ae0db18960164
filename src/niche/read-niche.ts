import type { Neighbourhood, Team } from '#areas/area.ts'
import { csvLines, type CsvLine } from '#evidence-import/csv-lines.ts'
import { decode } from '#evidence-import/decode.ts'
import { clipped } from '#evidence-import/cells.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'
import type { Day } from '#platform/day.ts'
import { nicheColumnNames } from './niche-columns.ts'
import { readNicheRow, type NicheRow } from './niche-row.ts'

/** The most lines and bytes of one file: a year of a large force and then some. */
export const mostNicheLines = 50_000
export const mostNicheBytes = 16 * 1024 * 1024

/** What a file may speak of: the teams of whoever sends it, and the day it is. */
export type NicheSetting = {
  readonly forceId: string
  readonly teams: readonly Team[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly today: Day
}

export type ReadNiche =
  | {
      readonly ok: true
      readonly rows: readonly NicheRow[]
      /** What is wrong with single rows, which are left out. */
      readonly faults: readonly Fault[]
      /** Headings that we do not know and do not read. */
      readonly ignored: readonly string[]
    }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** The rows of a file that came back from Niche; refused whole where it cannot be read as one. */
export function readNiche(bytes: Uint8Array, setting: NicheSetting): ReadNiche {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const { lines, faults } = csvLines(decoded.text, mostNicheLines)
  const [head, ...body] = lines
  if (!head) return { ok: false, faults: faults.length > 0 ? faults : [fault(1, 'the file is empty')] }
  const headings = head.cells.map(headingOf)
  const wrong = headFaults(headings, head)
  if (wrong.length > 0) return { ok: false, faults: wrong }
  if (body.length === 0) return { ok: false, faults: [fault(head.line + 1, 'there is nothing under the first line')] }
  const read = body.map((line) => readLine(line, headings, setting))
  const rows = read.flatMap((each) => ('row' in each ? [each.row] : []))
  const all = [...faults, ...read.flatMap((each) => ('faults' in each ? each.faults : [])), ...twiceTold(rows)]
  const bad = new Set(all.map(({ line }) => line))
  return {
    ok: true,
    rows: rows.filter(({ line }) => !bad.has(line)),
    faults: all.toSorted((a, b) => a.line - b.line),
    ignored: head.cells.filter((cell, n) => cell !== '' && !nicheColumnNames.has(headings[n] ?? '')),
  }
}

/** `Grid reference` and `GRID_REFERENCE` are one heading. */
const headingOf = (cell: string): string =>
  cell
    .toLowerCase()
    .trim()
    .replaceAll(/[\s_-]+/g, '_')

function headFaults(headings: readonly string[], { line, cells }: CsvLine): Fault[] {
  if (!headings.some((heading) => nicheColumnNames.has(heading)))
    return [fault(line, 'none of the columns is one of the exchange with Niche: they are listed below the upload')]
  const twice = headings.flatMap((heading, n) =>
    nicheColumnNames.has(heading) && headings.indexOf(heading) < n
      ? [fault(line, 'stands twice in the first line', cells[n])]
      : [],
  )
  const lacking = headings.includes('in_niche') || headings.includes('niche_occurrence')
  return [
    ...twice,
    ...(headings.includes('id') ? [] : [fault(line, 'is missing from the first line', 'id')]),
    ...(lacking ? [] : [fault(line, 'is missing: say yes in it where Niche holds the engagement', 'in_niche')]),
  ]
}

function readLine(
  { line, cells }: CsvLine,
  headings: readonly string[],
  setting: NicheSetting,
): { readonly row: NicheRow } | { readonly faults: readonly Fault[] } {
  if (cells.length > headings.length && cells.slice(headings.length).some((cell) => cell !== ''))
    return { faults: [fault(line, `has ${cells.length} cells where the first line has ${headings.length}`)] }
  const named = new Map(headings.map((heading, n) => [heading, cells[n] ?? '']))
  return readNicheRow(line, (name) => named.get(name) ?? '', setting)
}

/** An id or a Niche number that two rows claim belongs to the first. */
function twiceTold(rows: readonly NicheRow[]): Fault[] {
  const first = new Map<string, number>()
  return rows.flatMap((row) => {
    const claims = [row.does === 'confirm' ? row.id : '', row.occurrence ?? ''].filter((claim) => claim !== '')
    const before = claims.map((claim) => first.get(claim)).find((line) => line !== undefined)
    if (before === undefined) for (const claim of claims) first.set(claim, row.line)
    const told = clipped(claims.find((claim) => first.get(claim) === before) ?? '')
    return before === undefined ? [] : [fault(row.line, `says again what line ${before} said of ${told}`)]
  })
}
