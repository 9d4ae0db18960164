import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { PacksTaken } from '#assessments/packs/pack.ts'
import type { Days, Phase, Round } from './round.ts'

export const roundColumns = (sql: Sql) => sql`
  r.id, r.force_id as "forceId", r.year, r.opens_on as "opensOn", r.scoring_on as "scoringOn",
  r.moderation_on as "moderationOn", r.closes_on as "closesOn", r.grades, r.answer_within as "answerWithin", r.phase,
  r.closed_on as "closedOn"`

/** A round as it is opened: who sits on its panel, and which contracts they judge, each with the seed of its dip sample. */
export type NewRound = Omit<Round, 'phase' | 'closedOn'> & {
  readonly chairId: string
  readonly memberIds: readonly string[]
  readonly contracts: readonly { readonly contractId: string; readonly seed: string }[]
  readonly rubric: readonly Criteria[]
}

/** What the panel asks of one standard. */
export type Criteria = { readonly standardId: string; readonly criteria: string }

/** Adds a round with its panel and contracts; false, and nothing is added, where it is there already. */
export async function insertRound(sql: Sql, round: NewRound, at: Date, by: string | null): Promise<boolean> {
  const added = await sql`
    insert into assessment_round (id, force_id, year, opens_on, scoring_on, moderation_on, closes_on, grades, answer_within,
      opened_at, opened_by)
    values (${round.id}, ${round.forceId}, ${round.year}, ${round.opensOn}, ${round.scoringOn}, ${round.moderationOn},
      ${round.closesOn}, ${[...round.grades]}, ${round.answerWithin}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  if (added.length === 0) return false
  await sql`
    insert into round_member (round_id, person_id, is_chair)
    select ${round.id}, m.id, m.id = ${round.chairId} from unnest(${[...round.memberIds]}::uuid[]) as m (id)`
  await sql`
    insert into round_contract (round_id, contract_id, seed)
    select ${round.id}, c."contractId", c.seed
    from jsonb_to_recordset(${sql.json([...round.contracts])}) as c ("contractId" text, seed text)`
  await insertRubric(sql, round.id, round.rubric)
  return true
}

/** Sets what the panel asks of each standard of a round. */
export async function saveRubric(sql: Sql, roundId: string, rubric: readonly Criteria[]): Promise<void> {
  await sql`delete from round_rubric where round_id = ${roundId}`
  await insertRubric(sql, roundId, rubric)
}

const insertRubric = (sql: Sql, roundId: string, rubric: readonly Criteria[]) => sql`
  insert into round_rubric (round_id, standard_id, criteria)
  select ${roundId}, c."standardId", c.criteria
  from jsonb_to_recordset(${sql.json([...rubric])}) as c ("standardId" text, criteria text)`

/** What the panel asks of each standard. */
export const rubricOf = (sql: Sql, roundId: string) => sql<Criteria[]>`
  select standard_id as "standardId", criteria from round_rubric where round_id = ${roundId} order by standard_id`

/** The rounds of a force, the newest first. */
export const roundsOf = (sql: Sql, forceId: string) => sql<Round[]>`
  select ${roundColumns(sql)} from assessment_round r where r.force_id = ${forceId} order by r.year desc, r.id`

/** Whether a round is there already, as of a form sent twice. */
export async function isOpened(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from assessment_round where id = ${id}`
  return rows.length > 0
}

/** Whether a force has a round of a year. */
export async function hasRound(sql: Sql, forceId: string, year: number): Promise<boolean> {
  const rows = await sql`select from assessment_round where force_id = ${forceId} and year = ${year}`
  return rows.length > 0
}

/** A round with what somebody is to it, or null where they sit on no such panel. */
export type SeatAt = Round & { readonly isChair: boolean }

/**
 * A round of a force for a member of its panel, or null. Held for the transaction where `hold`: shared by those who score,
 * so that members need not wait for each other but each for themselves, alone by the chair.
 */
export async function findSeat(
  sql: Sql,
  { forceId, roundId, personId }: { readonly forceId: string; readonly roundId: string; readonly personId: string },
  hold: 'share' | 'alone' | null = null,
): Promise<SeatAt | null> {
  const held =
    hold === null ? sql`` : hold === 'share' ? sql`for share of r for no key update of m` : sql`for update of r`
  const [seat] = await sql<SeatAt[]>`
    select ${roundColumns(sql)}, m.is_chair as "isChair"
    from assessment_round r join round_member m on m.round_id = r.id and m.person_id = ${personId}
    where r.force_id = ${forceId} and r.id = ${roundId} ${held}`
  return seat ?? null
}

/** Moves a round to a phase; `closedOn` where that is its end. */
export const movePhase = (sql: Sql, roundId: string, phase: Phase, closedOn: Day | null) => sql`
  update assessment_round set phase = ${phase}, closed_on = ${closedOn} where id = ${roundId}`

/** Notes how far the ledger goes, and as at which day each contract is judged: the day after its year, once that is over. */
export const noteWhatIsKnown = (sql: Sql, roundId: string, today: Day) => sql`
  update round_contract rc set as_at = least(c.ends_on + 1, ${today}::date),
    team_length = coalesce((select length from chain where id = t.id), 0),
    force_length = coalesce((select length from chain where id = t.force_id), 0)
  from contract c join team t on t.id = c.team_id
  where rc.round_id = ${roundId} and c.id = rc.contract_id`

