import type { Sql } from '#platform/database/database.ts'
import { append, type Recording } from './append.ts'
import { openEvidence } from './evidence-standing.sql.ts'

/** The evidence of a record, or of it only what is about one thing. */
export type Superseded = { readonly source: string; readonly about?: string }

/**
 * Withdraws the evidence of a team's record that still stands, or leaves tombstones for it, in the caller's transaction,
 * which holds the chain; answers how many rows. Throws as `append` does.
 */
export async function supersedeEvidence(
  sql: Sql,
  recording: Recording & { readonly teamId: string },
  effect: 'withdraws' | 'erases',
  { source, about: only }: Superseded,
): Promise<number> {
  const open = await openEvidence(sql, recording.teamId, source)
  const rows = only === undefined ? open : open.filter(({ about }) => about === only)
  const entries = rows.map(({ seq, kind, happenedOn, about }) => ({
    effect,
    supersedes: seq,
    kind,
    happenedOn,
    ...(about === null ? {} : { about }),
    source,
  }))
  await append(sql, recording, entries)
  return rows.length
}
