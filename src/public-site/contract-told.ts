import { closedRatingOf } from '#assessments/ratings/ratings.sql.ts'
import { closedSittingOver } from '#community-panels/sittings/sittings.sql.ts'
import type { ContractHead } from '#contracts/contract.ts'
import { contractHeads } from '#contracts/contracts.sql.ts'
import { dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { publicStanding } from '#standings/public-standing.ts'
import { addressesOf, type ContractAddresses } from './addresses.ts'
import { asAtOf, contractOfTeam, type TeamFound } from './find.ts'
import { knownFacts } from './team/known-facts.ts'
import { teamOnBasisOf } from './team/team-on-basis.ts'

/** All that the pages of a contract tell, with the reasons in the language of the visit. */
export type ContractTold = TeamFound & {
  readonly shown: ContractStanding
  readonly to: ContractAddresses
  /** Every contract of the team, newest first. */
  readonly contracts: readonly ContractHead[]
  /** A panel has published how it rated this contract. */
  readonly isRated: boolean
  /** A community panel or forum has published what it makes of it. */
  readonly isJudged: boolean
}

/**
 * The contract an address names, as it stands. As at the usual day nothing is read twice on an unchanged basis; another day
 * is answered each time. Throws an Astray where there is no such contract (404) or day (400).
 */
export async function contractTold(visit: Visit): Promise<ContractTold> {
  const { db, params, language, now } = visit
  const { basis, ...found } = await teamOnBasisOf(visit)
  const read = () => readContract(visit, found)
  if (typed(visit.query, 'as-at').trim() !== '') return read()
  const about = `${found.team.id} ${params['year']} ${language}`
  return contractFacts(db, about, `${basis} ${dayAt(now, found.force.timeZone)}`, read)
}

const contractFacts = knownFacts<ContractTold>()

async function readContract(visit: Visit, found: TeamFound): Promise<ContractTold> {
  const { db, now, language } = visit
  const { force, team } = found
  const contract = await contractOfTeam(visit, found)
  const asAt = asAtOf(visit, { ...found, contract })
  const [shown, contracts, rating, sitting] = await Promise.all([
    publicStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt, now, say: sayIn(language) }),
    contractHeads(db, [team.id]),
    closedRatingOf(db, team.id, contract.year),
    closedSittingOver(db, contract.id),
  ])
  return {
    force,
    team,
    shown,
    to: addressesOf(contract, asAt),
    contracts,
    isRated: rating !== null,
    isJudged: sitting !== null,
  }
}
