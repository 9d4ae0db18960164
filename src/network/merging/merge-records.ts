import { registerSubjects, type Subject } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import type { Keeper } from '../keeper.ts'
import { subjectsNamed } from '../subjects.sql.ts'
import { changesBetween, subjectChanges } from './changes.ts'
import { rowsAround } from './changes.sql.ts'
import { saveMerge, type Merge } from './merges.sql.ts'

/** How subjects stand after a merge. */
export type Renewed = readonly { readonly id: string; readonly label?: string; readonly ended?: boolean }[]

type Merging = Pick<Merge, 'id' | 'what' | 'kept' | 'merged'>

/**
 * Lets a merge happen in the caller's transaction and writes down every value that changed by it, so that it can be undone
 * exactly. Evidence is not touched: it stays under the subject it was recorded under, whose lifetime ends.
 */
export async function mergeRecords(
  sql: Sql,
  merging: Merging,
  happen: () => Promise<Renewed>,
  keeper: Keeper,
): Promise<void> {
  const { id, what, kept, merged } = merging
  const { teamId, at, personId, timeZone } = keeper
  const before = await rowsAround(sql, kept, merged)
  const renewed = await happen()
  const subjectsBefore = await subjectsNamed(sql, renewed.map((one) => one.id)) // prettier-ignore
  const subjectsAfter = subjectsBefore.map((one) => renew(one, renewed, dayAt(at, timeZone)))
  await registerSubjects(sql, subjectsAfter)
  const after = await rowsAround(sql, kept, merged)
  const moved = [...changesBetween(before, after), ...subjectChanges(subjectsBefore, subjectsAfter)]
  await saveMerge(sql, { id, teamId, what, kept, merged, moved, at }, personId)
  const about = `${what === 'individual' ? 'key-individual' : 'organisation'}/${kept}`
  await audit(sql, { at, personId, verb: 'merge records', about, detail: { merged, merge: id } })
}

function renew(subject: Subject, renewed: Renewed, today: Day): Subject {
  const told = renewed.filter(({ id }) => id === subject.id)
  const label = told.find((one) => one.label !== undefined)?.label ?? subject.label
  const ends = told.some(({ ended }) => ended) && subject.to === null
  return { ...subject, label, to: ends ? (today > subject.from ? today : subject.from) : subject.to }
}
