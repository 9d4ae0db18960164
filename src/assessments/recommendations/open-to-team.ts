import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { PanelMember } from '#assessments/rounds/panel-seat.ts'
import { refuseOutOfTurn, standsAt, type RecommendationStep } from './recommendation.ts'
import { findRecommendation, hasStep, type Recommendation } from './recommendations.sql.ts'

/** Who acts for a team. */
export type TeamMember = PanelMember & { readonly teamId: string }

type Step = { readonly id: string; readonly recommendationId: string; readonly step: RecommendationStep }

/**
 * A recommendation to a team, held for the transaction, where the step may be taken now; null where this very step was taken
 * already. Throws a Refusal where it is not of this team (404), or the step does not follow (409).
 */
export async function openToTeam(
  sql: Sql,
  { id, recommendationId, step }: Step,
  { teamId, at, timeZone }: TeamMember,
): Promise<Recommendation | null> {
  const found = await findRecommendation(sql, recommendationId, true)
  if (found?.teamId !== teamId) throw new Refusal('There is no such recommendation to this team.', 404)
  if (await hasStep(sql, id)) return null
  refuseOutOfTurn(step, standsAt(found, dayAt(at, timeZone)))
  return found
}
