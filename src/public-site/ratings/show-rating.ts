import { closedRatingOf, dissentOf, judgedOf } from '#assessments/ratings/ratings.sql.ts'
import { recommendationsIn } from '#assessments/recommendations/recommendations.sql.ts'
import { dayAt } from '#platform/day.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { contractAddress } from '../addresses.ts'
import { contractOf, nowhere } from '../find.ts'
import { ratingPage } from './rating.page.ts'

/** How the panel rated a contract, once its round is closed; until then there is no such page. */
export async function showRating(visit: Visit): Promise<Answer> {
  const { force, team, contract } = await contractOf(visit)
  const rating = await closedRatingOf(visit.db, team.id, contract.year)
  const say = sayIn(visit.language)
  const wayBack = { words: say.text`Go to the contract`, href: contractAddress(team.id, contract.year) }
  if (rating === null)
    throw nowhere(say.text`No panel has published a rating of this contract of ${team.name} yet.`, wayBack)
  const [judged, dissents, recommendations] = await Promise.all([
    judgedOf(visit.db, rating),
    dissentOf(visit.db, rating),
    recommendationsIn(visit.db, rating.roundId, rating.contractId),
  ])
  const today = dayAt(visit.now, force.timeZone)
  return ratingPage({ site: visit.site, force, team, contract, today, rating, judged, dissents, recommendations })
}
