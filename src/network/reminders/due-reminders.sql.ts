import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { DueSoon } from './due-mail.ts'

/**
 * The relationships of every team that fall due within so many days, with the owner to be told; where the level is shorter than
 * twice that, from halfway through it. Left out are those that ended, whose day has gone by, or whose owner is not here any
 * more. By owner, then by day.
 */
export const dueSoon = (sql: Sql, at: Date, within: number) => sql<DueSoon[]>`
  with today as (
    select id as force_id, (${at}::timestamptz at time zone time_zone)::date as day from force
  ), due as (
    select r.* from today d join team t on t.force_id = d.force_id
      join relationship r on r.team_id = t.id and r.ended_on is null and r.next_due between d.day and d.day + ${within}::int
    where r.next_due - least(${within}::int, (r.next_due - coalesce(r.last_contact_on, r.agreed_on, r.began_on)) / 2) <= d.day
      and may_own(r.owner_id, r.team_id)
  )
  select r.id, r.team_id as "teamId", r.next_due as "dueOn", r.owner_id as "ownerId", o.email,
    case when r.key_individual_id is null then s.label end as "with"
  from due r join person o on o.id = r.owner_id join subject s on s.id = r.subject_id
  order by r.owner_id, r.next_due, s.label, r.id`

/** Notes of which days owners are told; answers the relationships of whose day nobody was told before. */
export async function saveDueReminders(sql: Sql, due: readonly DueSoon[], at: Date): Promise<ReadonlySet<string>> {
  const noted = await sql<{ id: string }[]>`
    insert into due_reminder (relationship_id, due_on, owner_id, written_at)
    select d.id, d."dueOn", d."ownerId", ${at}
    from jsonb_to_recordset(${sql.json(due.map(({ id, dueOn, ownerId }) => ({ id, dueOn, ownerId })))}) as d (id uuid,
      "dueOn" date, "ownerId" uuid)
    on conflict do nothing returning relationship_id as id`
  return new Set(noted.map(({ id }) => id))
}

/** Of which days an owner was told about these people themselves, newest first. */
export const dueRemindersOf = (sql: Sql, keyIndividualIds: readonly string[]) => sql<{ at: Date; dueOn: Day }[]>`
  select m.written_at as at, m.due_on as "dueOn"
  from relationship r join due_reminder m on m.relationship_id = r.id
  where r.key_individual_id = any(${[...keyIndividualIds]}::uuid[]) order by m.written_at desc, m.due_on desc, r.id`
