import type { Sql } from '#platform/database/database.ts'
import type { Review } from './review-relationship.ts'

/** Keeps a review and the day on the relationship; false where it was kept before. */
export async function saveReview(
  sql: Sql,
  review: Review,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<boolean> {
  const saved = await sql`
    with kept as (
      insert into relationship_review (id, relationship_id, reviewed_on, came_of_it, worth_it, to_change, reviewed_at, reviewed_by)
      values (${review.id}, ${review.relationshipId}, ${review.on}, ${review.cameOfIt}, ${review.worthIt}, ${review.toChange}, ${at}, ${by})
      on conflict (id) do nothing returning relationship_id, reviewed_on
    )
    update relationship r set reviewed_on = greatest(r.reviewed_on, k.reviewed_on)
    from kept k where r.id = k.relationship_id returning r.id`
  return saved.length > 0
}

/** The reviews of a relationship, newest first. */
export const reviewsOf = (sql: Sql, relationshipId: string) => sql<Review[]>`
  select id, relationship_id as "relationshipId", reviewed_on as "on", came_of_it as "cameOfIt", worth_it as "worthIt",
    to_change as "toChange"
  from relationship_review where relationship_id = ${relationshipId} order by reviewed_on desc, id`
