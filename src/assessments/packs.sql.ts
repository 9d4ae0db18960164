import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Pack } from './pack.ts'

/** A contract's packs, to be kept when scoring begins. */
export type ContractPacks = { readonly contractId: string; readonly packs: readonly Pack[] }

/** Keeps the packs of a round, so that every member scores by the same; those that are there stay. */
export async function savePacks(sql: Sql, roundId: string, all: readonly ContractPacks[], at: Date): Promise<void> {
  const rows = all.flatMap(({ contractId, packs }) =>
    packs.map((pack, place) => ({ contractId, standardId: pack.standardId, place, pack })),
  )
  await sql`
    insert into round_pack (round_id, contract_id, standard_id, place, pack, taken_at)
    select ${roundId}, p."contractId", p."standardId", p.place, p.pack, ${at}
    from jsonb_to_recordset(${sql.json(rows)}) as p ("contractId" text, "standardId" text, place int, pack jsonb)
    on conflict do nothing`
}

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
