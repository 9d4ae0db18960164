import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Volunteer } from './volunteer.ts'

const columns = (sql: Sql) => sql`
  id, team_id as "teamId", number, name, person_id as "personId", skills, active_from as "activeFrom", active_to as "activeTo",
  subject_id as "subjectId"`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A team's volunteers, those who are active first, in order of number. */
export const volunteersOf = (sql: Sql, teamId: string) => sql<Volunteer[]>`
  select ${columns(sql)} from volunteer where team_id = ${teamId} order by active_to is not null, number`

/** One volunteer of a team, or null. */
export async function findVolunteer(sql: Sql, teamId: string, id: string): Promise<Volunteer | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<Volunteer[]>`
    select ${columns(sql)} from volunteer where id = ${id} and team_id = ${teamId}`
  return found ?? null
}

/** The active volunteer who signs in as a person, or null. */
export async function volunteerOfPerson(sql: Sql, teamId: string, personId: string): Promise<Volunteer | null> {
  const [found] = await sql<Volunteer[]>`
    select ${columns(sql)} from volunteer where team_id = ${teamId} and person_id = ${personId} and active_to is null`
  return found ?? null
}

/** Holds a team's numbering for this transaction, and answers the next number. */
export async function takeNextNumber(sql: Sql, teamId: string): Promise<number> {
  await sql`select id from team where id = ${teamId} for no key update`
  const [row] = await sql<[{ next: number }]>`
    select coalesce(max(number), 0) + 1 as next from volunteer where team_id = ${teamId}`
  return row.next
}

export const insertVolunteer = (sql: Sql, v: Volunteer, { at, by }: { readonly at: Date; readonly by: string }) => sql`
  insert into volunteer (id, team_id, number, name, person_id, skills, active_from, active_to, subject_id, added_at, added_by)
  values (${v.id}, ${v.teamId}, ${v.number}, ${v.name}, ${v.personId}, ${[...v.skills]}, ${v.activeFrom}, ${v.activeTo},
    ${v.subjectId}, ${at}, ${by})`

/** Notes a volunteer's last day; false where it is known already. */
export async function saveLastDay(sql: Sql, id: string, on: Day): Promise<boolean> {
  const saved = await sql`
    update volunteer set active_to = greatest(active_from, ${on}::date), person_id = null
    where id = ${id} and active_to is null returning id`
  return saved.length > 0
}

/** Logins of volunteers of a team that are nobody's record yet, by name. */
export const loginsWithoutRecord = (sql: Sql, teamId: string) => sql<{ id: string; name: string }[]>`
  select p.id, p.name from person p
  where p.team_id = ${teamId} and p.role = 'volunteer' and p.ended_on is null
    and not exists (select from volunteer v where v.person_id = p.id)
  order by p.name, p.id`
