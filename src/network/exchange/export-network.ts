import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Keeper } from '../keeper.ts'
import type { Narrowed } from '../relationships.sql.ts'
import { rowsOut, type RowOut } from './export.sql.ts'
import { columnsOut, type Field } from './network-columns.ts'

/** The network of a team to take out, narrowed as its list is; who took how many is written down. */
export const exportNetwork = (
  database: Database,
  narrowed: Narrowed,
  format: 'csv' | 'vcard',
  keeper: Keeper,
): Promise<readonly RowOut[]> =>
  transaction(database, async (sql) => {
    const { teamId, at, personId, timeZone } = keeper
    const rows = await rowsOut(sql, keeper, narrowed, dayAt(at, timeZone))
    const people = new Set(rows.flatMap(({ id }) => (id === null ? [] : [id]))).size
    const detail = { format, people, rows: rows.length, kind: narrowed.kind, tagged: narrowed.tag !== null }
    await audit(sql, { at, personId, verb: 'export network', about: `team/${teamId}`, detail })
    return rows
  })

/** The lines of a CSV file, headings first; the same columns come in again. */
export const csvRows = (rows: readonly RowOut[]): string[][] => [
  [...columnsOut],
  ...rows.map((row) => columnsOut.map((column) => cellOf(row, column))),
]

function cellOf(row: RowOut, column: Field): string {
  const held = row[propertyOf[column]]
  return typeof held === 'string' ? held.replaceAll(/\s+/g, ' ') : (held ?? []).join('; ')
}

const propertyOf: Readonly<Record<Field, Exclude<keyof RowOut, 'id'>>> = {
  name: 'name',
  given_name: 'name',
  family_name: 'name',
  email: 'email',
  telephone: 'telephone',
  address: 'address',
  languages: 'languages',
  reach_by: 'reachBy',
  speaks_for: 'speaksFor',
  tags: 'tags',
  organisation: 'organisation',
  organisation_kind: 'organisationKind',
  role: 'role',
  ward: 'ward',
  place: 'place',
  postcode: 'postcode',
  website: 'website',
}

/** vCard 4.0 (RFC 6350), a card for each person and each organisation for which nobody stands. */
export function vcards(rows: readonly RowOut[]): string {
  const people = Map.groupBy(rows, (row) => row.id ?? `organisation ${row.organisation}`)
  return [...people.values()].map(([first]) => (first ? cardOf(first) : '')).join('')
}

function cardOf(row: RowOut): string {
  const isOrganisation = row.id === null
  const name = isOrganisation ? (row.organisation ?? '') : row.name
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    ...(isOrganisation ? ['KIND:org'] : [`UID:urn:uuid:${row.id}`]),
    `FN:${escaped(name)}`,
    ...said('EMAIL', row.email),
    ...said('TEL', row.telephone),
    ...(row.address === null ? [] : [`ADR:;;${escaped(row.address)};;;;`]),
    ...said('ORG', row.organisation),
    ...said('ROLE', row.role),
    ...(row.tags.length === 0 ? [] : [`CATEGORIES:${row.tags.map(escaped).join(',')}`]),
    ...said('URL', row.website),
    'END:VCARD',
  ]
  return lines.map(foldedLine).join('')
}

const said = (name: string, value: string | null): string[] =>
  value === null || value === '' ? [] : [`${name}:${escaped(value)}`]

const escaped = (words: string) => words.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')

/** A line is at most 75 bytes long; what is over goes on after a space. */
function foldedLine(line: string): string {
  const parts = ['']
  for (const letter of line) {
    const last = parts.at(-1) ?? ''
    if (Buffer.byteLength(last + letter) > 74) parts.push(letter)
    else parts[parts.length - 1] = last + letter
  }
  return `${parts.join('\r\n ')}\r\n`
}
