import type { ForForce } from '#people/force-desk.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { dayAt } from '#platform/day.ts'
import { takePacks } from '#assessments/packs/take-packs.ts'
import { afterStep, refuseConflict, refuseUnopened, seatFor, type RoundStep } from './round.ts'
import { contractLines, findSeat, type ContractLine, type SeatAt } from './rounds.sql.ts'

/** Who sits on a panel, and when. */
export type PanelMember = ForForce

type Hold = 'share' | 'alone' | null

/** A member's seat in a round; throws a Refusal where they do not sit on its panel (403), or it is not open yet (409). */
export async function seatAt(
  sql: Sql,
  roundId: string,
  { forceId, personId, at, timeZone }: PanelMember,
  hold: Hold = null,
): Promise<SeatAt> {
  const seat = await findSeat(sql, { forceId, roundId, personId }, hold)
  if (!seat) throw new Refusal('You do not sit on the panel of this round.', 403)
  refuseUnopened(seat, seat.isChair, dayAt(at, timeZone))
  return seat
}

/** A seat from which a step of the whole round may be taken now; throws a Refusal (403 or 409). */
export async function seatForStep(
  sql: Sql,
  roundId: string,
  step: RoundStep,
  member: PanelMember,
  hold: Hold,
): Promise<SeatAt> {
  const seat = await seatAt(sql, roundId, member, hold)
  afterStep(step, seat.phase, seat.isChair ? 'chair' : 'member')
  return seat
}

/** A seat before one team's contract. */
export type ContractSeat = {
  readonly round: SeatAt
  readonly contract: ContractLine
  readonly seat: 'chair' | 'member'
}

/** A member before a contract of the round; throws a Refusal where it has none of that team (404). */
export async function beforeContract(
  sql: Sql,
  at: { readonly roundId: string; readonly slug: string },
  member: PanelMember,
  hold: Hold = null,
): Promise<ContractSeat> {
  const round = await seatAt(sql, at.roundId, member, hold)
  const [contract] = await contractLines(sql, at.roundId, member.personId, at.slug)
  if (!contract) throw new Refusal('This round judges no contract of that team.', 404)
  const seat = seatFor(round.isChair ? 'chair' : 'member', contract.chairHasConflict)
  return { round, contract, seat: seat === 'chair' ? 'chair' : 'member' }
}

/** The same with its packs, in the caller's transaction, for whoever has no conflict with the team. Throws a Refusal (403) for whoever has. */
export async function openContract(
  sql: Sql,
  at: { readonly roundId: string; readonly slug: string },
  member: PanelMember,
  hold: Hold = null,
): Promise<ContractSeat> {
  const found = await beforeContract(sql, at, member, hold)
  refuseConflict(found.contract.conflict !== null, found.contract.teamName)
  const { forceId, at: when } = member
  await takePacks(sql, found.contract, { roundId: at.roundId, phase: found.round.phase, forceId, at: when })
  return found
}

/** The same, where a step may be taken now. Throws a Refusal (403 or 409). */
export async function openForStep(
  sql: Sql,
  at: { readonly roundId: string; readonly slug: string },
  step: RoundStep,
  member: PanelMember,
  hold: Hold,
): Promise<ContractSeat> {
  const found = await openContract(sql, at, member, hold)
  afterStep(step, found.round.phase, found.seat)
  return found
}
