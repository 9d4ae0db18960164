import type { Sql } from '#platform/database/database.ts'
import type { Answered, Feedback } from './feedback.ts'

/** Keeps what somebody said; false where the same form was sent before. */
export async function saveFeedback(sql: Sql, feedback: Feedback, at: Date): Promise<boolean> {
  const saved = await sql`
    insert into feedback (id, planned_engagement_id, team_id, worthwhile, listened_to, words, received_at)
    values (${feedback.id}, ${feedback.plannedEngagementId}, ${feedback.teamId}, ${feedback.worthwhile},
      ${feedback.listenedTo}, ${feedback.words}, ${at})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** One answer as the desk reads it. */
export type Received = Pick<Feedback, 'id' | 'worthwhile' | 'listenedTo' | 'words'> & { readonly receivedAt: Date }

/** What people said of one engagement, newest first. */
export const feedbackOn = (sql: Sql, plannedEngagementId: string) => sql<Received[]>`
  select id, worthwhile, listened_to as "listenedTo", words, received_at as "receivedAt" from feedback
  where planned_engagement_id = ${plannedEngagementId} order by received_at desc, id limit 500`

/** An engagement with what those who came said of it together. */
export type Heard = Answered & { readonly id: string; readonly title: string; readonly heldOn: string }

/** The engagements of a team of which anybody said anything, newest first. */
export const heardOf = (sql: Sql, teamId: string) => sql<Heard[]>`
  select p.id, p.title, p.held_on as "heldOn", f.answers, f.worthwhile, f."listenedTo"
  from (
    select planned_engagement_id, count(*)::int as answers, round(avg(worthwhile), 1)::float8 as worthwhile,
      round(avg(listened_to), 1)::float8 as "listenedTo"
    from feedback where team_id = ${teamId} group by planned_engagement_id
  ) f join planned_engagement p on p.id = f.planned_engagement_id
  order by p.held_on desc, p.id limit 200`

/** What all who answered said of a team together. */
export async function answeredOf(sql: Sql, teamId: string): Promise<Answered> {
  const [row] = await sql<Answered[]>`
    select count(*)::int as answers, round(avg(worthwhile), 1)::float8 as worthwhile,
      round(avg(listened_to), 1)::float8 as "listenedTo" from feedback where team_id = ${teamId}`
  return row ?? { answers: 0, worthwhile: null, listenedTo: null }
}

/** Takes back the words of an answer and keeps its scores; answers the engagement it was of, or null where there is none. */
export async function eraseWords(sql: Sql, teamId: string, id: string): Promise<string | null> {
  const [row] = await sql<{ about: string }[]>`
    update feedback set words = '' where id = ${id} and team_id = ${teamId}
    returning planned_engagement_id as about`
  return row?.about ?? null
}
