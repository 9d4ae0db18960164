import type { Force, Team } from '#areas/area.ts'
import { forceAt, teamAt } from '#areas/team-at.ts'
import { dayAt, type Day } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { PageKeeper, TeamPageKeeper } from './page-keeper.ts'

export type PageDesk = {
  readonly force: Force
  readonly team: Team
  readonly today: Day
  readonly keeper: TeamPageKeeper
}

/** Who works on the page of the team that an address names; throws a Refusal (404) where it is not here. */
export async function pageDeskOf(visit: Visit): Promise<PageDesk> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const keeper = { ...keeperOf(visit, force), teamId: team.id }
  return { force, team, today: dayAt(visit.now, force.timeZone), keeper }
}

/** Who works on what the force of an address says of itself. */
export async function forceDeskOf(visit: Visit): Promise<{ readonly force: Force; readonly keeper: PageKeeper }> {
  const force = await forceAt(visit.db, visit.params)
  return { force, keeper: keeperOf(visit, force) }
}

function keeperOf(visit: Visit, { id: forceId, timeZone }: Force): PageKeeper {
  const { person, now } = visit
  if (person === null) throw new Refusal('Sign in first.', 401)
  // A browser of a phone says so of itself (R29).
  const mobile = /\bMobi/.test(visit.header('user-agent') ?? '')
  return { personId: person.id, role: person.roles[0] ?? '', at: now, forceId, timeZone, mobile }
}

/** The address of the desk of a team's public page. */
export const pageDeskAddress = (teamId: string): string => `/desk/${teamId}/page`
