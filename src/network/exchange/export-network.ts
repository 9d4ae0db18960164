import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Keeper } from '../keeper.ts'
import type { Narrowed } from '../relationships.sql.ts'
import { rowsOut, type RowOut } from './export.sql.ts'
import { columnsOut, type Field } from './network-columns.ts'
import { inLines, inOneLine } from './told-row.ts'

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
  if (typeof held !== 'string') return (held ?? []).join('; ')
  return column === 'address' ? inLines(held) : inOneLine(held)
}

/** Under which name a row that goes out holds a column. */
export const propertyOf = {
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
} as const satisfies Readonly<Record<Field, Exclude<keyof RowOut, 'id'>>>
