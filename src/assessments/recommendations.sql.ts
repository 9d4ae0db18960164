import type { OpenRecommendation } from '#contract-year/next-year.ts'
import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { AnswerStep, RecommendationState } from './recommendation.ts'

/** What a panel recommends to a team. */
export type NewRecommendation = {
  readonly id: string
  readonly roundId: string
  readonly contractId: string
  readonly standardId: string
  readonly words: string
  readonly closedBy: string
  readonly ownerId: string
  readonly dueOn: Day
}

/** Keeps a recommendation; one that is there already stays as it is. */
export async function insertRecommendation(sql: Sql, made: NewRecommendation, at: Date, by: string): Promise<boolean> {
  const added = await sql`
    insert into recommendation (id, round_id, contract_id, standard_id, words, closed_by, owner_id, due_on, made_at, made_by)
    values (${made.id}, ${made.roundId}, ${made.contractId}, ${made.standardId}, ${made.words}, ${made.closedBy},
      ${made.ownerId}, ${made.dueOn}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return added.length > 0
}

/** A recommendation with its team and where it stands. */
export type Recommendation = NewRecommendation & {
  readonly teamId: string
  readonly teamName: string
  readonly year: number
  readonly ownerName: string
  readonly ownerRole: Role
  /** By when it is to be answered in public; null before its round is closed. */
  readonly answerBy: Day | null
  readonly state: RecommendationState
  readonly steps: readonly Taken[]
}

export type Taken = { readonly step: AnswerStep; readonly words: string; readonly takenOn: Day }

const columns = (sql: Sql) => sql`
  n.id, n.round_id as "roundId", n.contract_id as "contractId", n.standard_id as "standardId", n.words,
  n.closed_by as "closedBy", n.owner_id as "ownerId", n.due_on as "dueOn", t.id as "teamId", t.name as "teamName", c.year,
  p.name as "ownerName", p.role as "ownerRole", r.closed_on + r.answer_within as "answerBy",
  coalesce((s.steps -> -1 ->> 'step'), 'not answered') as state, coalesce(s.steps, '[]') as steps`

const withSteps = (sql: Sql) => sql`
  recommendation n
  join assessment_round r on r.id = n.round_id
  join contract c on c.id = n.contract_id
  join team t on t.id = c.team_id
  join person p on p.id = n.owner_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('step', step, 'words', words, 'takenOn', taken_on) order by place) as steps
    from recommendation_step where recommendation_id = n.id) s on true`

/** What a round recommends to one team, or to all of its teams. */
export const recommendationsIn = (sql: Sql, roundId: string, contractId: string | null = null) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)}
  where n.round_id = ${roundId} ${contractId === null ? sql`` : sql`and n.contract_id = ${contractId}`}
  order by t.name, n.due_on, n.id`

/** What closed rounds recommended to a team, the newest round first. */
export const recommendationsTo = (sql: Sql, teamId: string) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)}
  where t.id = ${teamId} and r.phase = 'closed' order by c.year desc, n.due_on, n.id`

/** What closed rounds recommended to a team and the panel has not accepted as done, what is due first first. */
export const openRecommendations = (sql: Sql, teamId: string) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)}
  where t.id = ${teamId} and r.phase = 'closed' and (s.steps -> -1 ->> 'step') is distinct from 'closure accepted'
  order by n.due_on, n.id`

/** What of a force's recommendations is not closed, for the panel: what waits for it first. */
export const recommendationsOpenIn = (sql: Sql, forceId: string) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)}
  where r.force_id = ${forceId} and r.phase = 'closed' and (s.steps -> -1 ->> 'step') is distinct from 'closure accepted'
  order by (s.steps -> -1 ->> 'step') is distinct from 'closure proposed', n.due_on, n.id limit 500`

/** One recommendation of a closed round, held for the transaction where `hold`, or null. */
export async function findRecommendation(sql: Sql, id: string, hold = false): Promise<Recommendation | null> {
  if (hold) await sql`select from recommendation where id = ${id} for update`
  const [found] = await sql<Recommendation[]>`
    select ${columns(sql)} from ${withSteps(sql)} where n.id = ${id} and r.phase = 'closed'`
  return found ?? null
}

/** Keeps a step; false where it is there already. */
export async function insertStep(
  sql: Sql,
  taken: Taken & { readonly id: string; readonly recommendationId: string },
  at: Date,
  by: string,
): Promise<boolean> {
  const added = await sql`
    insert into recommendation_step (id, recommendation_id, step, words, taken_on, taken_at, taken_by)
    values (${taken.id}, ${taken.recommendationId}, ${taken.step}, ${taken.words}, ${taken.takenOn}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return added.length > 0
}

/** Whether a step is there already, as of a form sent twice. */
export async function hasStep(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from recommendation_step where id = ${id}`
  return rows.length > 0
}

/** What a panel recommended for a contract and has not accepted as done, as the next contract opens with it (R49). */
export const carriedOver = (sql: Sql, contractId: string) => sql<OpenRecommendation[]>`
  select 'R-' || left(n.id::text, 8) as ref, n.words as text, array[n.standard_id] as standards, 'the ' || p.role as who
  from ${withSteps(sql)}
  where n.contract_id = ${contractId} and r.phase = 'closed'
    and (s.steps -> -1 ->> 'step') is distinct from 'closure accepted'
  order by n.due_on, n.id`
