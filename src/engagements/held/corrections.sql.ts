import type { Sql } from '#platform/database/database.ts'
import type { Footfall } from '../engagement.ts'
import type { By } from './close-outs.sql.ts'
import type { Noted } from './close-out.ts'

/** Puts other figures in the place of those taken down and keeps the old ones; false where there are none or it was withdrawn. */
export async function saveCorrection(
  sql: Sql,
  id: string,
  { reason, ...footfall }: Footfall & { readonly reason: string },
  { at, personId }: By,
): Promise<boolean> {
  const saved = await sql`
    with before as (
      select id, reached, spoke_with, raised_a_concern from engagement
      where id = ${id} and reached is not null and withdrawn_at is null for update
    ), kept as (
      insert into engagement_correction (engagement_id, corrected_at, corrected_by, reason, reached, spoke_with, raised_a_concern)
      select id, ${at}, ${personId}, ${reason}, reached, spoke_with, raised_a_concern from before
    )
    update engagement e set reached = ${footfall.reached}, spoke_with = ${footfall.spokeWith},
      raised_a_concern = ${footfall.raisedAConcern}, figure_from = ${footfall.figureFrom}, confidence = ${footfall.confidence}
    from before where e.id = before.id returning e.id`
  return saved.length > 0
}

/** Marks an engagement withdrawn; false where somebody did so before. */
export async function saveWithdrawal(sql: Sql, id: string, reason: string, { at, personId }: By): Promise<boolean> {
  const saved = await sql`
    update engagement set withdrawn_at = ${at}, withdrawn_by = ${personId}, withdrawn_reason = ${reason}
    where id = ${id} and withdrawn_at is null returning id`
  return saved.length > 0
}

const tables = { concerns: 'concern_heard', promises: 'promise_made', learning: 'learning_point' } as const

/** A thing that was noted in words, and the engagement at which it was. */
export type NotedWords = { readonly id: string; readonly engagementId: string | null; readonly words: string | null }

/** What a team noted under this id, or null. */
export async function findNoted(sql: Sql, what: Noted, teamId: string, id: string): Promise<NotedWords | null> {
  const [row] = await sql<NotedWords[]>`
    select id, engagement_id as "engagementId", words from ${sql(tables[what])} where id = ${id} and team_id = ${teamId}`
  return row ?? null
}

/** Puts other words in the place of those noted; null erases them, and what they counted for stays. False where they are erased already. */
export async function saveWords(sql: Sql, what: Noted, id: string, words: string | null, at: Date): Promise<boolean> {
  const erasedAt = words === null ? at : null
  const toWhom = what === 'promises' && words === null ? sql`, to_whom = null, kept_how = null` : sql``
  const saved = await sql`
    update ${sql(tables[what])} set words = ${words}, erased_at = ${erasedAt}${toWhom}
    where id = ${id} and words is not null returning id`
  return saved.length > 0
}
