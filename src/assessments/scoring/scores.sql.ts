import type { Sql } from '#platform/database/database.ts'

/** Whose score of what: a member, a round, a contract and a standard. */
export type ScoreKey = {
  readonly roundId: string
  readonly contractId: string
  readonly standardId: string
  readonly personId: string
}

export type Score = {
  readonly grade: string | null
  readonly reason: string
  readonly better: string
  readonly submittedAt: Date | null
}

/** A member's own score of a standard, held for the transaction where `hold`, or null. */
export async function findOwnScore(sql: Sql, key: ScoreKey, hold = false): Promise<Score | null> {
  const [score] = await sql<Score[]>`
    select grade, reason, better, submitted_at as "submittedAt" from score s
    where ${isOf(sql, key)} and s.person_id = ${key.personId} ${hold ? sql`for update` : sql``}`
  return score ?? null
}

/** Keeps a member's score; what they noted before gives way, until it is submitted. */
export const saveScore = (sql: Sql, key: ScoreKey, score: Score, at: Date) => sql`
  insert into score (round_id, contract_id, standard_id, person_id, grade, reason, better, saved_at, submitted_at)
  values (${key.roundId}, ${key.contractId}, ${key.standardId}, ${key.personId}, ${score.grade}, ${score.reason},
    ${score.better}, ${at}, ${score.submittedAt})
  on conflict (round_id, contract_id, standard_id, person_id) do update
  set grade = excluded.grade, reason = excluded.reason, better = excluded.better, saved_at = excluded.saved_at,
    submitted_at = excluded.submitted_at`

const isOf = (sql: Sql, key: Omit<ScoreKey, 'personId'>) => sql`
  s.round_id = ${key.roundId} and s.contract_id = ${key.contractId} and s.standard_id = ${key.standardId}`

/**
 * The submitted scores that a member may see: those of the contracts and standards for which they have submitted their own,
 * and with whose team they have no conflict. Scores of others with a conflict do not count. Every query of scores goes by this.
 */
const seenBy = (sql: Sql, personId: string) => sql`
  score s
  join score own on own.round_id = s.round_id and own.contract_id = s.contract_id and own.standard_id = s.standard_id
    and own.person_id = ${personId} and own.submitted_at is not null and s.submitted_at is not null
    and not exists (select from round_conflict c where c.round_id = s.round_id and c.contract_id = s.contract_id
      and c.person_id in (s.person_id, own.person_id))`

/** A score as another member sees it once theirs is given. */
export type SeenScore = {
  readonly personId: string
  readonly name: string
  readonly grade: string
  readonly reason: string
  readonly better: string
}

/** All scores of a standard; none before the asking member's own is submitted. */
export const scoresSeen = (sql: Sql, key: ScoreKey) => sql<SeenScore[]>`
  select s.person_id as "personId", p.name, s.grade, s.reason, s.better
  from ${seenBy(sql, key.personId)} join person p on p.id = s.person_id
  where ${isOf(sql, key)} order by p.name, p.id`

/** The grades of one contract and standard that a member may see. */
export type SeenGrades = {
  readonly contractId: string
  readonly standardId: string
  readonly grades: readonly string[]
}

/** All grades of a round that a member may see, for the agreement of the panel; of one contract where it is given. */
export const gradesSeen = (sql: Sql, roundId: string, personId: string, contractId: string | null = null) => sql<
  SeenGrades[]
>`
  select s.contract_id as "contractId", s.standard_id as "standardId", array_agg(s.grade order by s.person_id) as grades
  from ${seenBy(sql, personId)}
  where s.round_id = ${roundId} ${contractId === null ? sql`` : sql`and s.contract_id = ${contractId}`}
  group by s.contract_id, s.standard_id order by s.contract_id, s.standard_id`

/** Who may judge a contract and has not submitted a score of this standard, by name. */
export const notScoredBy = (sql: Sql, key: Omit<ScoreKey, 'personId'>) => sql<{ name: string }[]>`
  select p.name from round_member m join person p on p.id = m.person_id
  where m.round_id = ${key.roundId}
    and not exists (select from round_conflict c
      where c.round_id = m.round_id and c.contract_id = ${key.contractId} and c.person_id = m.person_id)
    and not exists (select from score s where ${isOf(sql, key)} and s.person_id = m.person_id and s.submitted_at is not null)
  order by p.name, p.id`

/** What the panel decided of a standard after discussion, and why it did so where fewer than two members had scored it. */
export type Moderated = { readonly grade: string; readonly reason: string; readonly fewWhy: string | null }

/** The moderated score of a standard, for those who gave their own, or null. */
export async function findModerated(sql: Sql, key: ScoreKey): Promise<Moderated | null> {
  const [row] = await sql<Moderated[]>`
    select m.grade, m.reason, m.few_scored_why as "fewWhy" from moderated_score m
    join score s on s.round_id = m.round_id and s.contract_id = m.contract_id and s.standard_id = m.standard_id
      and s.person_id = ${key.personId} and s.submitted_at is not null
    where ${isOf(sql, key)}`
  return row ?? null
}

/** Whether a standard was moderated: from then on no score is given or changed. */
export async function isModerated(sql: Sql, key: Omit<ScoreKey, 'personId'>): Promise<boolean> {
  const rows = await sql`select from moderated_score s where ${isOf(sql, key)}`
  return rows.length > 0
}

/** Keeps the moderated score of a standard; the chair may put it otherwise until the contract is rated. */
export const saveModerated = (sql: Sql, key: ScoreKey, { grade, reason, fewWhy }: Moderated, at: Date) => sql`
  insert into moderated_score (round_id, contract_id, standard_id, grade, reason, few_scored_why, moderated_at, moderated_by)
  values (${key.roundId}, ${key.contractId}, ${key.standardId}, ${grade}, ${reason}, ${fewWhy}, ${at}, ${key.personId})
  on conflict (round_id, contract_id, standard_id) do update
  set grade = excluded.grade, reason = excluded.reason, few_scored_why = excluded.few_scored_why,
    moderated_at = excluded.moderated_at, moderated_by = excluded.moderated_by`
