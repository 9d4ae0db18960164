import { recommendationsOwnedBy } from '#assessments/follow-up/hand-over-recommendations.ts'
import { plansAssignedTo, type AssignedPlan } from '#engagements/planned/people/hand-over-plans.sql.ts'
import type { Candidate, Owned } from '#network/handover/handover.ts'
import { actionsOwnedBy, ownedBy, ownedByAll } from '#network/handover/handovers.sql.ts'
import { tasksOfferedBy } from '#network/volunteers/tasks.sql.ts'
import type { TaskLine } from '#network/volunteers/volunteer.ts'
import { possibleOwners } from '#people/team/team-people.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** All that somebody would leave in a team, and who could take it. */
export type LeftBehind = {
  readonly open: readonly Owned[]
  readonly ended: readonly Owned[]
  readonly plans: readonly AssignedPlan[]
  readonly tasks: readonly TaskLine[]
  readonly actions: readonly { readonly id: string; readonly words: string }[]
  readonly recommendations: readonly { readonly id: string; readonly words: string }[]
  readonly candidates: readonly Candidate[]
}

/** What of a team's work is somebody's, and who else could take it over. */
export async function leftBehind(sql: Sql, teamId: string, personId: string, today: Day): Promise<LeftBehind> {
  const [owned, plans, tasks, actions, recommendations, people, all] = await Promise.all([
    ownedBy(sql, teamId, personId),
    plansAssignedTo(sql, teamId, personId, today),
    tasksOfferedBy(sql, teamId, personId, today),
    actionsOwnedBy(sql, teamId, personId),
    recommendationsOwnedBy(sql, teamId, personId),
    possibleOwners(sql, teamId),
    ownedByAll(sql, teamId),
  ])
  const owns = new Map(all.map((one) => [one.ownerId, one]))
  const candidates = people
    .filter(({ id }) => id !== personId)
    .map(({ id, name, email }) => ({
      id,
      name,
      email,
      ownsKinds: owns.get(id)?.kinds ?? [],
      ownsNeighbourhoods: owns.get(id)?.neighbourhoods ?? [],
    }))
  const [open, ended] = [owned.filter((one) => !one.ended), owned.filter((one) => one.ended)]
  return { open, ended, plans, tasks, actions, recommendations, candidates }
}
