import { teamAt } from '#areas/team-at.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { findPriority } from '#priorities/priorities.sql.ts'
import { eraseOpinionWords } from './give-opinion.ts'
import { partOfSlug, type Of } from './opinion.ts'
import { opinionsReceivedPage } from './opinions-received.page.ts'
import { meansOf, opinionsOf } from './opinions.sql.ts'

const feedback = '/desk/:force/:team/feedback'

/** What people think of a team's page and priorities, as its desk reads it. */
export const opinionsReceivedRoutes: readonly Route[] = [
  get(`${feedback}/page/:part`, may('record engagements'), showOfPart),
  get(`${feedback}/priorities/:priority`, may('record engagements'), showOfPriority),
  post(`${feedback}/opinions/:opinion/erase`, may('correct evidence'), takeErasing),
]

async function showOfPart(visit: Visit): Promise<Answer> {
  const part = partOfSlug(visit.params['part'] ?? '')
  if (part === null) throw new Refusal('The page has no such part.', 404)
  return showOf(visit, { topic: 'web page', part: part.slug }, part.name)
}

async function showOfPriority(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const priority = await findPriority(visit.db, team.id, visit.params['priority'] ?? '')
  if (priority === null) throw new Refusal('There is no such priority here.', 404)
  return showOf(visit, { topic: 'priorities', priorityId: priority.id }, priority.title)
}

async function showOf(visit: Visit, of: Of, name: string): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const [means, received] = await Promise.all([meansOf(visit.db, team.id, of), opinionsOf(visit.db, team.id, of)])
  const mayErase = visit.person !== null && isAllowed(visit.person, 'correct evidence', visit.params)
  const { timeZone } = force
  return opinionsReceivedPage({ site: visit.site, team, of, name, means, received, timeZone, mayErase })
}

async function takeErasing(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const id = visit.params['opinion'] ?? ''
  if (!isUuid(id)) throw new Refusal('There is no such answer.', 404)
  const eraser = { personId: visit.person?.id ?? null, at: visit.now }
  const of = await transaction(visit.db, (sql) => eraseOpinionWords(sql, team.id, id, eraser))
  const place = of.topic === 'web page' ? `page/${of.part}` : `priorities/${of.priorityId}`
  return redirect(`/desk/${team.id}/feedback/${place}`)
}
