import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { seatForStep, type PanelMember } from './panel-seat.ts'
import { refuseTooEarly } from './round.ts'
import { movePhase, noteWhatIsKnown } from './rounds.sql.ts'

/**
 * Begins scoring in the caller's transaction: what the ledger knows now is what the panel judges of contracts that nobody froze. Throws a
 * Refusal where it is not the chair (403), or not yet (409).
 */
export async function beginScoring(sql: Sql, roundId: string, member: PanelMember): Promise<void> {
  const round = await seatForStep(sql, roundId, 'begin scoring', member, 'alone')
  const { at, personId, timeZone } = member
  const today = dayAt(at, timeZone)
  refuseTooEarly('begin scoring', round, today)
  await noteWhatIsKnown(sql, roundId, today)
  await movePhase(sql, roundId, 'scoring', null)
  await audit(sql, { at, personId, verb: 'begin scoring', about: `round/${roundId}` })
}

/** Begins moderation in the caller's transaction; who has not scored yet may still, until a standard is moderated. Throws likewise. */
export async function beginModeration(sql: Sql, roundId: string, member: PanelMember): Promise<void> {
  const round = await seatForStep(sql, roundId, 'begin moderation', member, 'alone')
  const { at, personId, timeZone } = member
  refuseTooEarly('begin moderation', round, dayAt(at, timeZone))
  await movePhase(sql, roundId, 'moderation', null)
  await audit(sql, { at, personId, verb: 'begin moderation', about: `round/${roundId}` })
}
