import { carriedPromise } from '#assessments/recommendations/carried-promise.ts'
import { openRecommendations } from '#assessments/recommendations/recommendations.sql.ts'
import { beginNextYear } from '#contract-year/begin-next-year.ts'
import { contractYearAt, deskOfYear } from '#contract-year/contract-year-at.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'

/** The contract of the next year, which opens with what the panel recommended and is still open. */
export const nextContractRoutes: readonly Route[] = [
  post('/desk/:force/:team/contract/:year/next', may('write contracts'), beginNext),
]

async function beginNext(visit: Visit): Promise<Answer> {
  const { contract, team, acting, isDraft } = await contractYearAt(visit)
  if (isDraft) throw new Refusal('Publish this contract first: the next one begins from it.', 409)
  const open = await openRecommendations(visit.db, team.id)
  const next = await transaction(visit.db, (sql) => beginNextYear(sql, contract, open.map(carriedPromise), acting))
  return redirect(deskOfYear(team.id, next.year))
}
