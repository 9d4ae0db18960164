import type { ContractLine } from '#assessments/rounds/rounds.sql.ts'
import type { Phase } from '#assessments/rounds/round.ts'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import { groundOf, standFrozen } from '#contract-year/freeze/stand-frozen.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { arranged } from '#standings/contract-standing.ts'
import { areToBeTaken, packsOf, type Pack } from './pack.ts'
import { holdPacks, savePacks } from './packs.sql.ts'

type Asked = { readonly roundId: string; readonly phase: Phase; readonly forceId: string; readonly at: Date }

/**
 * Takes the packs of a contract, in the caller's transaction, when a member first opens it: whatever hour that is, they follow from
 * what was frozen, or the ledger as scoring found it, and the seed alone, so that whoever comes first changes nothing for the others.
 * Where the contract was sent back and frozen anew before anybody scored it, they are taken again.
 */
export async function takePacks(
  sql: Sql,
  contract: ContractLine,
  { roundId, phase, forceId, at }: Asked,
): Promise<void> {
  if (phase === 'set up' || !areToBeTaken(contract)) return
  const { contractId } = contract
  await holdPacks(sql, { roundId, contractId }, 'to take them')
  await savePacks(sql, { roundId, contractId }, await drawnPacks(sql, contract, forceId), at)
}

async function drawnPacks(sql: Sql, line: ContractLine, forceId: string): Promise<Pack[]> {
  const frozen = await frozenPackOf(sql, line.contractId)
  return frozen === null ? unfrozenPacks(sql, line, forceId) : packsOf(frozen.standing, line.seed, frozen)
}

/** What nobody froze, from the ledger as long as it was when scoring began. */
async function unfrozenPacks(sql: Sql, { contractId, teamId, seed, known }: ContractLine, forceId: string) {
  const contract = await findContract(sql, teamId, Number(contractId.split('/').at(-1)))
  if (contract === null || known === null) return []
  const { asAt, teamLength, forceLength } = known
  const chains = [
    { id: teamId, length: teamLength },
    { id: forceId, length: forceLength },
  ]
  const ground = { ...(await groundOf(sql, contract, forceId, asAt)), chains }
  return packsOf(arranged(contract, ground.framework, asAt, asAt, await standFrozen(sql, ground)), seed)
}
