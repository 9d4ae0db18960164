import { refuseClosedDraft } from '#contract-year/state.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { deskOfPlan, planAt } from '#plans/plan-at.ts'
import { takeOverRecommendations } from './take-over.ts'

/** What panels recommended after a draft was begun, taken into it. */
export const takeOverRoutes = (plan: string): readonly Route[] => [
  post(`${plan}/recommendations`, may('write contracts'), takeOver),
]

async function takeOver(visit: Visit): Promise<Answer> {
  const { team, contract, course, acting } = await planAt(visit)
  refuseClosedDraft(course.state)
  await transaction(visit.db, (sql) => takeOverRecommendations(sql, contract.id, acting))
  return redirect(`${deskOfPlan(team.id, contract.year)}#part-2`)
}
