import { allForces, findPlaces, neighbourhoodsOf, teamsOf } from '#areas/areas.sql.ts'
import type { Force } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import { contractHeads, contractsInForce, findContract } from '#contracts/contracts.sql.ts'
import { newestEngagements } from '#engagements/held/engagements.sql.ts'
import { nextPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { forceOf, teamOf } from './find.ts'
import { forcePage } from './force.page.ts'
import { homePage } from './home.page.ts'
import { allTeams } from './public-site.sql.ts'
import { teamPage } from './team.page.ts'

/** The first page, with what was found where something was looked for. */
export async function showHome({ db, query, site }: Visit): Promise<Answer> {
  const words = typed(query, 'q').replaceAll('\0', '').toWellFormed().replaceAll(/\s+/g, ' ').trim().slice(0, 100)
  const [forces, teams, places] = await Promise.all([
    allForces(db),
    allTeams(db),
    words === '' ? [] : findPlaces(db, words),
  ])
  return homePage({ site, forces, teams, words, places })
}

/** A force with how each of its teams stands today. */
export async function showForce(visit: Visit): Promise<Answer> {
  const { db, now, site } = visit
  const force = await forceOf(visit)
  const [teams, neighbourhoods, inForce] = await Promise.all([
    teamsOf(db, force.id),
    neighbourhoodsOf(db, force.id),
    contractsInForce(db, force.id, dayAt(now, force.timeZone)),
  ])
  const teamIds = teams.map(({ id }) => id)
  const [contracts, standings] = await Promise.all([
    contractHeads(db, teamIds),
    Promise.all(inForce.map((contract) => standingOfContract(visit, force, contract))),
  ])
  return forcePage({ site, force, teams, neighbourhoods, contracts, standings })
}

/** A team's page, with its newest contract as it stands. */
export async function showTeam(visit: Visit): Promise<Answer> {
  const { db, site, now } = visit
  const { force, team } = await teamOf(visit)
  const [neighbourhoods, planned, engagements, contracts, contract] = await Promise.all([
    neighbourhoodsOf(db, force.id, team.id),
    nextPlanned(db, team.id, dayAt(now, force.timeZone), 3),
    newestEngagements(db, team.id, 5),
    contractHeads(db, [team.id]),
    findContract(db, team.id, null),
  ])
  const newest = contract && (await standingOfContract(visit, force, contract))
  return teamPage({ site, force, team, neighbourhoods, planned, engagements, contracts, newest })
}

const standingOfContract = ({ db, now }: Visit, force: Force, contract: Contract) =>
  contractStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt: null, now })
