import { noLongerAsJudged } from '#assessments/packs/packs.sql.ts'
import { ratingsOfRound, type TeamRating } from '#assessments/ratings/ratings.sql.ts'
import { recommendationsIn } from '#assessments/recommendations/recommendations.sql.ts'
import { endYears } from '#contract-year/end-years.ts'
import { appendToChains } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { seatForStep, type PanelMember } from './panel-seat.ts'
import { refuseTooEarly } from './round.ts'
import { movePhase } from './rounds.sql.ts'
import { membersOf } from './panel.sql.ts'

/**
 * Closes a round in the caller's transaction: ratings and recommendations become public, and evidence (R46, R49). Throws a Refusal
 * where it is not the chair (403), or a contract is not rated yet, or no longer as it was judged (409).
 */
export async function closeRound(sql: Sql, roundId: string, member: PanelMember): Promise<void> {
  const { at, personId, timeZone } = member
  const today = dayAt(at, timeZone)
  const round = await seatForStep(sql, roundId, 'close the round', member, 'alone')
  refuseTooEarly('close the round', round, today)
  const ratings = await ratingsOfRound(sql, roundId)
  refuseUnrated(ratings)
  refuseChanged(await noLongerAsJudged(sql, roundId))
  await movePhase(sql, roundId, 'closed', today)
  await tellLedger(sql, roundId, ratings, member)
  await endYears(sql, ratings, member)
  await audit(sql, { at, personId, verb: 'close the round', about: `round/${roundId}` })
}

function refuseUnrated(ratings: readonly TeamRating[]): void {
  const unrated = ratings.filter(({ grade }) => grade === null).map(({ teamName }) => teamName)
  if (unrated.length > 0) throw new Refusal(`Rate every contract first. Not rated: ${unrated.join(', ')}.`, 409)
}

function refuseChanged(changed: readonly { readonly teamName: string }[]): void {
  if (changed.length === 0) return
  const names = changed.map(({ teamName }) => teamName).join(', ')
  throw new Refusal(`No longer as the panel judged it: the contract of ${names}. It must be frozen as it was.`, 409)
}

/** That the panel met joins the force's chain; what it judged and recommends, the chain of each team. */
async function tellLedger(
  sql: Sql,
  roundId: string,
  ratings: readonly TeamRating[],
  { at, personId: by, forceId, timeZone }: PanelMember,
): Promise<void> {
  const today = dayAt(at, timeZone)
  const { length: representatives } = await membersOf(sql, roundId)
  const made = Map.groupBy(await recommendationsIn(sql, roundId), ({ contractId }) => contractId)
  const facts = new Map<string | null, readonly Fact[]>([[null, [panelHeld(roundId, representatives, today)]]])
  for (const { teamId, contractId, grade } of ratings) {
    const judged = judgementGiven(`round/${roundId}/${contractId}`, grade ?? '', today)
    facts.set(teamId, [judged, ...(made.get(contractId) ?? []).map(({ id }) => recommendationMade(id, today))])
  }
  await appendToChains(sql, { forceId, timeZone, at, by }, facts)
}

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
