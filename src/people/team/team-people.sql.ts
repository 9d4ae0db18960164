import type { Person, Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Somebody of a team or force, with how to reach them at work and, where it is known, their last day. */
export type Colleague = Person & { readonly email: string; readonly endedOn: Day | null }

const columns = (sql: Sql) => sql`
  p.id, p.name, p.role, p.force_id as "forceId", p.team_id as "teamId", p.fictional, p.email, p.ended_on as "endedOn"`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Everybody of a team, those who left after the others, by name. */
export const peopleOfTeam = (sql: Sql, teamId: string) => sql<Colleague[]>`
  select ${columns(sql)} from person p where p.team_id = ${teamId}
  order by p.ended_on is not null, p.name, p.id limit 500`

/** Somebody who works for a team: its own, its force's, or everybody's; or null. */
export async function findColleague(sql: Sql, forceId: string, id: string): Promise<Colleague | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<Colleague[]>`
    select ${columns(sql)} from person p where p.id = ${id} and (p.force_id = ${forceId} or p.force_id is null)`
  return found ?? null
}

/** Who may own what a team keeps up: here still, and allowed to keep in touch for it; the team's own first, by name. */
export const possibleOwners = (sql: Sql, teamId: string) => sql<Colleague[]>`
  select ${columns(sql)} from person p where may_own(p.id, ${teamId})
  order by p.team_id is null, p.force_id is null, p.name, p.id`

/** Notes somebody's last day; false where they left before. */
export async function saveLastDay(sql: Sql, id: string, lastDay: Day): Promise<boolean> {
  const saved = await sql`update person set ended_on = ${lastDay} where id = ${id} and ended_on is null returning id`
  return saved.length > 0
}

/** Gives somebody another role or team; false where they left. */
export async function savePlace(
  sql: Sql,
  id: string,
  { role, teamId }: { readonly role: Role; readonly teamId: string },
): Promise<boolean> {
  const saved = await sql`
    update person set role = ${role}, team_id = ${teamId} where id = ${id} and ended_on is null returning id`
  return saved.length > 0
}
