import type { Sql } from '#platform/database/database.ts'

/** R05: what a team says of communities that are harder to reach. */
export type Reach = {
  readonly identifying: string
  readonly channels: string
  readonly blockers: string
  readonly goodPractice: string
}

/** What a team told a sitting, or null. */
export async function reachOf(sql: Sql, sittingId: string, teamId: string): Promise<Reach | null> {
  const [reach] = await sql<Reach[]>`
    select identifying, channels, blockers, good_practice as "goodPractice" from community_reach
    where sitting_id = ${sittingId} and team_id = ${teamId}`
  return reach ?? null
}

/** Keeps what a team tells a sitting; what it told before gives way. */
export const saveReach = (
  sql: Sql,
  { sittingId, teamId }: { readonly sittingId: string; readonly teamId: string },
  reach: Reach,
  { at, by }: { readonly at: Date; readonly by: string },
) => sql`
  insert into community_reach (sitting_id, team_id, identifying, channels, blockers, good_practice, told_at, told_by)
  values (${sittingId}, ${teamId}, ${reach.identifying}, ${reach.channels}, ${reach.blockers}, ${reach.goodPractice},
    ${at}, ${by})
  on conflict (sitting_id, team_id) do update
  set identifying = excluded.identifying, channels = excluded.channels, blockers = excluded.blockers,
    good_practice = excluded.good_practice, told_at = excluded.told_at, told_by = excluded.told_by`
