import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { packsOf } from './pack.ts'
import { savePacks } from './packs.sql.ts'
import type { Phase } from './round.ts'
import type { ContractLine } from './rounds.sql.ts'

type Asked = { readonly roundId: string; readonly phase: Phase; readonly at: Date }

/**
 * Takes the packs of a frozen contract when a member first opens it: whatever hour that is, they follow from the freeze and the
 * seed alone, so that whoever comes first changes nothing for the others.
 */
export async function takeFrozenPacks(
  sql: Sql,
  { contractId, seed, hasPacks }: Pick<ContractLine, 'contractId' | 'seed' | 'hasPacks'>,
  { roundId, phase, at }: Asked,
): Promise<void> {
  if (hasPacks || phase === 'set up') return
  const frozen = await frozenPackOf(sql, contractId)
  if (frozen !== null)
    await savePacks(sql, roundId, [{ contractId, packs: packsOf(frozen.standing, seed, frozen) }], at)
}
