import { may } from '#people/permissions.ts'
import type { Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt } from '../keeper-at.ts'
import { introductionPage } from './introduction.page.ts'
import { findIntroduction } from './introductions.sql.ts'

/** Introductions that new owners still have to make. */
export const introductionRoutes: readonly Route[] = [
  get('/desk/:force/:team/introductions/:id', may('keep in touch'), showIntroduction),
]

async function showIntroduction(visit: Visit): Promise<Answer> {
  const { team } = await keeperAt(visit)
  const introduction = await findIntroduction(visit.db, team.id, visit.params['id'] ?? '')
  if (!introduction) throw new Refusal('This introduction was made, or never asked for.', 404)
  return introductionPage({ site: visit.site, team, introduction })
}
