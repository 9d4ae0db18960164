import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Pack } from './pack.ts'

type OfContract = { readonly roundId: string; readonly contractId: string }

/** Keeps a contract's packs as they are for the transaction, shared with others who read them, or for this one alone. */
export const holdPacks = (
  sql: Sql,
  { roundId, contractId }: OfContract,
  why: 'to take them' | 'to score by them',
) => sql`
  select from round_contract where round_id = ${roundId} and contract_id = ${contractId}
  ${why === 'to take them' ? sql`for no key update` : sql`for share`}`

/** Keeps the packs of a contract, so that every member scores by the same; those by which somebody scored stay. */
export const savePacks = (sql: Sql, { roundId, contractId }: OfContract, packs: readonly Pack[], at: Date) => sql`
  insert into round_pack as p (round_id, contract_id, standard_id, place, pack, taken_at)
  select ${roundId}, ${contractId}, taken ->> 'standardId', place - 1, taken, ${at}
  from jsonb_array_elements(${sql.json([...packs])}) with ordinality as t (taken, place)
  on conflict (round_id, contract_id, standard_id) do update
  set place = excluded.place, pack = excluded.pack, taken_at = excluded.taken_at
  where not exists (select from score s
    where s.round_id = p.round_id and s.contract_id = p.contract_id and s.submitted_at is not null)`

type Asking = { readonly roundId: string; readonly contractId: string; readonly personId: string }

/** The pack is closed to whoever has a conflict with its team. */
const isOpen = (sql: Sql, { roundId, contractId, personId }: Asking) => sql`
  exists (select from round_member m where m.round_id = ${roundId} and m.person_id = ${personId})
  and not exists (select from round_conflict c
    where c.round_id = ${roundId} and c.contract_id = ${contractId} and c.person_id = ${personId})`

/** How far a member is with one standard, and what was decided of it. */
export type StandardLine = {
  readonly standardId: string
  readonly title: string
  readonly isGiven: boolean
  readonly isBegun: boolean
  readonly moderated: string | null
}

/** The standards of a contract in a round, in order, for one member; none where they have a conflict. */
export const standardLines = (sql: Sql, asking: Asking) => sql<StandardLine[]>`
  select p.standard_id as "standardId", p.pack ->> 'title' as title, s.submitted_at is not null as "isGiven",
    s.saved_at is not null as "isBegun", case when s.submitted_at is not null then m.grade end as moderated
  from round_pack p
  left join score s on s.round_id = p.round_id and s.contract_id = p.contract_id and s.standard_id = p.standard_id
    and s.person_id = ${asking.personId}
  left join moderated_score m on m.round_id = p.round_id and m.contract_id = p.contract_id and m.standard_id = p.standard_id
  where p.round_id = ${asking.roundId} and p.contract_id = ${asking.contractId} and ${isOpen(sql, asking)}
  order by p.place`

/** The pack of one standard for a member, or null where there is none or it is closed to them. */
export async function findPack(sql: Sql, asking: Asking, standardId: string): Promise<Pack | null> {
  const [row] = await sql<{ pack: Pack }[]>`
    select p.pack from round_pack p
    where p.round_id = ${asking.roundId} and p.contract_id = ${asking.contractId} and p.standard_id = ${standardId}
      and ${isOpen(sql, asking)}`
  return row?.pack ?? null
}

/** The pack of every standard of a contract with its criteria, in order; none where it is closed to this member. */
export const packsSeen = (sql: Sql, asking: Asking) => sql<{ pack: Pack; criteria: string | null }[]>`
  select p.pack, b.criteria from round_pack p
  left join round_rubric b on b.round_id = p.round_id and b.standard_id = p.standard_id
  where p.round_id = ${asking.roundId} and p.contract_id = ${asking.contractId} and ${isOpen(sql, asking)}
  order by p.place`

/** Whether a contract that was frozen is back with its team. */
export async function isSentBack(sql: Sql, contractId: string): Promise<boolean> {
  const rows = await sql`
    select from contract_course c
    where c.contract_id = ${contractId} and c.state = 'self evaluation drafted'
      and exists (select from contract_freeze z where z.contract_id = c.contract_id)`
  return rows.length > 0
}

/** The teams of a round whose contract is no longer as its panel was given it: with its team again, or frozen anew. */
export const noLongerAsJudged = (sql: Sql, roundId: string) => sql<{ teamName: string }[]>`
  select t.name as "teamName"
  from round_contract rc
  join contract c on c.id = rc.contract_id
  join team t on t.id = c.team_id
  join lateral (select p.pack ->> 'frozen' as seal from round_pack p
    where p.round_id = rc.round_id and p.contract_id = rc.contract_id order by p.place limit 1) taken on taken.seal is not null
  join contract_course course on course.contract_id = rc.contract_id
  cross join lateral (select encode(z.hash, 'hex') as seal from contract_freeze z
    where z.contract_id = rc.contract_id order by z.frozen_at desc, z.id limit 1) newest
  where rc.round_id = ${roundId} and (course.state <> 'frozen' or newest.seal <> taken.seal) order by t.name, t.id`

/** What an earlier panel decided of a standard, and what it recommended. */
export type LastYear = {
  readonly year: number
  readonly grade: string
  readonly reason: string
  readonly recommendations: readonly { readonly words: string; readonly dueOn: Day; readonly state: string }[]
}

type Before = { readonly teamId: string; readonly year: number }

/** The last closed round before a year that judged this team's standard, or null. */
export async function lastYearOf(
  sql: Sql,
  { standardId, ...before }: Before & { readonly standardId: string },
): Promise<LastYear | null> {
  const [row] = await lastYearsOf(sql, before, standardId)
  return row ?? null
}

/** The same for each standard, or for the one that is named. */
export const lastYearsOf = (sql: Sql, { teamId, year }: Before, standardId: string | null = null) => sql<
  (LastYear & { readonly standardId: string })[]
>`
    select distinct on (m.standard_id) m.standard_id as "standardId", r.year, m.grade, m.reason, coalesce((
      select json_agg(json_build_object('words', n.words, 'dueOn', n.due_on, 'state', coalesce((
          select s.step from recommendation_step s where s.recommendation_id = n.id order by s.place desc limit 1),
          'not answered')) order by n.due_on, n.id)
      from recommendation n
      where n.round_id = m.round_id and n.contract_id = m.contract_id and n.standard_id = m.standard_id), '[]')
      as recommendations
    from moderated_score m
    join assessment_round r on r.id = m.round_id and r.phase = 'closed'
    join contract c on c.id = m.contract_id
    where c.team_id = ${teamId} and r.year < ${year} ${standardId === null ? sql`` : sql`and m.standard_id = ${standardId}`}
    order by m.standard_id, r.year desc`
