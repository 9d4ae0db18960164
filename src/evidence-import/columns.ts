import type { Dictionary } from '#measures/dictionary.ts'
import { facetsOfAll } from '#measures/dictionary.ts'
import { fault, type Fault } from './fault.ts'

/** What a column holds: one of the five of every line, a figure, or a facet. */
export type Column =
  | { readonly holds: (typeof plainColumns)[number]; readonly title: string }
  | { readonly holds: 'figure' | 'facet'; readonly name: string; readonly title: string }

export const plainColumns = ['happened_on', 'happened_at', 'kind', 'subjects', 'about'] as const

/** Every column that a file of evidence may have, in the order of the template. */
export const allColumns = (dictionary: Dictionary): Column[] => [
  ...plainColumns.map((holds) => ({ holds, title: holds })),
  ...namesOf(dictionary, 'quantities').map((name) => ({ holds: 'figure' as const, name, title: `figure: ${name}` })),
  ...namesOf(dictionary, 'facets').map((name) => ({ holds: 'facet' as const, name, title: `facet: ${name}` })),
]

/** The columns that a first line names, or what is wrong with it. */
export function columnsOf(
  cells: readonly string[],
  line: number,
  dictionary: Dictionary,
): { readonly columns: readonly (Column | null)[]; readonly faults: readonly Fault[] } {
  const known = new Map(allColumns(dictionary).map((column) => [keyOf(column.title), column]))
  const columns = cells.map((cell) => known.get(keyOf(cell)) ?? null)
  const unknown = cells.flatMap((cell, n) => (columns[n] ? [] : [fault(line, unknownWords(cell, cells.length), cell)]))
  if (columns.every((column) => column === null)) return { columns, faults: unknown.slice(0, 1) }
  return { columns, faults: [...unknown, ...twice(columns, line), ...lacking(columns, line)] }
}

const keyOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/\s*:\s*/, ':')
    .replaceAll(/\s+/g, ' ')

const namesOf = (dictionary: Dictionary, part: 'quantities' | 'facets'): string[] => {
  const own = Object.values(dictionary).flatMap((kind) => Object.keys(kind[part]))
  return [...new Set(part === 'facets' ? [...own, ...Object.keys(facetsOfAll)] : own)]
}

function unknownWords(cell: string, count: number): string {
  if (cell === '') return 'has no title: every column needs one'
  if (/[;\t]/.test(cell) && count === 1)
    return 'the columns must be parted by commas: save the file again as “CSV UTF-8 (comma delimited)”'
  return 'is not a column that we know: the template has them all'
}

const twice = (columns: readonly (Column | null)[], line: number): Fault[] =>
  columns.flatMap((column, n) =>
    column && columns.indexOf(column) < n ? [fault(line, 'stands twice in the first line', column.title)] : [],
  )

const lacking = (columns: readonly (Column | null)[], line: number): Fault[] =>
  (['happened_on', 'kind'] as const)
    .filter((name) => !columns.some((column) => column?.holds === name))
    .map((name) => fault(line, 'is missing from the first line', name))
