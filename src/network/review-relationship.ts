import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Keeper } from './keeper.ts'
import type { Relationship } from './relationship.ts'
import { saveReview } from './reviews.sql.ts'

/** What a year of keeping in touch came to, in three answers (D3.2). */
export type Review = {
  readonly id: string
  readonly relationshipId: string
  readonly on: Day
  readonly cameOfIt: string
  readonly worthIt: 'yes' | 'partly' | 'no'
  readonly toChange: string
}

/** Keeps the review of a relationship's impact with its evidence (D3.2) in the caller's transaction; sent twice, it is kept once. */
export async function reviewRelationship(sql: Sql, of: Relationship, review: Review, keeper: Keeper): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  if (!(await saveReview(sql, review, { at, by: personId }))) return
  const source = `relationship-review/${review.id}`
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    { kind: 'relationship reviewed', happenedOn: review.on, subjects: [of.subjectId], source },
  ])
  await audit(sql, { at, personId, verb: 'review relationship', about: `relationship/${of.id}` })
}
