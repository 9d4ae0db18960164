import { randomUUID } from 'node:crypto'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { idOrNew } from '../typed-parts.ts'
import { networkReviewPage } from './network-review.page.ts'
import { countKeyIndividuals, networkReviewsOf } from './network-review.sql.ts'
import { reviewNetwork } from './review-network.ts'

const address = '/desk/:force/:team/network/gone-through'

/** Going through the whole network now and then (R30). */
export const networkReviewRoutes: readonly Route[] = [
  get(address, may('keep in touch'), showReview),
  post(address, may('manage the network'), takeReview),
]

async function showReview(visit: Visit): Promise<Answer> {
  const { team } = await keeperAt(visit)
  const [keyIndividuals, reviews] = await Promise.all([
    countKeyIndividuals(visit.db, team.id),
    networkReviewsOf(visit.db, team.id),
  ])
  return networkReviewPage({ site: visit.site, team, id: randomUUID(), keyIndividuals, reviews })
}

async function takeReview(visit: Visit): Promise<Answer> {
  const { keeper, team } = await keeperAt(visit)
  await transaction(visit.db, (sql) => reviewNetwork(sql, idOrNew(visit.form), keeper))
  return redirect(`${networkOf(team.id)}/gone-through`)
}
