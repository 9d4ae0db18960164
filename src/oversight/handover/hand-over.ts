import { handOverRecommendations } from '#assessments/follow-up/hand-over-recommendations.ts'
import { handOverPlans } from '#engagements/planned/people/hand-over-plans.ts'
import type { Keeper } from '#network/keeper.ts'
import { handOverRelationships, type Handover } from '#network/handover/hand-over.ts'
import { handOverActions } from '#network/handover/hand-over-actions.ts'
import { handOverTasks } from '#network/volunteers/hand-over-tasks.ts'
import { endPerson, placePerson, type TeamRole } from '#people/team/leave-team.ts'
import type { Colleague } from '#people/team/team-people.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** What becomes of whoever hands over. */
export type Then =
  | { readonly what: 'stays' }
  | { readonly what: 'ends'; readonly lastDay: Day }
  | { readonly what: 'moves'; readonly teamId: string; readonly role: TeamRole }

/** All that somebody leaves in a team, and to whom each goes. */
export type WholeHandover = Omit<Handover, 'thenWhat'> & {
  readonly plans: readonly { readonly plannedId: string; readonly toPerson: string }[]
  /** Who answers for their offered tasks; null where there are none. */
  readonly tasksTo: string | null
  /** Who does their open actions of meetings; null where there are none. */
  readonly actionsTo: string | null
  /** Who owns what the panel recommended; null where there is none. */
  readonly recommendationsTo: string | null
  readonly then: Then
}

/**
 * Hands over everything and lets somebody go in the caller's transaction: all of it happens, or nothing. Throws a Refusal (409)
 * where anything would stay without an owner. A form sent twice changes nothing.
 */
export async function handOverAll(sql: Sql, whole: WholeHandover, person: Colleague, keeper: Keeper): Promise<void> {
  const { plans, tasksTo, actionsTo, recommendationsTo, then, ...relationships } = whole
  if (!(await handOverRelationships(sql, { ...relationships, thenWhat: then.what }, keeper))) return
  await handOverPlans(sql, person.id, plans, keeper)
  if (tasksTo !== null) await handOverTasks(sql, person.id, tasksTo, keeper)
  if (actionsTo !== null) await handOverActions(sql, person.id, actionsTo, keeper)
  if (recommendationsTo !== null) await handOverRecommendations(sql, person.id, recommendationsTo, keeper)
  if (then.what === 'ends') await endPerson(sql, person, then.lastDay, keeper)
  if (then.what === 'moves') await placePerson(sql, person, { role: then.role, teamId: then.teamId }, keeper)
}
