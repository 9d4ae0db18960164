import { append } from '#ledger/append.ts'
import { coursesOf } from '#contract-year/course.sql.ts'
import { takeContractStep } from '#contract-year/take-contract-step.ts'
import type { Fact } from '#ledger/evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { seatForStep, type PanelMember } from './panel-seat.ts'
import { ratingsOfRound } from './ratings.sql.ts'
import { refuseTooEarly } from './round.ts'
import { recommendationsIn } from './recommendations.sql.ts'
import { membersOf, movePhase } from './rounds.sql.ts'

/**
 * Closes a round in the caller's transaction: ratings and recommendations become public, and evidence (R46, R49). Throws a Refusal
 * where it is not the chair (403), or a contract is not rated yet (409).
 */
export async function closeRound(sql: Sql, roundId: string, member: PanelMember): Promise<void> {
  const { at, personId: by, forceId, timeZone } = member
  const round = await seatForStep(sql, roundId, 'close the round', member, 'alone')
  refuseTooEarly('close the round', round, dayAt(at, timeZone))
  const ratings = await ratingsOfRound(sql, roundId)
  const unrated = ratings.filter(({ grade }) => grade === null)
  if (unrated.length > 0)
    throw new Refusal(
      `Rate every contract first. Not rated: ${unrated.map(({ teamName }) => teamName).join(', ')}.`,
      409,
    )
  const today = dayAt(at, timeZone)
  await movePhase(sql, roundId, 'closed', today)
  const { length: representatives } = await membersOf(sql, roundId)
  await append(sql, { forceId, teamId: null, timeZone, at, by }, [panelHeld(roundId, representatives, today)])
  const made = Map.groupBy(await recommendationsIn(sql, roundId), ({ teamId }) => teamId)
  for (const { teamId, contractId, grade } of ratings) {
    const recommended = (made.get(teamId) ?? []).map(({ id }) => recommendationMade(id, today))
    const facts = [judgementGiven(`round/${roundId}/${contractId}`, grade ?? '', today), ...recommended]
    await append(sql, { forceId, teamId, timeZone, at, by }, facts)
  }
  await endYears(sql, ratings, member)
  await audit(sql, { at, personId: by, verb: 'close the round', about: `round/${roundId}` })
}

/** A contract that was frozen for its panel is rated with the round, and its year is over; others are left where they are. */
async function endYears(sql: Sql, judged: readonly Judged[], { at, forceId, timeZone }: PanelMember): Promise<void> {
  const courses = await coursesOf(
    sql,
    judged.map(({ contractId }) => contractId),
  )
  for (const { contractId, teamId } of judged) {
    if (courses.get(contractId)?.state !== 'frozen') continue
    const acting = { person: null, at, forceId, teamId, timeZone }
    for (const step of ['rate', 'close'] as const)
      await takeContractStep(sql, { contractId, step, revision: null }, acting)
  }
}

type Judged = { readonly contractId: string; readonly teamId: string }

const panelHeld = (roundId: string, representatives: number, happenedOn: Day): Fact => ({
  kind: 'panel held',
  happenedOn,
  quantities: { representatives },
  facets: { panel: 'OPCC panel' },
  source: `round/${roundId}`,
})

const judgementGiven = (source: string, grade: string, happenedOn: Day): Fact => ({
  kind: 'judgement given',
  happenedOn,
  facets: { question: 'rating', grade, by: 'OPCC panel' },
  source,
})

const recommendationMade = (id: string, happenedOn: Day): Fact => ({
  kind: 'recommendation made',
  happenedOn,
  facets: { owner: true },
  about: `recommendation/${id}`,
  source: `recommendation/${id}`,
})
