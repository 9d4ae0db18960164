import type { Sql } from '#platform/database/database.ts'
import type { Day, Span } from '#platform/day.ts'
import { usualCriteria, type Answered } from './assessment.ts'

/** What a force asks before an engagement is held: its own questions, or the usual ones. */
export async function criteriaOf(sql: Sql, forceId: string): Promise<readonly string[]> {
  const rows = await sql<{ question: string }[]>`
    select question from force_criterion where force_id = ${forceId} order by position`
  return rows.length === 0 ? usualCriteria : rows.map(({ question }) => question)
}

/** What the force of a team asks. */
export async function criteriaOfTeam(sql: Sql, teamId: string): Promise<readonly string[]> {
  const [team] = await sql<{ forceId: string }[]>`select force_id as "forceId" from team where id = ${teamId}`
  return criteriaOf(sql, team?.forceId ?? '')
}

/** Replaces the questions of a force. */
export async function saveCriteria(sql: Sql, forceId: string, questions: readonly string[]): Promise<void> {
  await sql`delete from force_criterion where force_id = ${forceId}`
  await sql`
    insert into force_criterion (force_id, position, question)
    select ${forceId}, position, question from unnest(${[...questions]}::text[]) with ordinality as q (question, position)`
}

/** The answers given of a plan. */
export const answersOf = (sql: Sql, plannedId: string) => sql<Answered[]>`
  select question, met, note from planned_engagement_answer where planned_engagement_id = ${plannedId} order by question`

/** Keeps the answers of plans in one statement; the newer word stands. */
export const saveAnswers = (sql: Sql, plannedIds: readonly string[], answers: readonly Answered[]) => sql`
  insert into planned_engagement_answer (planned_engagement_id, question, met, note)
  select id, a.question, a.met, a.note
  from unnest(${[...plannedIds]}::uuid[]) as id,
    jsonb_to_recordset(${sql.json(answers.map((one) => ({ ...one })))}) as a (question text, met boolean, note text)
  on conflict (planned_engagement_id, question) do update set met = excluded.met, note = excluded.note`

/** Planned engagements of a force within a span whose criteria nobody answered (D10.1), in order of day, at most 100. */
export const plansWithoutCriteria = (sql: Sql, forceId: string, { from, to }: Span) => sql<
  { id: string; teamId: string; title: string; heldOn: Day }[]
>`
  select p.id, p.team_id as "teamId", p.title, p.held_on as "heldOn"
  from planned_engagement p join team t on t.id = p.team_id
  where t.force_id = ${forceId} and p.state = 'planned' and p.held_on between ${from} and ${to}
    and not exists (select from planned_engagement_answer a where a.planned_engagement_id = p.id)
  order by p.held_on, p.begins, p.id limit 100`
