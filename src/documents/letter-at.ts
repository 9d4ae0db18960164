import { closedRatingOf, dissentOf, judgedOf } from '#assessments/ratings.sql.ts'
import { frozenSealOf } from '#contract-year/freezes.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractAt, type ContractFound } from './contract-at.ts'
import type { Document } from './document.ts'
import type { Made } from './give-drawn.ts'
import { letterDocument } from './letter-document.ts'
import { firstRecommended } from './letter.sql.ts'

/** The panel’s letter on a contract; throws a Refusal (404) until its round is closed. */
export async function letterMade(visit: Visit): Promise<Made> {
  const found = await contractAt(visit)
  const document = await letterOf(visit.db, found)
  if (document === null)
    throw new Refusal(`No panel has published a rating of this contract of ${found.team.name} yet.`, 404)
  return { document, name: `${found.team.slug}-rating-letter-${found.contract.year}` }
}

/** The same, or null where no panel has closed its round over the contract. */
export async function letterOf(sql: Sql, { team, contract }: ContractFound): Promise<Document | null> {
  const rating = await closedRatingOf(sql, team.id, contract.year)
  if (rating === null) return null
  const [judged, dissents, recommendations, seal] = await Promise.all([
    judgedOf(sql, rating),
    dissentOf(sql, rating),
    firstRecommended(sql, rating.roundId, rating.contractId),
    frozenSealOf(sql, contract.id),
  ])
  const frozen = seal?.hash ?? null
  return letterDocument({ teamName: team.name, year: contract.year, rating, judged, dissents, recommendations, frozen })
}
