import { teamsOf } from '#areas/areas.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { contractOf, forceOf, teamOf, type TeamFound } from '../find.ts'
import { priorityOf } from '../priorities/show-priorities.ts'
import { plannedOf } from '../show-events.ts'
import { givePicture } from './give-picture.ts'
import { sharedContract, sharedEvent, sharedForce, sharedPriority, sharedTeam } from './shared.ts'

/** The picture of a force's page. */
export async function giveForcePicture(visit: Visit): Promise<Answer> {
  const force = await forceOf(visit)
  const teams = await teamsOf(visit.db, force.id)
  return givePicture(visit, force, sharedForce(force, teams.length, sayIn(visit.language)))
}

/** The picture of a team's page, with how its newest contract stands. */
export async function giveTeamPicture(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const contract = await findContract(visit.db, found.team.id, null)
  const newest = contract && (await standingToday(visit, found, contract))
  return givePicture(visit, found.force, sharedTeam(found.team, newest, sayIn(visit.language)))
}

/** The picture of a contract, as it stands today whatever day is asked for. */
export async function giveContractPicture(visit: Visit): Promise<Answer> {
  const found = await contractOf(visit)
  const shown = await standingToday(visit, found, found.contract)
  return givePicture(visit, found.force, sharedContract(found.team, shown, sayIn(visit.language)))
}

/** The picture of a planned engagement: when, where, and whether it is off. */
export async function giveEventPicture(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await plannedOf(visit)
  return givePicture(visit, force, sharedEvent(team, planned, sayIn(visit.language)))
}

/** The picture of a priority. */
export async function givePriorityPicture(visit: Visit): Promise<Answer> {
  const { force, team, priority } = await priorityOf(visit)
  return givePicture(visit, force, sharedPriority(team, priority, sayIn(visit.language)))
}

const standingToday = ({ db, now }: Visit, { force }: TeamFound, contract: Contract) =>
  contractStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt: null, now })
