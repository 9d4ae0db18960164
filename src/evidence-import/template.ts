import type { Dictionary } from '#measures/dictionary.ts'
import { csv, type Reply } from '#platform/http/answers.ts'
import { allColumns } from './columns.ts'

/** A CSV file to fill in: every column, and a line for each kind of evidence; lines left without a day are refused. */
export function templateOf(dictionary: Dictionary): Reply {
  const columns = allColumns(dictionary)
  const lines = Object.keys(dictionary).map((kind) => columns.map(({ holds }) => (holds === 'kind' ? kind : '')))
  return csv('evidence.csv', [columns.map(({ title }) => title), ...lines])
}

/** A template of one kind, with the columns that it may fill and no others. */
export function templateOfKind(dictionary: Dictionary, name: string): Reply {
  const kind = dictionary[name]
  const own = new Set([...Object.keys(kind?.quantities ?? {}), ...Object.keys(kind?.facets ?? {})])
  const columns = allColumns(dictionary).filter((column) => !('name' in column) || own.has(column.name))
  const line = columns.map(({ holds }) => (holds === 'kind' ? name : ''))
  return csv(`${name.replaceAll(' ', '-')}.csv`, [columns.map(({ title }) => title), line])
}
