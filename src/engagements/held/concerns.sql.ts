import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** How many concerns each team of a force heard in each neighbourhood from one day to another, both included; null where nobody said where. */
export const concernsHeardBetween = (sql: Sql, forceId: string, from: Day, to: Day) => sql<
  { teamId: string; neighbourhoodId: string | null; concerns: number }[]
>`
  select c.team_id as "teamId", c.neighbourhood_id as "neighbourhoodId", count(*)::int as concerns
  from concern_heard c join team t on t.id = c.team_id left join engagement e on e.id = c.engagement_id
  where t.force_id = ${forceId} and c.heard_on between ${from} and ${to} and e.withdrawn_at is null
  group by c.team_id, c.neighbourhood_id order by c.team_id, c.neighbourhood_id nulls last`
