import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Level, PriorityState } from './priority.ts'

/** A priority that needs somebody this week. */
export type PriorityWaiting = {
  readonly id: string
  readonly title: string
  readonly state: PriorityState
  readonly level: Level | null
  /** Since when it stands where it stands. */
  readonly since: Day
}

/**
 * Priorities that wait for somebody: proposed and not set, opened again, set a week ago or longer and not planned, or reported
 * back and not closed; the longest first.
 */
export const prioritiesWaiting = (sql: Sql, teamId: string, weekAgo: string) => sql<PriorityWaiting[]>`
  select p.id, p.title, p.state, p.level, s.taken_on as since
  from priority p
    join lateral (select max(taken_on) as taken_on from priority_step where priority_id = p.id) s on s.taken_on is not null
  where p.team_id = ${teamId} and (p.state in ('triaged', 'reopened', 'reported back')
    or (p.state in ('set', 'planned') and s.taken_on <= ${weekAgo}))
  order by p.state = 'reopened' desc, s.taken_on, p.title, p.id limit 50`
