import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** A priority as the ledger knows it: what it is called there, where it is, and since when. */
export type OpenPriority = {
  readonly about: string
  /** In plain words; null where only the ledger knows of it. */
  readonly title: string | null
  readonly setOn: Day
  readonly subjects: readonly string[]
  readonly places: readonly string[]
}

/**
 * A team's priorities that were set and are not over, newest first: closed where they have a record of their own, which is only
 * read here for its title and state, or else said to be done.
 */
export const openPriorities = (sql: Sql, teamId: string) => sql<OpenPriority[]>`
  with standing as (
    select e.* from evidence e where e.chain = ${teamId} and e.kind in ('priority set', 'priority addressed')
      and e.effect in ('states', 'corrects') and not exists (select 1 from evidence s
        where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws')))
  select p.about, r.title, p.happened_on as "setOn", p.subjects,
    array(select s.label from subject s where s.id = any(p.subjects) order by s.label) as places
  from standing p left join priority r on r.about = p.about and r.team_id = ${teamId}
  where p.kind = 'priority set' and p.about is not null and case when r.id is null then not exists (
      select 1 from standing d where d.kind = 'priority addressed' and d.about = p.about and d.facets ->> 'outcome' = 'done')
    else r.state <> 'closed' end
  order by p.happened_on desc, p.about`

/** An engagement strand in the ledger, with the record that told of it. */
export type Strand = { readonly about: string; readonly seq: number; readonly happenedOn: Day; readonly source: string }

/** The engagement strands that these priorities have in the ledger (R14). */
export const strandsOf = (sql: Sql, teamId: string, priorities: readonly string[]) => sql<Strand[]>`
  select e.about, e.seq, e.happened_on as "happenedOn", e.source from evidence e
  where e.chain = ${teamId} and e.kind = 'engagement strand planned' and e.about = any(${[...priorities]})
    and e.effect in ('states', 'corrects') and not exists (select 1 from evidence s
      where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))
  order by e.seq`

/** Of these priorities each on which a plan works that was not cancelled, with the first such plan. */
export const plansWorkingOn = (sql: Sql, teamId: string, priorities: readonly string[]) => sql<
  { about: string; planId: string }[]
>`
  select distinct on (l.priority) l.priority as about, p.id as "planId"
  from planned_engagement_priority l join planned_engagement p on p.id = l.planned_engagement_id
  where p.team_id = ${teamId} and p.state <> 'cancelled' and l.priority = any(${[...priorities]})
  order by l.priority, p.held_on, p.begins, p.id`

/** Which priorities a plan works on. */
export const prioritiesOf = (sql: Sql, plannedId: string) => sql<{ priority: string }[]>`
  select priority from planned_engagement_priority where planned_engagement_id = ${plannedId} order by priority`

/** Makes those chosen the ones that plans work on, of the priorities that are open; what they did for others stays. */
export async function savePriorities(
  sql: Sql,
  plannedIds: readonly string[],
  { open, chosen }: { readonly open: readonly string[]; readonly chosen: readonly string[] },
) {
  await sql`
    delete from planned_engagement_priority
    where planned_engagement_id = any(${[...plannedIds]}::uuid[]) and priority = any(${[...open]}::text[])
      and priority <> all(${[...chosen]}::text[])`
  await sql`
    insert into planned_engagement_priority (planned_engagement_id, priority)
    select id, priority from unnest(${[...plannedIds]}::uuid[]) as id, unnest(${[...chosen]}::text[]) as priority
    on conflict do nothing`
}
