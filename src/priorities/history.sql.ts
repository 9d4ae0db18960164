import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Outcome } from './priority.ts'

/** What the public was told of a priority; with an outcome it is the report at the end. */
export type UpdateShown = {
  readonly id: string
  readonly priorityId: string
  readonly postedOn: Day
  readonly postedAt: Date
  /** Plain text. */
  readonly words: string
  readonly outcome: Outcome | null
  /** When it was put differently last. */
  readonly rewordedAt: Date | null
}

/** What the public was told of these priorities, the newest first, at most 200. */
export const updatesShown = (sql: Sql, priorityIds: readonly string[]) => sql<UpdateShown[]>`
  select id, priority_id as "priorityId", posted_on as "postedOn", posted_at as "postedAt", words, outcome, reworded_at as "rewordedAt"
  from priority_update where priority_id = any(${[...priorityIds]}::uuid[])
  order by posted_on desc, posted_at desc, outcome is null, id limit 200`

/** What was done about a priority, where the public may read it; who did it stays at the desk. */
export const actionsShown = (sql: Sql, priorityId: string) => sql<{ what: string; doneOn: Day }[]>`
  select what, done_on as "doneOn" from priority_action
  where priority_id = ${priorityId} and shown and done_on is not null order by done_on desc, added_at desc, id`

/** The days on which a priority was set, planned, begun, closed and opened again; reasons stay at the desk. */
export const publicHistoryOf = (sql: Sql, priorityId: string) => sql<{ step: string; takenOn: Day }[]>`
  select step, taken_on as "takenOn" from priority_step
  where priority_id = ${priorityId} and step in ('set', 'plan', 'begin', 'close', 'reopen') order by id`
