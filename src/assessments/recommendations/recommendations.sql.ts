import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { RecommendationState, RecommendationStep } from './recommendation.ts'

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

/** A recommendation with its team and where it stands; its owner and day are those that hold now. */
export type Recommendation = NewRecommendation & {
  readonly teamId: string
  readonly teamName: string
  readonly year: number
  readonly ownerName: string
  readonly ownerRole: Role
  /** Whether its owner has left the team, so that somebody else must take it over. */
  readonly ownerLeft: boolean
  /** The day that the panel named first. */
  readonly firstDueOn: Day
  /** By when it is to be answered in public; null before its round is closed. */
  readonly answerBy: Day | null
  readonly state: RecommendationState
  readonly steps: readonly Taken[]
  /** Who was told that it is overdue, the first first. */
  readonly escalations: readonly Escalated[]
}

/** An entry of the ledger that is to show that something is done. */
export type Shown = {
  readonly entry: number
  /** The team, or force, in whose ledger it stands. */
  readonly chain: string
  readonly kind: string
  readonly happenedOn: Day
  readonly detail: string | null
}

/** A promise that takes a recommendation up; its words are null where it is no longer in its contract. */
export type TakenUp = { readonly contractId: string; readonly ref: string; readonly text: string | null }

export type Taken = {
  readonly step: RecommendationStep
  readonly words: string
  readonly takenOn: Day
  readonly until: Day | null
  readonly entries: readonly Shown[]
  readonly promise: TakenUp | null
}

export type Escalated = { readonly level: string; readonly on: Day; readonly overdueSince: Day }

/** What tells one entry of a kind from another. */
export const detailOf = (sql: Sql) =>
  sql`coalesce(e.facets ->> 'method', e.facets ->> 'how', e.facets ->> 'topic', e.facets ->> 'channel')`

const columns = (sql: Sql) => sql`
  n.id, n.round_id as "roundId", n.contract_id as "contractId", n.standard_id as "standardId", n.words,
  n.closed_by as "closedBy", p.id as "ownerId", coalesce(s.until, n.due_on) as "dueOn", n.due_on as "firstDueOn",
  t.id as "teamId", t.name as "teamName", c.year, p.name as "ownerName", p.role as "ownerRole",
  p.ended_on is not null or coalesce(p.team_id, t.id) <> t.id as "ownerLeft", r.closed_on + r.answer_within as "answerBy",
  coalesce(s.state, 'not answered') as state, coalesce(s.steps, '[]') as steps, coalesce(e.escalations, '[]') as escalations`

const withSteps = (sql: Sql) => sql`
  recommendation n
  join assessment_round r on r.id = n.round_id
  join contract c on c.id = n.contract_id
  join team t on t.id = c.team_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('step', step, 'words', words, 'takenOn', taken_on, 'until', until,
        'entries', coalesce((select jsonb_agg(jsonb_build_object('entry', e.entry, 'chain', e.chain, 'kind', e.kind, 'happenedOn', e.happened_on,
          'detail', ${detailOf(sql)})
          order by e.happened_on, e.entry) from evidence e where e.entry = any(entries)), '[]'),
        'promise', case when promise_ref is not null then jsonb_build_object('contractId', promise_contract, 'ref', promise_ref,
          'text', (select text from commitment m where m.contract_id = promise_contract and m.ref = promise_ref)) end)
        order by place) as steps,
      (array_agg(step order by place desc)
        filter (where step in ('answered', 'closure proposed', 'closure accepted', 'sent back')))[1] as state,
      (array_agg(until order by place desc) filter (where step = 'more time granted'))[1] as until,
      (array_agg(owner_id order by place desc) filter (where step = 'reassigned'))[1] as owner_id
    from recommendation_step where recommendation_id = n.id) s on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('level', level, 'on', escalated_on, 'overdueSince', overdue_since)
      order by escalated_at, overdue_since, array_position(array['owner', 'inspector', 'senior management', 'panel'], level)) as escalations
    from recommendation_escalation where recommendation_id = n.id) e on true
  join person p on p.id = coalesce(s.owner_id, n.owner_id)`

const isOpen = (sql: Sql) => sql`r.phase = 'closed' and s.state is distinct from 'closure accepted'`
const firstDueFirst = (sql: Sql) => sql`coalesce(s.until, n.due_on), n.id`

