import { closedRatingOf, dissentOf, judgedOf, sealJudged } from '#assessments/ratings/ratings.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractAt, type ContractFound } from './contract-at.ts'
import type { Document } from './document.ts'
import type { Made } from './give-drawn.ts'
import { letterDocument } from './letter-document.ts'
import { firstRecommended } from './letter.sql.ts'

/** The panel’s letter on a contract; throws a Refusal (404) until its round is closed. */
export async function letterMade(visit: Visit): Promise<Made> {
  const found = await contractAt(visit)
  const document = await letterOf(visit.db, found, sayIn(visit.language))
  if (document === null)
    throw new Refusal(`No panel has published a rating of this contract of ${found.team.name} yet.`, 404)
  return { document, name: `${found.team.slug}-rating-letter-${found.contract.year}` }
}

/** The same, or null where no panel has closed its round over the contract. */
export async function letterOf(sql: Sql, { team, contract }: ContractFound, say: Say): Promise<Document | null> {
  const rating = await closedRatingOf(sql, team.id, contract.year)
  if (rating === null) return null
  const [judged, dissents, recommendations, frozen] = await Promise.all([
    judgedOf(sql, rating),
    dissentOf(sql, rating),
    firstRecommended(sql, rating.roundId, rating.contractId),
    sealJudged(sql, rating),
  ])
  const told = { teamName: team.name, year: contract.year, rating, judged, dissents, recommendations, frozen }
  return letterDocument(told, say)
}
