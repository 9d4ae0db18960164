import { contractStanding } from '#standings/contract-standing.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { frozenAmong } from '#contract-year/freezes.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Database, Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { packsOf } from './pack.ts'
import { savePacks, type ContractPacks } from './packs.sql.ts'
import { seatForStep, type PanelMember } from './panel-seat.ts'
import { refuseTooEarly } from './round.ts'
import { movePhase, type ContractLine } from './rounds.sql.ts'

/**
 * The packs of those contracts that nobody froze, as the ledger has them now; to be kept when scoring begins. What was frozen cannot
 * change, and is taken when a member first opens it.
 */
export async function packsNow(
  database: Database,
  contracts: readonly Pick<ContractLine, 'contractId' | 'teamId' | 'seed'>[],
  { at: now, forceId, timeZone }: Omit<PanelMember, 'personId'>,
): Promise<ContractPacks[]> {
  const frozen = await frozenAmong(
    database,
    contracts.map(({ contractId }) => contractId),
  )
  const taken: ContractPacks[] = []
  for (const { contractId, teamId, seed } of contracts.filter((each) => !frozen.has(each.contractId))) {
    const contract = await findContract(database, teamId, Number(contractId.split('/').at(-1)))
    if (contract === null) continue
    const shown = await contractStanding(database, { contract, forceId, timeZone, asAt: null, now })
    taken.push({ contractId, packs: packsOf(shown, seed) })
  }
  return taken
}

/** Begins scoring with these packs, in the caller's transaction; throws a Refusal where it is not the chair (403), or not yet (409). */
export async function beginScoring(sql: Sql, roundId: string, packs: readonly ContractPacks[], member: PanelMember) {
  const round = await seatForStep(sql, roundId, 'begin scoring', member, 'alone')
  const { at, personId, timeZone } = member
  refuseTooEarly('begin scoring', round, dayAt(at, timeZone))
  await savePacks(sql, roundId, packs, at)
  await movePhase(sql, roundId, 'scoring', null)
  await audit(sql, {
    at,
    personId,
    verb: 'begin scoring',
    about: `round/${roundId}`,
    detail: { contracts: packs.length },
  })
}

/** Begins moderation in the caller's transaction; who has not scored yet may still, until a standard is moderated. Throws likewise. */
export async function beginModeration(sql: Sql, roundId: string, member: PanelMember): Promise<void> {
  const round = await seatForStep(sql, roundId, 'begin moderation', member, 'alone')
  const { at, personId, timeZone } = member
  refuseTooEarly('begin moderation', round, dayAt(at, timeZone))
  await movePhase(sql, roundId, 'moderation', null)
  await audit(sql, { at, personId, verb: 'begin moderation', about: `round/${roundId}` })
}
