import { packUnderSeal } from '#contract-year/freezes.sql.ts'
import type { Database } from '#platform/database/database.ts'
import { standardsNow, type Setting } from '../pack/community-pack.ts'
import type { Sitting } from '../sittings/sitting.ts'
import { sealsToJudge } from '../pack/seals-to-judge.ts'
import { keptStood, sealsJudged, type ContractLine } from '../sittings/sittings.sql.ts'
import type { Stood } from './outcome.ts'

type StoodByContract = ReadonlyMap<string, readonly Stood[]>

/** How each standard of these contracts stands before a sitting, by contract: the words alone, which are withheld from nobody. */
export async function stoodOf(
  database: Database,
  sitting: Sitting,
  contracts: readonly ContractLine[],
  setting: Setting,
): Promise<StoodByContract> {
  const ids = contracts.map(({ contractId }) => contractId)
  const isClosed = sitting.closedOn !== null
  const seals = isClosed ? await sealsJudged(database, sitting.id) : await sealsToJudge(database, ids)
  const kept = isClosed ? Map.groupBy(await keptStood(database, sitting.id, ids), (one) => one.contractId) : null
  const asked = { ...setting, forceId: sitting.forceId, latest: sitting.closesOn }
  const unfrozen = async (line: ContractLine): Promise<readonly Stood[]> =>
    kept === null ? standardsNow(database, line, asked) : (kept.get(line.contractId) ?? [])
  const stood = new Map<string, readonly Stood[]>()
  for (const line of contracts) {
    const { contractId } = line
    const seal = seals.get(contractId)
    stood.set(contractId, seal === undefined ? await unfrozen(line) : await frozenStood(database, contractId, seal))
  }
  return stood
}

/** What was frozen under a seal never changes, so this process reads it once. */
const read = new Map<string, readonly Stood[]>()

async function frozenStood(database: Database, contractId: string, seal: string): Promise<readonly Stood[]> {
  const known = read.get(seal)
  if (known !== undefined) return known
  const frozen = await packUnderSeal(database, contractId, seal)
  if (frozen === null) return []
  const stood = frozen.standing.standards.map(({ id, title, commitments, measures }) => ({
    standardId: id,
    title,
    promises: [...commitments, ...measures].map(({ standing: { standing } }) => ({ standing })),
  }))
  read.set(frozen.hash, stood)
  const [oldest] = read.keys()
  if (read.size > 500 && oldest !== undefined) read.delete(oldest)
  return stood
}
