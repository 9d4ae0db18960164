import type { Force, Team } from '#areas/area.ts'
import { teamAt } from '#areas/team-at.ts'
import { dayAt, type Day } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from './keeper.ts'

/** Where somebody works on a network: the team of the address, its day, and who they are. */
export type Desk = { readonly force: Force; readonly team: Team; readonly today: Day; readonly keeper: Keeper }

/** The desk of a visit; throws a Refusal (404) where its team is not here. */
export async function keeperAt({ db, params, person, now }: Visit): Promise<Desk> {
  const { force, team } = await teamAt(db, params)
  if (person === null) throw new Refusal('Sign in first.', 401)
  const { id: forceId, timeZone } = force
  const keeper = { personId: person.id, at: now, forceId, teamId: team.id, timeZone }
  return { force, team, today: dayAt(now, timeZone), keeper }
}

/** The address of a team's network at the desk. */
export const networkOf = (teamId: string): string => `/desk/${teamId}/network`
