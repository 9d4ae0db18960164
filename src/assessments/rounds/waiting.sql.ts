import type { Sql } from '#platform/database/database.ts'

/** What a round waits for from one of its members: in how many contracts they have scores to give, and how many. */
export type ToScore = {
  readonly roundId: string
  readonly year: number
  readonly contracts: number
  readonly scores: number
}

/** The rounds of a force in which somebody has scores to give: of contracts open to them, and standards nobody moderated. */
export const scoresToGive = (sql: Sql, forceId: string, personId: string) => sql<ToScore[]>`
  select r.id as "roundId", r.year, count(*)::int as contracts, sum(open.left)::int as scores
  from assessment_round r
  join round_member m on m.round_id = r.id and m.person_id = ${personId}
  join round_contract rc on rc.round_id = r.id
  join contract c on c.id = rc.contract_id
  join framework f on f.id = c.framework_id
  cross join lateral (
    select count(*) as left from jsonb_array_elements(f.document -> 'standards') as standard
    where not exists (select from score s where s.round_id = r.id and s.contract_id = c.id
        and s.standard_id = standard ->> 'id' and s.person_id = m.person_id and s.submitted_at is not null)
      and not exists (select from moderated_score d where d.round_id = r.id and d.contract_id = c.id
        and d.standard_id = standard ->> 'id')) open
  where r.force_id = ${forceId} and r.phase in ('scoring', 'moderation') and open.left > 0
    and not exists (select from round_conflict k
      where k.round_id = r.id and k.contract_id = c.id and k.person_id = m.person_id)
  group by r.id, r.year order by r.year, r.id`

/** How many answers of a force’s teams wait for the panel, without those to rounds in which this person has a conflict with the team. */
export async function answersToJudge(sql: Sql, forceId: string, personId: string): Promise<number> {
  const [row] = await sql<{ answers: number }[]>`
    select count(*)::int as answers
    from recommendation n
    join assessment_round r on r.id = n.round_id and r.phase = 'closed' and r.force_id = ${forceId}
    cross join lateral (
      select (array_agg(step order by place desc)
          filter (where step in ('answered', 'closure proposed', 'closure accepted', 'sent back')))[1] as state,
        (array_agg(step order by place desc)
          filter (where step in ('closure proposed', 'more time asked', 'more time granted', 'more time refused')))[1] as time
      from recommendation_step s where s.recommendation_id = n.id) last
    where (last.state = 'closure proposed' or last.time = 'more time asked') and not exists (
      select from round_conflict k
      where k.round_id = n.round_id and k.contract_id = n.contract_id and k.person_id = ${personId})`
  return row?.answers ?? 0
}
