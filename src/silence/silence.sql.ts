import type { Sql } from '#platform/database/database.ts'
import type { Span } from '#platform/day.ts'

/** What engagements of one place came to; the neighbourhood is null where nobody said it. */
export type EngagementTotals = {
  readonly teamId: string
  readonly neighbourhoodId: string | null
  readonly engagements: number
  readonly spokeWith: number | null
  readonly uncounted: number
  readonly concerns: number | null
}

/** The engagements of a force, or of one team, by team and neighbourhood over a span of days. */
export const engagementTotals = (sql: Sql, forceId: string, { from, to }: Span, teamId?: string) => sql<
  EngagementTotals[]
>`
  select e.team_id as "teamId", e.neighbourhood_id as "neighbourhoodId", count(*)::int as engagements,
    sum(e.spoke_with)::int as "spokeWith", (count(*) - count(e.spoke_with))::int as uncounted,
    sum(e.raised_a_concern)::int as concerns
  from engagement e join team t on t.id = e.team_id
  where t.force_id = ${forceId} and e.held_on between ${from} and ${to} and e.withdrawn_at is null
    ${teamId === undefined ? sql`` : sql`and e.team_id = ${teamId}`}
  group by e.team_id, e.neighbourhood_id order by e.team_id, e.neighbourhood_id`

/** Where on the ground a team's engagements were, those within about half a kilometre taken together. */
export type Spot = { readonly longitude: number; readonly latitude: number; readonly engagements: number }

/** The places where most of a team's engagements were, at most 150. */
export const engagementSpots = (sql: Sql, teamId: string, { from, to }: Span) => sql<Spot[]>`
  select avg(location[0]) as longitude, avg(location[1]) as latitude, count(*)::int as engagements
  from engagement where team_id = ${teamId} and held_on between ${from} and ${to} and location is not null and withdrawn_at is null
  group by round(location[0] * 150), round(location[1] * 200) order by 3 desc, 1, 2 limit 150`

/** How many concerns the ledger has of a team in a span of days, beside those raised at engagements, whose figures hold them. */
export async function concernsRecorded(sql: Sql, teamId: string, { from, to }: Span): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from evidence e
    where e.chain = ${teamId} and e.kind = 'concern raised' and e.source not like 'engagement/%' and e.happened_on between ${from} and ${to}
      and e.effect in ('states', 'corrects') and not exists (
        select 1 from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))`
  return row?.count ?? 0
}

/** When a comparison was last recorded for a team and of what it was; null where never. */
export async function lastComparison(sql: Sql, chain: string): Promise<{ on: string; mirrored: number } | null> {
  const [row] = await sql<{ on: string; mirrored: number }[]>`
    select happened_on as "on", (quantities ->> 'mirrored')::float8 as mirrored from evidence
    where chain = ${chain} and kind = 'engagement compared with crime' order by happened_on desc, seq desc limit 1`
  return row ?? null
}

/** Whether a chain has evidence of this source. */
export async function isRecorded(sql: Sql, chain: string, source: string): Promise<boolean> {
  const rows = await sql`select 1 from evidence where source = ${source} and chain = ${chain} limit 1`
  return rows.length > 0
}
