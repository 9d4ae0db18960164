import { neighbourhoodsOf, teamsOf } from '#areas/areas.sql.ts'
import type { Force } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import { contractHeads, contractsInForce } from '#contracts/contracts.sql.ts'
import { dayAt } from '#platform/day.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { engagementMethodsOf, findForceFacts, seniorOfficersOf } from '#web-pages/facts/force-facts.sql.ts'
import { forceOf } from './find.ts'
import { forcePage } from './force.page.ts'

/** A force with how each of its teams stands today. */
export async function showForce(visit: Visit): Promise<Answer> {
  const { db, now, site } = visit
  const force = await forceOf(visit)
  const [teams, neighbourhoods, inForce, facts, methods, officers] = await Promise.all([
    teamsOf(db, force.id),
    neighbourhoodsOf(db, force.id),
    contractsInForce(db, force.id, dayAt(now, force.timeZone)),
    findForceFacts(db, force.id),
    engagementMethodsOf(db, force.id),
    seniorOfficersOf(db, force.id),
  ])
  const teamIds = teams.map(({ id }) => id)
  const [contracts, standings] = await Promise.all([
    contractHeads(db, teamIds),
    Promise.all(inForce.map((contract) => standingOfContract(visit, force, contract))),
  ])
  return forcePage({ site, force, teams, neighbourhoods, contracts, standings, says: { facts, methods, officers } })
}

const standingOfContract = ({ db, now }: Visit, force: Force, contract: Contract) =>
  contractStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt: null, now })
