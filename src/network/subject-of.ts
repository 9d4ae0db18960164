import { registerSubjects, type Subject } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { subjectLabelled, subjectsNamed } from './subjects.sql.ts'

/** What a subject of the network must say: whose it is, its kind, and a label that names no person. */
export type Labelled = {
  readonly forceId: string
  readonly teamId: string | null
  readonly kind: string
  readonly label: string
  readonly from: Day
  readonly to?: Day | null
}

/**
 * The id of the subject that promises know something by, in the caller's transaction: the one of this kind and label that a
 * contract named before, else a new one.
 */
export async function subjectOf(sql: Sql, of: Labelled, recordId: string): Promise<string> {
  const known = await subjectLabelled(sql, of)
  if (known !== null) return known
  const subject: Subject = {
    ...of,
    id: `${of.teamId ?? of.forceId}/${of.kind.replaceAll(' ', '-')}/${recordId}`,
    to: of.to ?? null,
  }
  await registerSubjects(sql, [subject])
  return subject.id
}

/** Subjects take over a changed name or end in the caller's transaction; since when they are there stays as it was. */
export async function renewSubjects(
  sql: Sql,
  renewed: readonly { readonly id: string; readonly label: string; readonly to?: Day | null }[],
): Promise<void> {
  const known = await subjectsNamed(
    sql,
    renewed.map(({ id }) => id),
  )
  const changes = new Map(renewed.map((one) => [one.id, one]))
  await registerSubjects(
    sql,
    known.map((subject) => ({ ...subject, ...changes.get(subject.id) })),
  )
}
