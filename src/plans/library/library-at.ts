import { teamsOf } from '#areas/areas.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { contractHeads, contractsInForce, findContract } from '#contracts/contracts.sql.ts'
import { dayAt } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { library, type OnShelf } from './library.ts'
import { contractBefore, type PlanFound } from '#plans/plan-at.ts'

/** The library from which the plan of a visit may take promises, and the contract whose year came before. */
export async function libraryAt(
  visit: Visit,
  plan: PlanFound,
): Promise<{ readonly shelf: readonly OnShelf[]; readonly last: Contract | null }> {
  const { force, team, contract, framework } = plan
  const last = await contractBefore(visit, plan)
  const names = new Map((await teamsOf(visit.db, force.id)).map(({ id, name }) => [id, name]))
  const contracts = await contractsInForce(visit.db, force.id, dayAt(visit.now, force.timeZone))
  const others = contracts
    .filter(({ teamId }) => teamId !== team.id)
    .map((each) => ({ team: names.get(each.teamId) ?? each.teamId, contract: each }))
  return { shelf: library({ draft: contract, framework, last, others }), last }
}

/** The newest published contract of another team of the force; null where it has none. */
export async function newestOf(visit: Visit, teamId: string): Promise<Contract | null> {
  const [newest] = await contractHeads(visit.db, [teamId])
  return newest === undefined ? null : findContract(visit.db, teamId, newest.year)
}
