import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { TeamMember } from '#assessments/recommendations/open-to-team.ts'
import {
  insertHandedOver,
  openRecommendations,
  type Recommendation,
} from '#assessments/recommendations/recommendations.sql.ts'

/** What of a team’s open recommendations is somebody’s. */
export const recommendationsOwnedBy = async (sql: Sql, teamId: string, personId: string): Promise<Recommendation[]> =>
  (await openRecommendations(sql, teamId)).filter(({ ownerId }) => ownerId === personId)

/** Gives all that somebody owns of a team’s open recommendations to somebody else, in the caller’s transaction. */
export async function handOverRecommendations(sql: Sql, from: string, to: string, acting: TeamMember): Promise<void> {
  const { teamId, at, personId, timeZone } = acting
  const owned = (await recommendationsOwnedBy(sql, teamId, from)).map(({ id }) => id)
  if (owned.length === 0) return
  await insertHandedOver(sql, owned, { ownerId: to, takenOn: dayAt(at, timeZone) }, at, personId)
  await pagesChanged(sql, teamId)
  const detail = { recommendations: owned.length, to }
  await audit(sql, { at, personId, verb: 'hand over recommendations', about: `person:${from}`, detail })
}
