import { contractsInForce } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import type { Day } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { contractStanding } from '#standings/contract-standing.ts'

/** The team's contract in force on a day; the newer where two overlap. */
export async function contractOn({ db, params }: Visit, teamId: string, on: Day): Promise<Contract | null> {
  const contracts = await contractsInForce(db, params['force'] ?? '', on)
  return contracts.findLast((contract) => contract.teamId === teamId) ?? null
}

/** How a contract stands today. */
export const standingOf = ({ db, params, now }: Visit, contract: Contract, timeZone: string) =>
  contractStanding(db, { contract, forceId: params['force'] ?? '', timeZone, asAt: null, now })
