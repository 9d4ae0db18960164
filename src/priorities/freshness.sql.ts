import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** The last day on which a team told the public of any of its priorities; null where it never did. */
export async function lastToldOn(sql: Sql, teamId: string, on: string): Promise<Day | null> {
  const [row] = await sql<[{ last: Day | null }]>`
    select max(u.posted_on) as last from priority_update u join priority p on p.id = u.priority_id
    where p.team_id = ${teamId} and u.posted_on <= ${on}`
  return row.last
}
