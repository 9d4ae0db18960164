import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { MeetingAction } from './meeting.ts'

/** An action as a list shows it: whose it is, and of which meeting. */
export type ActionLine = MeetingAction & {
  readonly owner: string | null
  readonly doneOn: Day | null
  readonly meeting: string
  readonly heldOn: Day
}

const lines = (sql: Sql) => sql`
  select a.id, a.meeting_id as "meetingId", a.team_id as "teamId", a.words, a.owner_id as "ownerId", a.partner, a.due_on as "dueOn",
    a.done_on as "doneOn", p.name as owner, m.title as meeting, m.held_on as "heldOn"
  from meeting_action a join meeting m on m.id = a.meeting_id left join person p on p.id = a.owner_id`

/** The actions of a meeting, the soonest due first. */
export const actionsOf = (sql: Sql, meetingId: string) => sql<ActionLine[]>`
  ${lines(sql)} where a.meeting_id = ${meetingId} order by a.due_on, a.id`

/** Actions of a team's meetings that are open and fall due by a day, the oldest first. */
export const actionsDue = (sql: Sql, teamId: string, by: string, most: number) => sql<ActionLine[]>`
  ${lines(sql)} where a.team_id = ${teamId} and a.done_on is null and a.due_on <= ${by} and m.state <> 'withdrawn'
  order by a.due_on, a.id limit ${most}`

/** Keeps an action; false where it was sent before. */
export async function saveAction(sql: Sql, a: MeetingAction, { at, by }: { at: Date; by: string }): Promise<boolean> {
  const saved = await sql`
    insert into meeting_action (id, meeting_id, team_id, words, owner_id, partner, due_on, noted_at, noted_by)
    values (${a.id}, ${a.meetingId}, ${a.teamId}, ${a.words}, ${a.ownerId}, ${a.partner}, ${a.dueOn}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Notes the day on which an action was done; false where that was noted before. */
export async function saveDone(sql: Sql, id: string, on: string, by: string): Promise<boolean> {
  const saved = await sql`
    update meeting_action set done_on = ${on}, done_by = ${by} where id = ${id} and done_on is null returning id`
  return saved.length > 0
}
