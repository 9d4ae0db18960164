import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** What the ledger says of a team and one subject, or (null) of no subject in particular. */
export type Told = {
  readonly teamId: string
  readonly subjectId: string | null
  readonly contactOn: Day | null
  readonly contactWeeks: number
  readonly briefedOn: Day | null
  readonly askedOn: Day | null
  readonly metOn: Day | null
  readonly reports: number
  readonly firstHourOn: Day | null
  readonly placesTaken: number
  readonly roleBriefedOn: Day | null
  readonly informedOn: Day | null
}

type Since = { readonly year: Day; readonly weeks: Day; readonly today: Day }

/**
 * Per team and subject: the last days of contacts, briefings, feedback and meetings, and how often within a year and within
 * some weeks. Read from the ledger, so that what was imported counts like what was typed; what was superseded does not.
 */
export const toldOf = (sql: Sql, teamIds: readonly string[], { year, weeks, today }: Since) => sql<Told[]>`
  select e.chain as "teamId", s.subject as "subjectId",
    max(e.happened_on) filter (where e.kind = 'contact made') as "contactOn",
    count(distinct date_trunc('week', e.happened_on))
      filter (where e.kind = 'contact made' and e.happened_on >= ${weeks})::int as "contactWeeks",
    max(e.happened_on) filter (where ${inPerson(sql)} and e.facets ->> 'briefing' = 'true') as "briefedOn",
    max(e.happened_on) filter (where ${inPerson(sql)} and e.facets ->> 'feedback' = 'true') as "askedOn",
    max(e.happened_on) filter (where e.kind = 'meeting attended') as "metOn",
    count(*) filter (where e.kind = 'meeting attended' and e.facets ->> 'written report' = 'true' and e.happened_on > ${year})::int
      as reports,
    max(e.happened_on) filter (where e.kind = 'meeting attended' and e.facets ->> 'first hour with NEOs' = 'true') as "firstHourOn",
    count(*) filter (where e.kind = 'patrol place taken' and e.happened_on > ${year})::int as "placesTaken",
    max(e.happened_on) filter (where e.kind = 'role briefing held' and e.facets ->> 'topic' = 'councillor advocate') as "roleBriefedOn",
    max(e.happened_on) filter (where e.kind = 'partners informed') as "informedOn"
  from ${openFacts(sql)} e left join lateral unnest(e.subjects) as s (subject) on true
  where e.chain = any(${[...teamIds]}) and e.happened_on <= ${today}
    and e.kind in ('contact made', 'meeting attended', 'patrol place taken', 'role briefing held', 'partners informed')
  group by e.chain, s.subject order by 1, 2`

/** Teams whose offer to take councillors along on patrol stands, by the newest word on it (R40). */
export const offersStanding = (sql: Sql, teamIds: readonly string[], today: string) => sql<
  { teamId: string; stands: boolean; on: Day }[]
>`
  select distinct on (e.chain) e.chain as "teamId", e.facets ->> 'standing' = 'true' as stands, e.happened_on as "on"
  from ${openFacts(sql)} e
  where e.chain = any(${[...teamIds]}) and e.kind = 'patrol place offered' and e.happened_on <= ${today}
  order by e.chain, e.happened_on desc, e.seq desc`

const inPerson = (sql: Sql) => sql`e.kind = 'contact made' and e.facets ->> 'how' in ('meeting', 'visit')`

const openFacts = (sql: Sql) => sql`(
  select f.* from evidence f where f.effect in ('states', 'corrects') and not exists (
    select 1 from evidence n where n.chain = f.chain and n.supersedes = f.seq and n.effect in ('corrects', 'withdraws')))`
