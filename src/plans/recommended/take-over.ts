import { carriedPromise } from '#assessments/recommendations/carried-promise.ts'
import { openRecommendations } from '#assessments/recommendations/recommendations.sql.ts'
import { changeDraft, type DraftTaken } from '#contract-year/change-draft.ts'
import { notCarried, withRecommended, type OpenRecommendation } from '#contract-year/next-year.ts'
import type { Acting } from '#contract-year/take-contract-step.ts'
import type { Sql } from '#platform/database/database.ts'

/**
 * Takes into a draft, first as when it was begun, what panels recommended since (R49), in the caller's transaction. What it
 * promises already stays as it is, so that two people who do it at once do it once. Throws as `changeDraft` does.
 */
export async function takeOverRecommendations(sql: Sql, contractId: string, acting: Acting): Promise<void> {
  const open = await openIn(sql, acting.teamId)
  const change = (taken: DraftTaken) => ({
    draft: withRecommended(taken.draft, toTakeOver(taken, open)),
    piece: 'recommendations' as const,
  })
  await changeDraft(sql, { contractId, verb: 'take over recommendations', revision: null, change }, acting)
}

/** What of a team's open recommendations a draft lacks; one that was taken out of it for a reason is not offered again. */
export const toTakeOver = (
  { draft, pieces }: DraftTaken,
  open: readonly OpenRecommendation[],
): readonly OpenRecommendation[] => notCarried(draft, open).filter(({ ref }) => !pieces.has(`promise ${ref}`))

/** The open recommendations to a team as a contract opens with them. */
export const openIn = async (sql: Sql, teamId: string): Promise<OpenRecommendation[]> =>
  (await openRecommendations(sql, teamId)).map(carriedPromise)