/** What a round recommends to one team, or to all of its teams. */
export const recommendationsIn = (sql: Sql, roundId: string, contractId: string | null = null) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)}
  where n.round_id = ${roundId} ${contractId === null ? sql`` : sql`and n.contract_id = ${contractId}`}
  order by t.name, ${firstDueFirst(sql)}`

/**
 * What a round recommends to one team as a member of its panel may read it: it tells what others found, so that it waits until they have
 * submitted their own score of its standard; what they recommend themselves, and all once the round is closed, they read.
 */
export const recommendationsSeen = (
  sql: Sql,
  of: { readonly roundId: string; readonly contractId: string; readonly personId: string },
) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)}
  where n.round_id = ${of.roundId} and n.contract_id = ${of.contractId}
    and exists (select from round_member m where m.round_id = n.round_id and m.person_id = ${of.personId})
    and not exists (select from round_conflict k
      where k.round_id = n.round_id and k.contract_id = n.contract_id and k.person_id = ${of.personId})
    and (r.phase = 'closed' or n.made_by = ${of.personId} or exists (select from score own
      where own.round_id = n.round_id and own.contract_id = n.contract_id and own.standard_id = n.standard_id
        and own.person_id = ${of.personId} and own.submitted_at is not null))
  order by ${firstDueFirst(sql)}`

/** What closed rounds recommended to a team, the newest round first. */
export const recommendationsTo = (sql: Sql, teamId: string) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)}
  where t.id = ${teamId} and r.phase = 'closed' order by c.year desc, ${firstDueFirst(sql)}`

/** What closed rounds recommended to a team and the panel has not accepted as done, what is due first first. */
export const openRecommendations = (sql: Sql, teamId: string) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)} where t.id = ${teamId} and ${isOpen(sql)} order by ${firstDueFirst(sql)}`

/** What of a force's recommendations is not closed, for the panel: what waits for it first. */
export const recommendationsOpenIn = (sql: Sql, forceId: string) => sql<Recommendation[]>`
  select ${columns(sql)} from ${withSteps(sql)} where r.force_id = ${forceId} and ${isOpen(sql)}
  order by s.state is distinct from 'closure proposed', ${firstDueFirst(sql)} limit 500`

/** What of every force is open and past its first day, with what the day is in its force: for telling who must know. */
export const recommendationsPastTheirDay = (sql: Sql, at: Date) => sql<(Recommendation & PastDay)[]>`
  select ${columns(sql)}, f.id as "forceId", d.today
  from ${withSteps(sql)} join force f on f.id = r.force_id
  cross join lateral (select (${at}::timestamptz at time zone f.time_zone)::date as today) d
  where ${isOpen(sql)} and least(n.due_on, r.closed_on + r.answer_within) < d.today order by t.id, ${firstDueFirst(sql)}`

export type PastDay = { readonly forceId: string; readonly today: Day }

/** One recommendation of a closed round, held for the transaction where `hold`, or null. */
export async function findRecommendation(sql: Sql, id: string, hold = false): Promise<Recommendation | null> {
  if (hold) await sql`select from recommendation where id = ${id} for update`
  const [found] = await sql<Recommendation[]>`
    select ${columns(sql)} from ${withSteps(sql)} where n.id = ${id} and r.phase = 'closed'`
  return found ?? null
}

/** A step as it is taken; the id is chosen with the form. */
export type NewStep = Pick<Taken, 'step' | 'words' | 'takenOn'> & {
  readonly id: string
  readonly recommendationId: string
  readonly until?: Day
  readonly ownerId?: string
  readonly entries?: readonly number[]
  readonly promise?: Pick<TakenUp, 'contractId' | 'ref'> | null
}

/** Keeps a step; false where it is there already. */
export async function insertStep(sql: Sql, taken: NewStep, at: Date, by: string): Promise<boolean> {
  const added = await sql`
    insert into recommendation_step (id, recommendation_id, step, words, taken_on, taken_at, taken_by, until, owner_id, entries,
      promise_contract, promise_ref)
    values (${taken.id}, ${taken.recommendationId}, ${taken.step}, ${taken.words}, ${taken.takenOn}, ${at}, ${by},
      ${taken.until ?? null}, ${taken.ownerId ?? null}, ${[...(taken.entries ?? [])]}::bigint[],
      ${taken.promise?.contractId ?? null}, ${taken.promise?.ref ?? null})
    on conflict (id) do nothing returning id`
  return added.length > 0
}

/** Keeps for each of these recommendations that somebody who goes hands it to somebody else. */
export const insertHandedOver = (
  sql: Sql,
  ids: readonly string[],
  { ownerId, takenOn }: { readonly ownerId: string; readonly takenOn: Day },
  at: Date,
  by: string,
) => sql`
  insert into recommendation_step (id, recommendation_id, step, words, taken_on, taken_at, taken_by, owner_id)
  select gen_random_uuid(), id, 'reassigned', 'Handed over with all that its owner kept up.', ${takenOn}, ${at}, ${by}, ${ownerId}
  from unnest(${[...ids]}::uuid[]) as id`

/** Whether a step is there already, as of a form sent twice. */
export async function hasStep(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from recommendation_step where id = ${id}`
  return rows.length > 0
}
