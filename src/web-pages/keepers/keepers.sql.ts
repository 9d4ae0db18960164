import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** The volunteer who keeps a team's pages (R34). */
export type AssignedKeeper = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly since: Day
}

/** Who keeps a team's pages, or null where nobody does. */
export async function keeperOf(sql: Sql, teamId: string): Promise<AssignedKeeper | null> {
  const [keeper] = await sql<AssignedKeeper[]>`
    select k.id, k.person_id as "personId", p.name, k.since from page_keeper k join person p on p.id = k.person_id
    where k.team_id = ${teamId} and k.until is null`
  return keeper ?? null
}

/** The volunteers of a team who sign in and are here, by name. */
export const volunteersWithLogin = (sql: Sql, teamId: string) => sql<{ id: string; name: string }[]>`
  select id, name from person where team_id = ${teamId} and role = 'volunteer' and ended_on is null order by name, id`

type Assigned = {
  readonly id: string
  readonly teamId: string
  readonly personId: string
  readonly since: Day
  readonly at: Date
  readonly by: string | null
}

/** Holds a team's keeping of pages for this transaction. */
export const holdKeeping = (sql: Sql, teamId: string) => sql`select id from team where id = ${teamId} for no key update`

/** Keeps who keeps the pages; false where the same form was sent before. */
export async function insertKeeper(sql: Sql, a: Assigned): Promise<boolean> {
  const inserted = await sql`
    insert into page_keeper (id, team_id, person_id, since, assigned_by, assigned_at)
    values (${a.id}, ${a.teamId}, ${a.personId}, ${a.since}, ${a.by}, ${a.at}) on conflict (id) do nothing returning id`
  return inserted.length > 0
}

/** Whether this assignment was kept before, and perhaps ended since. */
export async function isKept(sql: Sql, id: string): Promise<boolean> {
  return (await sql`select from page_keeper where id = ${id}`).length > 0
}

/** Ends the keeping of a team's pages; false where nobody kept them. */
export async function endKeeper(sql: Sql, teamId: string, on: Day): Promise<boolean> {
  const ended = await sql`
    update page_keeper set until = greatest(since, ${on}::date) where team_id = ${teamId} and until is null returning id`
  return ended.length > 0
}

/** Teams whose keeper has left: their last day is over, they are of another team, or no volunteer any more. */
export const keepersGone = (sql: Sql, now: Date) => sql<{ teamId: string; forceId: string; timeZone: string }[]>`
  select k.team_id as "teamId", f.id as "forceId", f.time_zone as "timeZone"
  from page_keeper k join person p on p.id = k.person_id join team t on t.id = k.team_id join force f on f.id = t.force_id
  where k.until is null and (p.role <> 'volunteer' or p.team_id is distinct from k.team_id
    or p.ended_on < (${now}::timestamptz at time zone f.time_zone)::date)
  order by k.team_id for update of k`
