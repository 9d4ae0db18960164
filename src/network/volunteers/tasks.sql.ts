import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Stint, TaskLine, VolunteerTask } from './volunteer.ts'

const lines = (sql: Sql) => sql`
  select t.id, t.team_id as "teamId", t.task, t.words, t.on_day as "onDay", t.hours::float8 as hours, t.skills,
    t.for_an_officer as "forAnOfficer", t.taken_by as "takenBy", v.name as "takenByName", s.hours::float8 as "doneHours"
  from volunteer_task t left join volunteer v on v.id = t.taken_by left join volunteer_stint s on s.task_id = t.id
  where t.withdrawn_at is null`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A team's tasks from a day on, in order of day. */
export const tasksFrom = (sql: Sql, teamId: string, from: Day) => sql<TaskLine[]>`
  ${lines(sql)} and t.team_id = ${teamId} and t.on_day >= ${from} order by t.on_day, t.id limit 200`

/** One task of a team, or null. */
export async function findTask(sql: Sql, teamId: string, id: string): Promise<TaskLine | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<TaskLine[]>`${lines(sql)} and t.id = ${id} and t.team_id = ${teamId}`
  return found ?? null
}

/** Keeps a task; false where it was kept before. */
export async function insertTask(sql: Sql, t: VolunteerTask, { at, by }: { readonly at: Date; readonly by: string }) {
  const saved = await sql`
    insert into volunteer_task (id, team_id, task, words, on_day, hours, skills, for_an_officer, offered_at, offered_by)
    values (${t.id}, ${t.teamId}, ${t.task}, ${t.words}, ${t.onDay}, ${t.hours}, ${[...t.skills]}, ${t.forAnOfficer}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Gives a task to a volunteer where nobody took it; false where somebody did, or it was withdrawn. */
export async function saveTaker(sql: Sql, id: string, volunteerId: string): Promise<boolean> {
  const saved = await sql`
    update volunteer_task set taken_by = ${volunteerId} where id = ${id} and taken_by is null and withdrawn_at is null returning id`
  return saved.length > 0
}

/** Takes a task from whoever took it where no hours were noted; false where it is not theirs, or is done. */
export async function saveGivenBack(sql: Sql, id: string, volunteerId: string): Promise<boolean> {
  const saved = await sql`
    update volunteer_task t set taken_by = null where id = ${id} and taken_by = ${volunteerId}
      and not exists (select from volunteer_stint s where s.task_id = t.id) returning id`
  return saved.length > 0
}

/** Takes back what a volunteer who leaves took and has not done. */
export const giveBackAll = (sql: Sql, volunteerId: string) => sql`
  update volunteer_task t set taken_by = null
  where taken_by = ${volunteerId} and not exists (select from volunteer_stint s where s.task_id = t.id)`

/** Takes a task out of the list; false where it was done or withdrawn before. */
export async function saveWithdrawal(sql: Sql, id: string, at: Date): Promise<boolean> {
  const saved = await sql`
    update volunteer_task t set withdrawn_at = ${at} where id = ${id} and withdrawn_at is null
      and not exists (select from volunteer_stint s where s.task_id = t.id) returning id`
  return saved.length > 0
}

/** Keeps hours given and answers the ids of those kept; none that were noted before, as this form or of this task. */
export const insertStints = (
  sql: Sql,
  stints: readonly Stint[],
  { at, by }: { readonly at: Date; readonly by: string },
) =>
  sql<{ id: string }[]>`
  insert into volunteer_stint (id, volunteer_id, task_id, task, done_on, hours, for_an_officer, noted_at, noted_by)
  select s.id, s."volunteerId", s."taskId", s.task, s."doneOn", s.hours, s."forAnOfficer", ${at}, ${by}
  from jsonb_to_recordset(${sql.json(stints.map((one) => ({ ...one })))}) as s (id uuid, "volunteerId" uuid, "taskId" uuid,
    task text, "doneOn" date, hours numeric, "forAnOfficer" boolean)
  on conflict do nothing returning id`

/** Hours a month, and those of them that an officer would have given otherwise. */
export type MonthOfHours = {
  readonly month: Day
  readonly volunteers: number
  readonly hours: number
  readonly freed: number
}

/** What volunteers of these teams gave each month since a day, newest first. */
export const hoursByMonth = (sql: Sql, teamIds: readonly string[], since: Day) => sql<MonthOfHours[]>`
  select date_trunc('month', s.done_on)::date as month, count(distinct s.volunteer_id)::int as volunteers,
    sum(s.hours)::float8 as hours, coalesce(sum(s.hours) filter (where s.for_an_officer), 0)::float8 as freed
  from volunteer_stint s join volunteer v on v.id = s.volunteer_id
  where v.team_id = any(${[...teamIds]}) and s.done_on >= ${since}
  group by 1 order by 1 desc`

/** Tasks still to be done for which somebody answers, in order of day. */
export const tasksOfferedBy = (sql: Sql, teamId: string, personId: string, from: Day) => sql<TaskLine[]>`
  ${lines(sql)} and t.team_id = ${teamId} and t.offered_by = ${personId} and t.on_day >= ${from} order by t.on_day, t.id`

/** Gives the tasks for which somebody answers, from a day on, to somebody else; answers how many. */
export async function saveTasksHanded(sql: Sql, teamId: string, from: string, to: string, since: Day): Promise<number> {
  const saved = await sql`
    update volunteer_task set offered_by = ${to}
    where team_id = ${teamId} and offered_by = ${from} and on_day >= ${since} and withdrawn_at is null returning id`
  return saved.length
}

/** Hours that a volunteer gave since a day. */
export async function hoursGivenBy(sql: Sql, volunteerId: string, since: Day): Promise<number> {
  const [row] = await sql<[{ hours: number }]>`
    select coalesce(sum(hours), 0)::float8 as hours from volunteer_stint
    where volunteer_id = ${volunteerId} and done_on >= ${since}`
  return row.hours
}
