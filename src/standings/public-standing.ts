import type { Database } from '#platform/database/database.ts'
import { english, type Say } from '#platform/language/say.ts'
import {
  contractStanding,
  usualDay,
  type Ask,
  type ContractStanding,
  type PromiseStanding,
} from './contract-standing.ts'
import { protectedFigures, type ProtectedFigures } from './disclosed.sql.ts'
import { disclosedOnAskedDay, disclosedStanding, disclosedSum } from './disclosed-standing.ts'
import type { Standing } from './standing.ts'

/** How a contract stands, as anybody may read it: each of its figures under disclosure control. Only the desk sees it whole. */
export async function publicStanding(database: Database, ask: Ask): Promise<ContractStanding> {
  const { contract, say = english } = ask
  const [shown, figures] = await Promise.all([
    contractStanding(database, ask),
    protectedFigures(database, contract.teamId, contract.span),
  ])
  return disclosedContract(shown, figures, say)
}

/** The same of a standing that is at hand, with what was recorded of protected communities. Pure. */
export function disclosedContract(
  shown: ContractStanding,
  figures: readonly ProtectedFigures[],
  say: Say,
): ContractStanding {
  const isUsual = shown.asAt === usualDay(shown.contract, shown.today)
  const toldOf = ({ measures, standing }: PromiseStanding): Standing =>
    isUsual
      ? disclosedSum(measures, disclosedStanding(measures, standing, say), figures, say)
      : disclosedOnAskedDay(measures, standing, figures, say)
  const own = <Promised extends PromiseStanding>(promise: Promised): Promised => ({
    ...promise,
    standing: toldOf(promise),
  })
  const disclosed = {
    ...shown,
    standards: shown.standards.map((each) => ({
      ...each,
      measures: each.measures.map(own),
      commitments: each.commitments.map(own),
    })),
    others: shown.others.map(own),
    serviceStandards: shown.serviceStandards.map(own),
    duties: shown.duties.map(own),
  }
  return { ...disclosed, byRef: standingsByRef(disclosed) }
}

function standingsByRef(shown: ContractStanding): ReadonlyMap<string, Standing> {
  const { standards, others, serviceStandards, duties, byRef } = shown
  const ofStandards = standards.flatMap(({ measures, commitments }) => [...measures, ...commitments])
  const told = [...ofStandards, ...others, ...serviceStandards, ...duties]
  return new Map([...byRef, ...told.map(({ ref, standing }): [string, Standing] => [ref, standing])])
}
