import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Planned engagements of a force whose assessment criteria nobody answered (D10.1), in order of day. */
export const plansWithoutCriteria = (sql: Sql, forceId: string, from: Day, to: Day) => sql<
  { id: string; teamId: string; title: string; heldOn: Day }[]
>`
  select p.id, p.team_id as "teamId", p.title, p.held_on as "heldOn"
  from planned_engagement p join team t on t.id = p.team_id
  where t.force_id = ${forceId} and p.state = 'planned' and p.held_on between ${from} and ${to}
    and not exists (select from planned_engagement_answer a where a.planned_engagement_id = p.id)
  order by p.held_on, p.begins, p.id limit 100`

/** Evidence of a force that still stands: contacts together with the NEO in two spans (D10.2). */
export async function contactsWithNeo(sql: Sql, forceId: string, before: Day, since: Day, today: Day) {
  const [row] = await sql<[{ thisYear: number; lastYear: number }]>`
    select count(*) filter (where e.happened_on > ${since})::int as "thisYear",
      count(*) filter (where e.happened_on <= ${since})::int as "lastYear"
    from evidence e join chain c on c.id = e.chain
    where c.force_id = ${forceId} and ${stands(sql)} and e.kind = 'contact made' and e.facets @> '{"with NEO": true}'
      and e.happened_on > ${before} and e.happened_on <= ${today}`
  return row
}

/** When each team of a force last met the NEO (R44), by name of team; null where no evidence says so. */
export const meetingsWithTeams = (sql: Sql, forceId: string) => sql<
  { teamId: string; name: string; lastOn: Day | null }[]
>`
  select t.id as "teamId", t.name, max(e.happened_on) as "lastOn"
  from team t left join evidence e on e.chain = t.id and e.kind = 'team meeting held' and e.facets @> '{"topic": "NEO"}'
    and ${stands(sql)}
  where t.force_id = ${forceId} group by t.id, t.name order by t.name, t.id`

/** A condition on `evidence e`. */
const stands = (sql: Sql) => sql`
  e.effect in ('states', 'corrects') and not exists (
    select from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))`

/** Whether a record has evidence already, so that a form sent twice adds none. */
export async function hasEvidence(sql: Sql, chain: string, source: string): Promise<boolean> {
  const rows = await sql`select seq from evidence where chain = ${chain} and source = ${source} limit 1`
  return rows.length > 0
}
