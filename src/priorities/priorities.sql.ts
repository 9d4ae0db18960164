import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Level, Outcome, Priority } from './priority.ts'

/** A priority as anybody may see it: nothing tells who raised it. */
export type PriorityShown = {
  readonly id: string
  readonly title: string
  /** What people said, in general words; plain text. */
  readonly said: string
  /** National id (`55.DT3001`), or null where it is for the whole team's area. */
  readonly neighbourhoodId: string | null
  readonly neighbourhood: string | null
  readonly level: Level
  readonly setOn: Day
  /** When the public was last told of it, and in which words (plain text); both null where nobody was told yet. */
  readonly updatedOn: Day | null
  readonly update: string | null
  /** *done*, *partly*, *could not*, *still trying*; null while nothing is said of it. */
  readonly outcome: Outcome | null
  /** Null while it is open. */
  readonly closedOn: Day | null
  /** How many concerns led to it. Show it by `raisedByInWords` alone. */
  readonly raisedBy: number
}

const shownColumns = (sql: Sql, on: string) => sql`
  select p.id, p.title, p.said, p.neighbourhood_id as "neighbourhoodId", n.name as neighbourhood, p.level,
    p.set_on as "setOn", u.posted_on as "updatedOn", u.words as update,
    case when p.outcome is not null then p.outcome end as outcome, p.closed_on as "closedOn",
    (select count(*)::int from concern_triaged c where c.priority_id = p.id) as "raisedBy"
  from priority p join team t on t.id = p.team_id
    left join neighbourhood n on n.force_id = t.force_id and n.id = p.neighbourhood_id
    left join lateral (select posted_on, words from priority_update where priority_id = p.id and posted_on <= ${on}
      order by posted_on desc, posted_at desc, outcome is null, id limit 1) u on true`

/** A team's priorities that were set by a day and are not closed, the newest first. */
export const openPrioritiesShown = (sql: Sql, teamId: string, on: string) => sql<PriorityShown[]>`
  ${shownColumns(sql, on)} where p.team_id = ${teamId} and p.set_on <= ${on}
    and p.state not in ('triaged', 'turned down', 'closed')
  order by p.set_on desc, p.title, p.id limit 100`

/** A team's priorities that were closed by a day, the newest first. */
export const closedPrioritiesShown = (sql: Sql, teamId: string, on: string, most = 100) => sql<PriorityShown[]>`
  ${shownColumns(sql, on)} where p.team_id = ${teamId} and p.state = 'closed' and p.closed_on <= ${on}
  order by p.closed_on desc, p.title, p.id limit ${most}`

/** One priority of a team that was set, or null. */
export async function findPriorityShown(
  sql: Sql,
  teamId: string,
  id: string,
  on: string,
): Promise<PriorityShown | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<PriorityShown[]>`
    ${shownColumns(sql, on)} where p.team_id = ${teamId} and p.id = ${id} and p.set_on <= ${on}
      and p.state not in ('triaged', 'turned down')`
  return found ?? null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const columns = (sql: Sql) => sql`
  select p.id, p.about, p.team_id as "teamId", p.title, p.said, p.neighbourhood_id as "neighbourhoodId", p.concerning,
    case when p.set_on is null or p.threat is null then null else jsonb_build_object(
      'threat', jsonb_build_object('grade', p.threat, 'why', p.threat_why),
      'risk', jsonb_build_object('grade', p.risk, 'why', p.risk_why),
      'harm', jsonb_build_object('grade', p.harm, 'why', p.harm_why)) end as scores,
    p.level, p.plan, p.state, p.outcome, p.report_back as "reportBack", p.set_on as "setOn", p.closed_on as "closedOn",
    p.revision
  from priority p`

/** One priority of a team, whatever its state, or null. */
export async function findPriority(sql: Sql, teamId: string, id: string): Promise<Priority | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<Priority[]>`${columns(sql)} where p.team_id = ${teamId} and p.id = ${id}`
  return found ?? null
}

/** The same, held for this transaction, so that nobody changes it meanwhile. */
export async function takePriority(sql: Sql, id: string): Promise<Priority | null> {
  const [found] = await sql<Priority[]>`${columns(sql)} where p.id = ${id} for update`
  return found ?? null
}

/** All priorities of a team: what can still be moved first, then what is closed, the newest first. */
export const prioritiesOf = (sql: Sql, teamId: string) => sql<Priority[]>`
  ${columns(sql)} where p.team_id = ${teamId}
  order by p.state in ('closed', 'turned down'), coalesce(p.closed_on, p.set_on, p.made_at::date) desc, p.title, p.id limit 300`

/** What these priorities of the ledger are called, by their `about`. */
export async function titlesOf(sql: Sql, abouts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ about: string; title: string }[]>`
    select about, title from priority where about = any(${[...abouts]})`
  return new Map(rows.map(({ about, title }) => [about, title]))
}
