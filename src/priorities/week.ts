import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { daysToDecide } from './concern.ts'
import { waitingSince } from './concerns.sql.ts'
import { lastToldOn } from './freshness.sql.ts'
import { freshnessOf, type Freshness } from './freshness.ts'
import { prioritiesWaiting, type PriorityWaiting } from './week.sql.ts'

/** What of a team's concerns and priorities needs somebody this week. */
export type PriorityWeek = {
  /** Concerns nobody has decided on for longer than a week, and since when the oldest waits. */
  readonly concerns: { readonly count: number; readonly oldest: Day | null }
  readonly priorities: readonly PriorityWaiting[]
  /** How fresh “You said, we did” is (R25); null where nothing was ever told. */
  readonly freshness: Freshness | null
}

/** Nothing people raised stays unseen: what waits, and what the public reads that grows stale. */
export async function priorityWeek(
  sql: Sql,
  teamId: string,
  { today, ofNetwork }: { readonly today: Day; readonly ofNetwork: boolean },
): Promise<PriorityWeek> {
  const before = addDays(today, -daysToDecide)
  const [concerns, priorities, last] = await Promise.all([
    waitingSince(sql, { teamId, before, ofNetwork }),
    prioritiesWaiting(sql, teamId, before),
    lastToldOn(sql, teamId, today),
  ])
  return { concerns, priorities, freshness: last === null ? null : freshnessOf(last, today) }
}
