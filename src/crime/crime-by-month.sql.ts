import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** How much crime a team's neighbourhoods had in one month. */
export type MonthOfCrime = {
  /** The first day of the month. */
  readonly month: Day
  readonly crimes: number
  /** Invented for a demonstration. */
  readonly fictional: boolean
}

/** Crime in a team's neighbourhoods in the last months that are known, at most so many, the oldest first. */
export const crimeByMonth = (sql: Sql, forceId: string, teamId: string, most = 12) => sql<MonthOfCrime[]>`
  select m.month, m.fictional, coalesce((
    select sum(c.crimes)::int from crime_count c join neighbourhood n on n.force_id = c.force_id and n.id = c.neighbourhood_id
    where c.force_id = m.force_id and c.month = m.month and n.team_id = ${teamId}), 0) as crimes
  from (select force_id, month, fictional from crime_month where force_id = ${forceId} order by month desc limit ${most}) m
  order by m.month`
