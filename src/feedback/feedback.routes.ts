import { teamAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import type { Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { engagementFeedbackRoutes } from './engagements/engagement-feedback.routes.ts'
import { answeredOf, heardOf } from './engagements/feedback.sql.ts'
import { engagementsHeard } from './engagements/received.page.ts'
import { opinionsReceivedRoutes } from './opinions/opinions-received.routes.ts'
import { pageThoughtOf, prioritiesThoughtOf } from './opinions/opinions-received.page.ts'
import { opinionRoutes } from './opinions/opinions.routes.ts'
import { meansByTopic, thoughtOfParts, thoughtOfPriorities } from './opinions/opinions.sql.ts'
import { teamFeedbackPage } from './team-feedback.page.ts'

/** What people say of a team without an account: of its engagements, its priorities and its page. */
export const feedbackRoutes: readonly Route[] = [
  get('/desk/:force/:team/feedback', may('record engagements'), showTeamFeedback),
  ...engagementFeedbackRoutes,
  ...opinionRoutes,
  ...opinionsReceivedRoutes,
]

async function showTeamFeedback(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const [answered, heard, means, priorities, parts] = await Promise.all([
    answeredOf(visit.db, team.id),
    heardOf(visit.db, team.id),
    meansByTopic(visit.db, team.id),
    thoughtOfPriorities(visit.db, team.id),
    thoughtOfParts(visit.db, team.id),
  ])
  return teamFeedbackPage({
    site: visit.site,
    team,
    engagements: engagementsHeard(team, answered, heard),
    priorities: prioritiesThoughtOf(team, means.priorities, priorities),
    ofPage: pageThoughtOf(team, means.page, parts),
  })
}