/** Moves the days of a round. */
export const saveDays = (sql: Sql, roundId: string, { opensOn, scoringOn, moderationOn, closesOn }: Days) => sql`
  update assessment_round
  set opens_on = ${opensOn}, scoring_on = ${scoringOn}, moderation_on = ${moderationOn}, closes_on = ${closesOn}
  where id = ${roundId}`

/** A contract in a round as one member sees it: how far they are, and what the panel has decided where they may know. */
export type ContractLine = PacksTaken & {
  readonly contractId: string
  readonly teamId: string
  readonly slug: string
  readonly teamName: string
  readonly conflict: string | null
  readonly chairHasConflict: boolean
  readonly seed: string
  /** Of its framework. */
  readonly standards: number
  /** What the ledger knew when scoring began; null before. */
  readonly known: { readonly asAt: Day; readonly teamLength: number; readonly forceLength: number } | null
  /** Whether the panel gave it back to its team, which has not frozen it anew yet. */
  readonly isSentBack: boolean
  readonly given: number
  readonly moderated: number
  readonly grade: string | null
}

/** The contracts of a round, by team, for one member; one of them alone where a slug is given. */
export const contractLines = (sql: Sql, roundId: string, personId: string, slug: string | null = null) => sql<
  ContractLine[]
>`
  select rc.contract_id as "contractId", t.id as "teamId", t.slug, t.name as "teamName", own.why as conflict,
    chair.person_id is not null as "chairHasConflict", rc.seed, jsonb_array_length(f.document -> 'standards') as standards,
    taken.pack is not null as "hasPacks", taken.pack ->> 'frozen' as "takenFrom", newest.hash as newest,
    newest.hash is not null and course.state = 'self evaluation drafted' as "isSentBack",
    exists (select from score s where s.round_id = rc.round_id and s.contract_id = rc.contract_id
      and s.submitted_at is not null) as "isScored",
    case when rc.as_at is not null then jsonb_build_object('asAt', rc.as_at, 'teamLength', rc.team_length,
      'forceLength', rc.force_length) end as known,
    coalesce(s.given, 0)::int as given, coalesce(m.moderated, 0)::int as moderated,
    case when own.why is null then cr.grade end as grade
  from round_contract rc
  join contract c on c.id = rc.contract_id
  join framework f on f.id = c.framework_id
  join team t on t.id = c.team_id ${slug === null ? sql`` : sql`and t.slug = ${slug}`}
  left join contract_course course on course.contract_id = c.id
  left join lateral (select pack from round_pack p
    where p.round_id = rc.round_id and p.contract_id = rc.contract_id order by place limit 1) taken on true
  left join lateral (select encode(hash, 'hex') as hash from contract_freeze z
    where z.contract_id = rc.contract_id order by frozen_at desc, id limit 1) newest on true
  left join round_conflict own
    on own.round_id = rc.round_id and own.contract_id = rc.contract_id and own.person_id = ${personId}
  left join round_member chief on chief.round_id = rc.round_id and chief.is_chair
  left join round_conflict chair
    on chair.round_id = rc.round_id and chair.contract_id = rc.contract_id and chair.person_id = chief.person_id
  left join contract_rating cr on cr.round_id = rc.round_id and cr.contract_id = rc.contract_id
  left join (select contract_id, count(*) as given from score
    where round_id = ${roundId} and person_id = ${personId} and submitted_at is not null group by 1) s
    on s.contract_id = rc.contract_id
  left join (select contract_id, count(*) as moderated from moderated_score where round_id = ${roundId} group by 1) m
    on m.contract_id = rc.contract_id
  where rc.round_id = ${roundId} order by t.name, t.id`

/** Keeps a member's conflict with a team; one declared before stays. */
export const saveConflict = (
  sql: Sql,
  conflict: { readonly roundId: string; readonly contractId: string; readonly personId: string; readonly why: string },
  at: Date,
) => sql`
  insert into round_conflict (round_id, contract_id, person_id, why, declared_at)
  values (${conflict.roundId}, ${conflict.contractId}, ${conflict.personId}, ${conflict.why}, ${at})
  on conflict do nothing`

/** Whether a member declared a conflict with the team of a contract in this round. */
export async function hasConflictIn(
  sql: Sql,
  {
    roundId,
    contractId,
    personId,
  }: { readonly roundId: string; readonly contractId: string; readonly personId: string },
): Promise<boolean> {
  const rows = await sql`
    select from round_conflict where round_id = ${roundId} and contract_id = ${contractId} and person_id = ${personId}`
  return rows.length > 0
}

/** The team with which somebody has a conflict over this contract in a round that is not closed, or null. */
export async function conflictOver(sql: Sql, contractId: string, personId: string): Promise<string | null> {
  const [row] = await sql<{ teamName: string }[]>`
    select t.name as "teamName" from round_conflict k
    join assessment_round r on r.id = k.round_id and r.phase <> 'closed'
    join contract c on c.id = k.contract_id join team t on t.id = c.team_id
    where k.contract_id = ${contractId} and k.person_id = ${personId} limit 1`
  return row?.teamName ?? null
}
