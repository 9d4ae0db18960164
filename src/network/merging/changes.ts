import type { Subject } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { mergedTables, rowsNow, writeBack, type MergedTable, type Row, type Rows } from './changes.sql.ts'

/** One value that a merge changed, as it was before and is after; kept so that an undo restores exactly that. */
export type Change = {
  readonly table: MergedTable | 'subject'
  readonly id: string
  readonly column: string
  readonly before: unknown
  readonly after: unknown
}

/** What differs between rows before and after. */
export function changesBetween(before: Rows, after: Rows): Change[] {
  return mergedTables.flatMap((table) =>
    [...before[table]].flatMap(([id, was]) => columnsChanged(table, id, was, after[table].get(id) ?? was)),
  )
}

/** Subjects change in their label and the end of their lifetime alone. */
export const subjectChanges = (before: readonly Subject[], after: readonly Subject[]): Change[] =>
  before.flatMap((was) => {
    const { label, to } = after.find(({ id }) => id === was.id) ?? was
    return columnsChanged('subject', was.id, { label: was.label, to: was.to }, { label, to })
  })

function columnsChanged(table: Change['table'], id: string, was: Row, is: Row): Change[] {
  return Object.keys(was)
    .filter((column) => !same(was[column], is[column]))
    .map((column) => ({ table, id, column, before: was[column] ?? null, after: is[column] ?? null }))
}

export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Takes changes back, in the caller's transaction, and answers those that it leaves: somebody changed the same value since. */
export async function takeBack(sql: Sql, changes: readonly Change[]): Promise<readonly Change[]> {
  const left: Change[] = []
  for (const table of mergedTables) {
    const own = changes.filter((change) => change.table === table)
    const now = await rowsNow(sql, table, [...new Set(own.map(({ id }) => id))])
    const isAsLeft = (change: Change) => same(now.get(change.id)?.[change.column], change.after)
    left.push(...own.filter((change) => !isAsLeft(change)))
    const rows = [...Map.groupBy(own.filter(isAsLeft), ({ id }) => id)].toSorted(losesNumberFirst)
    // A number of the national register is one organisation's alone, so these take theirs back one by one.
    const alike = Map.groupBy(rows, ([id, parts]) =>
      table === 'organisation' ? id : parts.map(({ column }) => column).join(' '),
    )
    for (const [, group] of alike) await writeGroup(sql, table, group)
  }
  return left
}

type OfRow = readonly [id: string, parts: readonly Change[]]

const losesNumberFirst = (one: OfRow, other: OfRow) => gains(one) - gains(other)
const gains = ([, parts]: OfRow) => (parts.some(({ column, before }) => column === 'urn' && before !== null) ? 1 : 0)

/** All values of a row go back in one statement, so that no rule between them is broken meanwhile. */
async function writeGroup(sql: Sql, table: MergedTable, group: readonly OfRow[]): Promise<void> {
  const columns = group[0]?.[1].map(({ column }) => column) ?? []
  const rows = group.map(([id, parts]) => ({
    id,
    values: Object.fromEntries(parts.map((part) => [part.column, part.before])),
  }))
  await writeBack(sql, table, columns, rows)
}
