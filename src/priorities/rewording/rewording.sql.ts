import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Outcome } from '#priorities/priority.ts'

/** What the public was told once, with how it was put before. */
export type ToldOnce = {
  readonly id: string
  readonly postedOn: Day
  readonly words: string
  readonly outcome: Outcome | null
  /** How often it was reworded. */
  readonly revision: number
  /** The newest first. */
  readonly earlier: readonly Earlier[]
}

/** Words that were replaced, null where they were not to be kept. */
export type Earlier = { readonly words: string | null; readonly why: string; readonly at: string }

/** One update of a priority, or null. */
export async function findTold(sql: Sql, priorityId: string, id: string): Promise<ToldOnce | null> {
  const [found] = await sql<ToldOnce[]>`
    select u.id, u.posted_on as "postedOn", u.words, u.outcome, e.revision, e.earlier
    from priority_update u cross join lateral (
      select count(*)::int as revision,
        coalesce(jsonb_agg(jsonb_build_object('words', words, 'why', why, 'at', reworded_at) order by reworded_at desc), '[]') as earlier
      from priority_update_earlier where update_id = u.id) e
    where u.priority_id = ${priorityId} and u.id = ${id}`
  return found ?? null
}

/** How an update is put from now on. */
export type Rewording = {
  /** Chosen with the form. */
  readonly id: string
  readonly updateId: string
  readonly words: string
  readonly why: string
  /** Whether the earlier words are forgotten, as where they named somebody. */
  readonly isForgotten: boolean
}

/** Whether this form was taken before. */
export async function wasReworded(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from priority_update_earlier where id = ${id}`
  return rows.length > 0
}

/** Puts an update differently; all its earlier words go with it where they are to be forgotten. */
export async function saveRewording(
  sql: Sql,
  { id, updateId, words, why, isForgotten }: Rewording,
  { at, personId }: { readonly at: Date; readonly personId: string | null },
): Promise<void> {
  await sql`
    insert into priority_update_earlier (id, update_id, words, why, reworded_at, reworded_by)
    select ${id}, u.id, u.words, ${why}, ${at}, ${personId} from priority_update u where u.id = ${updateId}`
  await sql`update priority_update set words = ${words}, reworded_at = ${at} where id = ${updateId}`
  if (isForgotten) await sql`update priority_update_earlier set words = null where update_id = ${updateId}`
}
