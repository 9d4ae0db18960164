import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

type OfContract = { readonly roundId: string; readonly contractId: string }

export type Rating = { readonly grade: string; readonly reason: string; readonly ratedOn: Day }

/** How a contract was rated, or null. */
export async function findRating(sql: Sql, { roundId, contractId }: OfContract): Promise<Rating | null> {
  const [rating] = await sql<Rating[]>`
    select grade, reason, rated_on as "ratedOn" from contract_rating
    where round_id = ${roundId} and contract_id = ${contractId}`
  return rating ?? null
}

/** Rates a contract; the chair may put it otherwise until the round is closed. */
export const saveRating = (sql: Sql, of: OfContract, { grade, reason, ratedOn }: Rating, by: string) => sql`
  insert into contract_rating (round_id, contract_id, grade, reason, rated_on, rated_by)
  values (${of.roundId}, ${of.contractId}, ${grade}, ${reason}, ${ratedOn}, ${by})
  on conflict (round_id, contract_id) do update
  set grade = excluded.grade, reason = excluded.reason, rated_on = excluded.rated_on, rated_by = excluded.rated_by`

/** Keeps a member's dissent; they may put it otherwise until the round is closed. */
export const saveDissent = (sql: Sql, of: OfContract, personId: string, words: string, at: Date) => sql`
  insert into rating_dissent (round_id, contract_id, person_id, words, given_at)
  values (${of.roundId}, ${of.contractId}, ${personId}, ${words}, ${at})
  on conflict (round_id, contract_id, person_id) do update set words = excluded.words, given_at = excluded.given_at`

/** What members say who do not agree with a rating, without their names. */
export const dissentOf = (sql: Sql, { roundId, contractId }: OfContract) => sql<{ words: string }[]>`
  select words from rating_dissent where round_id = ${roundId} and contract_id = ${contractId} order by given_at, person_id`

/** A standard as the panel judged it in the end. */
export type Judged = {
  readonly standardId: string
  readonly title: string
  readonly grade: string
  readonly reason: string
  /** Why the panel decided though fewer than two members had scored it. */
  readonly fewWhy: string | null
}

/** The moderated scores of a contract, in the order of its framework. */
export const judgedOf = (sql: Sql, { roundId, contractId }: OfContract) => sql<Judged[]>`
  select m.standard_id as "standardId", p.pack ->> 'title' as title, m.grade, m.reason, m.few_scored_why as "fewWhy"
  from moderated_score m join round_pack p
    on p.round_id = m.round_id and p.contract_id = m.contract_id and p.standard_id = m.standard_id
  where m.round_id = ${roundId} and m.contract_id = ${contractId} order by p.place`

/** The SHA-256 of the freeze that a round judged of a contract; null where nobody had frozen it when it was scored. */
export async function sealJudged(sql: Sql, { roundId, contractId }: OfContract): Promise<string | null> {
  const [row] = await sql<{ seal: string | null }[]>`
    select pack ->> 'frozen' as seal from round_pack
    where round_id = ${roundId} and contract_id = ${contractId} order by place limit 1`
  return row?.seal ?? null
}

/** How many standards of how many are moderated, of one contract. */
export async function moderatedShare(sql: Sql, { roundId, contractId }: OfContract) {
  const [row] = await sql<{ moderated: number; standards: number }[]>`
    select count(m.grade)::int as moderated, count(*)::int as standards
    from round_pack p left join moderated_score m
      on m.round_id = p.round_id and m.contract_id = p.contract_id and m.standard_id = p.standard_id
    where p.round_id = ${roundId} and p.contract_id = ${contractId}`
  return row ?? { moderated: 0, standards: 0 }
}

/** A contract of a round with its team and its rating, if it has one. */
export type TeamRating = {
  readonly contractId: string
  readonly teamId: string
  readonly teamName: string
  readonly grade: string | null
}

/** Each contract of a round with its rating, by team. */
export const ratingsOfRound = (sql: Sql, roundId: string) => sql<TeamRating[]>`
  select rc.contract_id as "contractId", t.id as "teamId", t.name as "teamName", r.grade
  from round_contract rc join contract c on c.id = rc.contract_id join team t on t.id = c.team_id
  left join contract_rating r on r.round_id = rc.round_id and r.contract_id = rc.contract_id
  where rc.round_id = ${roundId} order by t.name, t.id`

/** The closed round that rated a contract, as the public and the team may read it. */
export type ClosedRating = Rating & {
  readonly roundId: string
  readonly contractId: string
  readonly closedOn: Day
  readonly answerWithin: number
  /** How many members had no conflict with the team, and how many of them scored every standard. */
  readonly members: number
  readonly scored: number
}

/** How a team's contract of a year was rated, once the round is closed; null before. */
export async function closedRatingOf(sql: Sql, teamId: string, year: number): Promise<ClosedRating | null> {
  const [rating] = await sql<ClosedRating[]>`
    select cr.grade, cr.reason, cr.rated_on as "ratedOn", r.id as "roundId", cr.contract_id as "contractId",
      r.closed_on as "closedOn", r.answer_within as "answerWithin",
      judges.members, judges.scored
    from contract_rating cr
    join assessment_round r on r.id = cr.round_id and r.phase = 'closed'
    join contract c on c.id = cr.contract_id
    cross join lateral (
      select count(*)::int as members, count(*) filter (where not exists (
        select from round_pack p where p.round_id = r.id and p.contract_id = cr.contract_id and not exists (
          select from score s where s.round_id = r.id and s.contract_id = p.contract_id and s.standard_id = p.standard_id
            and s.person_id = m.person_id and s.submitted_at is not null)))::int as scored
      from round_member m where m.round_id = r.id and not exists (
        select from round_conflict x
        where x.round_id = r.id and x.contract_id = cr.contract_id and x.person_id = m.person_id)) judges
    where c.team_id = ${teamId} and c.year = ${year} order by r.closed_on desc limit 1`
  return rating ?? null
}
