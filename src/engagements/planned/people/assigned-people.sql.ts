import type { Sql } from '#platform/database/database.ts'
import type { Assigned, ToAssign } from './assigned-people.ts'

/** Everybody who is to be at these engagements, in order of part and name. */
export const assignedTo = (sql: Sql, plannedIds: readonly string[]) => sql<Assigned[]>`
  select a.id, a.planned_engagement_id as "plannedId", a.part, a.person_id as "personId", coalesce(p.name, a.name) as name,
    a.hours::float8 as hours
  from planned_engagement_person a left join person p on p.id = a.person_id
  where a.planned_engagement_id = any(${[...plannedIds]}::uuid[])
  order by array_position(array['police', 'Special Constable', 'volunteer'], a.part), 5, a.id`

/** Assigns somebody to engagements in one statement; who is there already gets the newer part and hours. */
export const saveAssigned = (sql: Sql, plannedIds: readonly string[], { part, personId, name, hours }: ToAssign) => sql`
  insert into planned_engagement_person (id, planned_engagement_id, part, person_id, name, hours)
  select gen_random_uuid(), id, ${part}, ${personId}, ${name}, ${hours} from unnest(${[...plannedIds]}::uuid[]) as id
  on conflict (planned_engagement_id, person_id) do update set part = excluded.part, hours = excluded.hours`

/** Takes somebody off an engagement; false where they were not on it. */
export async function deleteAssigned(sql: Sql, plannedId: string, id: string): Promise<boolean> {
  const gone = await sql`
    delete from planned_engagement_person where id::text = ${id} and planned_engagement_id = ${plannedId} returning id`
  return gone.length > 0
}

/** Which engagements of a team a person is assigned to in a span of days. */
export const plansOfPerson = (sql: Sql, teamId: string, personId: string, from: string, to: string) => sql<
  { id: string }[]
>`
  select p.id from planned_engagement p join planned_engagement_person a on a.planned_engagement_id = p.id
  where p.team_id = ${teamId} and a.person_id = ${personId} and p.held_on between ${from} and ${to}`

/** Somebody who is to be at two engagements at once. */
export type DoubleBooking = { readonly id: string; readonly name: string; readonly otherTitle: string }

/** Who is booked twice at one time: at an engagement of these teams, and at another, of whichever team. */
export const doubleBookings = (sql: Sql, teamIds: readonly string[], from: string, to: string) => sql<DoubleBooking[]>`
  select distinct p.id, coalesce(who.name, a.name) as name, o.title as "otherTitle"
  from planned_engagement p
    join planned_engagement_person a on a.planned_engagement_id = p.id
    join planned_engagement_person b on b.planned_engagement_id <> p.id and (b.person_id = a.person_id or b.name = a.name)
    join planned_engagement o on o.id = b.planned_engagement_id and o.held_on = p.held_on and o.begins < p.ends
      and p.begins < o.ends and o.state = 'planned' and (a.name is null or o.team_id = p.team_id)
    left join person who on who.id = a.person_id
  where p.team_id = any(${[...teamIds]}) and p.held_on between ${from} and ${to} and p.state = 'planned'
  order by p.id, name, "otherTitle"`
