import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'

/** A planned engagement at which somebody is to be. */
export type AssignedPlan = Pick<PlannedEngagement, 'id' | 'title' | 'heldOn' | 'place'>

/** What of a team's plans somebody is still to be at, from a day on, in order of time. */
export const plansAssignedTo = (sql: Sql, teamId: string, personId: string, from: Day) => sql<AssignedPlan[]>`
  select p.id, p.title, p.held_on as "heldOn", p.place
  from planned_engagement p join planned_engagement_person a on a.planned_engagement_id = p.id
  where p.team_id = ${teamId} and a.person_id = ${personId} and p.held_on >= ${from} and p.state = 'planned'
  order by p.held_on, p.begins, p.id`

/** Puts other people in somebody's place, in one statement; whoever is there already stays there once. */
export async function saveReplaced(
  sql: Sql,
  from: string,
  replaced: readonly { readonly plannedId: string; readonly toPerson: string }[],
): Promise<void> {
  const rows = sql`jsonb_to_recordset(${sql.json(replaced.map((one) => ({ ...one })))}) as r ("plannedId" uuid, "toPerson" uuid)`
  await sql`
    insert into planned_engagement_person (id, planned_engagement_id, part, person_id, hours)
    select gen_random_uuid(), a.planned_engagement_id, a.part, r."toPerson", a.hours
    from ${rows} join planned_engagement_person a on a.planned_engagement_id = r."plannedId" and a.person_id = ${from}
    on conflict (planned_engagement_id, person_id) do nothing`
  await sql`
    delete from planned_engagement_person a using ${rows}
    where a.planned_engagement_id = r."plannedId" and a.person_id = ${from}`
}
