import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** One going through of a team's key individuals. */
export type NetworkReview = { readonly id: string; readonly on: Day; readonly keyIndividuals: number }

/** How many key individuals a team keeps up. */
export async function countKeyIndividuals(sql: Sql, teamId: string): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from key_individual
    where team_id = ${teamId} and merged_into is null and erased_at is null and left_on is null`
  return row.count
}

/** Keeps a going through; false where it was kept before. */
export async function saveNetworkReview(
  sql: Sql,
  teamId: string,
  { id, on, keyIndividuals }: NetworkReview,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const saved = await sql`
    insert into network_review (id, team_id, reviewed_on, key_individuals, reviewed_at, reviewed_by)
    values (${id}, ${teamId}, ${on}, ${keyIndividuals}, ${at}, ${by}) on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** When a team went through its network, newest first, at most 10. */
export const networkReviewsOf = (sql: Sql, teamId: string) => sql<NetworkReview[]>`
  select id, reviewed_on as "on", key_individuals as "keyIndividuals" from network_review
  where team_id = ${teamId} order by reviewed_on desc, reviewed_at desc, id limit 10`
