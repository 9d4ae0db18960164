import type { Sql } from '#platform/database/database.ts'
import type { Counted } from './tally.ts'
import type { Vote } from './vote.ts'

type Voter = { readonly memberId: string } | { readonly sheet: number; readonly keyedBy: string }

/** A vote as it is kept: by a member’s link, or from a sheet of paper. */
export type NewVote = Vote & {
  readonly id: string
  readonly sittingId: string
  readonly contractId: string
  readonly voter: Voter
}

/** Keeps a vote; false where it is there already, or the sheet was keyed in before. Those before stay. */
export async function insertVote(sql: Sql, vote: NewVote, at: Date): Promise<boolean> {
  const { voter } = vote
  const paper = 'sheet' in voter ? voter : null
  const memberId = 'memberId' in voter ? voter.memberId : null
  const added = await sql`
    insert into community_vote (id, sitting_id, contract_id, member_id, sheet, grade, comment, cast_at, keyed_by)
    values (${vote.id}, ${vote.sittingId}, ${vote.contractId}, ${memberId}, ${paper?.sheet ?? null}, ${vote.grade},
      ${vote.comment}, ${at}, ${paper?.keyedBy ?? null})
    on conflict do nothing returning id`
  if (added.length === 0) return false
  await sql`
    insert into community_vote_choice (vote_id, standard_id, choice, comment)
    select ${vote.id}, c."standardId", c.choice, c.comment
    from jsonb_to_recordset(${sql.json([...vote.standards])}) as c ("standardId" text, choice text, comment text)`
  return true
}

/** Whether a vote is there already, as of a form sent twice. */
export async function hasVote(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from community_vote where id = ${id}`
  return rows.length > 0
}

/** The newest vote of each voter of a sitting: the one that counts, unless its sheet was taken out. */
const newest = (sql: Sql, sittingId: string) => sql`
  select distinct on (contract_id, member_id, sheet) id, contract_id, grade, comment, sheet is not null as is_paper
  from community_vote where sitting_id = ${sittingId} and withdrawn_at is null
  order by contract_id, member_id, sheet, place desc`

/** What was chosen at a sitting, of each standard and of the whole, by link and on paper. */
export const countedOf = (sql: Sql, sittingId: string) => sql<Counted[]>`
  with n as (${newest(sql, sittingId)})
  select n.contract_id as "contractId", c.standard_id as "standardId", c.choice, n.is_paper as "isPaper", count(*)::int as votes
  from n join community_vote_choice c on c.vote_id = n.id where c.choice is not null group by 1, 2, 3, 4
  union all
  select n.contract_id, null, n.grade, n.is_paper, count(*)::int from n where n.grade is not null group by 1, 3, 4
  order by 1, 2 nulls last, 3, 4`

export type Voters = { readonly contractId: string; readonly byLink: number; readonly onPaper: number }

/** How many voted on each contract of a sitting. */
export const votersOf = (sql: Sql, sittingId: string) => sql<Voters[]>`
  with n as (${newest(sql, sittingId)})
  select contract_id as "contractId", (count(*) filter (where not is_paper))::int as "byLink",
    (count(*) filter (where is_paper))::int as "onPaper"
  from n group by 1 order by 1`

/** What voters wrote of a contract, on paper alone or also by link: for the convener alone, and without names. */
export const commentsOn = (sql: Sql, sittingId: string, contractId: string, of: 'paper' | 'all') => sql<
  { standardId: string | null; comment: string }[]
>`
  with n as (select * from (${newest(sql, sittingId)}) v where ${of === 'all'} or v.is_paper)
  select c.standard_id as "standardId", c.comment from n join community_vote_choice c on c.vote_id = n.id
  where n.contract_id = ${contractId} and c.comment <> ''
  union all
  select null, comment from n where contract_id = ${contractId} and comment <> ''
  order by 1 nulls last, 2`

/** What a member voted last on a contract, and when; null where they have not. */
export async function ownVote(
  sql: Sql,
  { sittingId, contractId, memberId }: { sittingId: string; contractId: string; memberId: string },
): Promise<(Vote & { readonly castAt: Date }) | null> {
  const [vote] = await sql<(Vote & { castAt: Date })[]>`
    select v.grade, v.comment, v.cast_at as "castAt", coalesce((
      select jsonb_agg(jsonb_build_object('standardId', c.standard_id, 'choice', c.choice, 'comment', c.comment))
      from community_vote_choice c where c.vote_id = v.id), '[]') as standards
    from community_vote v
    where v.sitting_id = ${sittingId} and v.contract_id = ${contractId} and v.member_id = ${memberId}
    order by v.place desc limit 1`
  return vote ?? null
}

/** Of which contracts a member has chosen something for how many standards, and when they had chosen what that replaced. */
export const ownProgress = (sql: Sql, sittingId: string, memberId: string) => sql<
  { contractId: string; chosen: number; grade: string | null; replacedAt: Date | null }[]
>`
  select v.contract_id as "contractId", v.grade, v.replaced_at as "replacedAt",
    (select count(*)::int from community_vote_choice c where c.vote_id = v.id and c.choice is not null) as chosen
  from (select distinct on (contract_id) id, contract_id, grade,
      lag(cast_at) over (partition by contract_id order by place) as replaced_at from community_vote
    where sitting_id = ${sittingId} and member_id = ${memberId} order by contract_id, place desc) v
  order by 1`
