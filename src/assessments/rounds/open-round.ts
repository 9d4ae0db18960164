import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { seatForStep, type PanelMember } from './panel-seat.ts'
import { dayFaults } from './round.ts'
import { hasRound, insertRound, isOpened, saveRubric, type Criteria, type NewRound } from './rounds.sql.ts'

/**
 * Opens a round in the caller's transaction; sent twice it is opened once. Throws a Refusal where its days are out of order
 * (422), nobody or nothing is in it (422), or the force has one of that year (409).
 */
export async function openRound(sql: Sql, round: NewRound, { personId, at }: Pick<PanelMember, 'personId' | 'at'>) {
  const [fault] = Object.values(dayFaults(round))
  if (fault !== undefined) throw new Refusal(`${fault}.`)
  if (!round.memberIds.includes(round.chairId)) throw new Refusal('The chair must sit on the panel.')
  if (round.contracts.length === 0) throw new Refusal('Choose at least one contract to judge.')
  if (await isOpened(sql, round.id)) return
  if (await hasRound(sql, round.forceId, round.year))
    throw new Refusal(`There is a round of ${round.year} already.`, 409)
  if (!(await insertRound(sql, round, at, personId))) return
  const detail = { year: round.year, contracts: round.contracts.length, members: round.memberIds.length }
  await audit(sql, { at, personId, verb: 'open a round', about: `round/${round.id}`, detail })
}

/** Sets what the panel asks of each standard, in the caller's transaction; throws a Refusal once scoring began (409). */
export async function setRubric(sql: Sql, roundId: string, rubric: readonly Criteria[], member: PanelMember) {
  await seatForStep(sql, roundId, 'set the rubric', member, 'alone')
  await saveRubric(sql, roundId, rubric)
  const { at, personId } = member
  await audit(sql, {
    at,
    personId,
    verb: 'set the rubric',
    about: `round/${roundId}`,
    detail: { standards: rubric.length },
  })
}
