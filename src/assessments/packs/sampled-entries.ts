import { engagementOf } from '#engagements/held/engagement-of.ts'
import { engagementTitles } from '#engagements/held/engagements.sql.ts'
import { evidenceRows, type EvidenceRow } from '#ledger/ledger.sql.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'

/** An entry that was drawn by lot, with the words of the record it came from and of what it is about. */
export type Sampled = EvidenceRow & {
  /** Of the engagement; null where it came from another record, or that was erased. */
  readonly title: string | null
  readonly subjectLabels: readonly string[]
}

/** These entries of a team’s ledger in order of their days; evidence names only ids. */
export async function sampledEntries(sql: Sql, teamId: string, entries: readonly number[]): Promise<Sampled[]> {
  const [forceId = ''] = teamId.split('/')
  const [rows, subjects] = await Promise.all([evidenceRows(sql, entries), subjectsOf(sql, forceId, [teamId])])
  const titles = await engagementTitles(sql, [...new Set(rows.flatMap(({ source }) => engagementOf(source) ?? []))])
  const labels = new Map(subjects.map(({ id, label }) => [id, label]))
  const titleOf = ({ source, erasedOn }: EvidenceRow) =>
    erasedOn === null ? (titles.find(({ id }) => id === engagementOf(source))?.title ?? null) : null
  return rows.map((row) => ({
    ...row,
    title: titleOf(row),
    subjectLabels: row.subjects.map((id) => labels.get(id) ?? id),
  }))
}
