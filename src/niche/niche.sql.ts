import { locationColumn } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day, Span } from '#platform/day.ts'
import type { NicheEngagement } from './niche-columns.ts'

type Asked = Span & { readonly teamIds: readonly string[]; readonly onlyNew: boolean }

/** The engagements that teams held in a span of days, in order of time; those alone that Niche lacks where `onlyNew`. */
export const engagementsForNiche = (sql: Sql, forceId: string, { teamIds, from, to, onlyNew }: Asked) => sql<
  NicheEngagement[]
>`
  select e.id, e.team_id as "teamId", e.title, e.method, e.held_on as "heldOn", to_char(e.began_at, 'HH24:MI') as "beganAt",
    e.place, e.neighbourhood_id as "neighbourhoodId", n.name as neighbourhood, ${locationColumn(sql, 'e.location')} as location,
    e.reached, e.spoke_with as "spokeWith", e.raised_a_concern as "raisedAConcern", e.communities, e.led_by as "ledBy",
    e.advertised, e.days_advertised as "daysAdvertised", e.key_event as "keyEvent", e.volunteers,
    e.special_constables as "specialConstables", e.rural_crime_team as "ruralCrimeTeam",
    e.assessment_criteria as "assessmentCriteria", e.in_niche as "inNiche", o.number as occurrence
  from engagement e
  left join neighbourhood n on n.force_id = ${forceId} and n.id = e.neighbourhood_id
  left join niche_occurrence o on o.engagement_id = e.id
  where e.team_id = any(${[...teamIds]}::text[]) and e.held_on between ${from} and ${to} and e.withdrawn_at is null
    and not (${onlyNew} and e.in_niche)
  order by e.held_on, e.began_at nulls first, e.id`

/** An engagement as rows of a file are held against it. */
export type KnownEngagement = {
  readonly id: string
  readonly teamId: string
  readonly title: string
  readonly method: string
  readonly day: Day
  readonly begins: string | null
  readonly place: string
  readonly inNiche: boolean
  readonly occurrence: string | null
  readonly state: 'held' | 'planned'
}

const heldColumns = (sql: Sql) => sql`
  e.id, e.team_id as "teamId", e.title, e.method, e.held_on as day, to_char(e.began_at, 'HH24:MI') as begins, e.place,
  e.in_niche as "inNiche", o.number as occurrence, 'held' as state`

/** Those of these ids that the teams have as engagements held. */
export const engagementsById = (sql: Sql, teamIds: readonly string[], ids: readonly string[]) => sql<KnownEngagement[]>`
  select ${heldColumns(sql)} from engagement e left join niche_occurrence o on o.engagement_id = e.id
  where e.id = any(${[...ids]}::uuid[]) and e.team_id = any(${[...teamIds]}::text[]) and e.withdrawn_at is null`

/** All that teams held, or still mean to hold, on these days. */
export const engagementsOn = (sql: Sql, teamIds: readonly string[], days: readonly Day[]) => sql<KnownEngagement[]>`
  select ${heldColumns(sql)} from engagement e left join niche_occurrence o on o.engagement_id = e.id
  where e.team_id = any(${[...teamIds]}::text[]) and e.held_on = any(${[...days]}::date[]) and e.withdrawn_at is null
  union all
  select p.id, p.team_id, p.title, p.method, p.held_on, to_char(p.begins, 'HH24:MI'), p.place, false, null, 'planned'
  from planned_engagement p
  where p.team_id = any(${[...teamIds]}::text[]) and p.held_on = any(${[...days]}::date[]) and p.state = 'planned'
  order by day, begins, id`

/** Which engagements of a force these Niche numbers belong to. */
export const holdersOfNumbers = (sql: Sql, forceId: string, numbers: readonly string[]) => sql<
  { number: string; engagementId: string }[]
>`
  select number, engagement_id as "engagementId" from niche_occurrence
  where force_id = ${forceId} and number = any(${[...numbers]}::text[])`

export type Numbered = { readonly engagementId: string; readonly number: string }

/** Keeps the Niche numbers of engagements; a number that another engagement has by now is left with it. Answers how many were new. */
export async function saveNumbers(sql: Sql, forceId: string, numbered: readonly Numbered[]): Promise<number> {
  const saved = await sql`
    insert into niche_occurrence (engagement_id, force_id, number)
    select r."engagementId", ${forceId}, r.number
    from jsonb_to_recordset(${sql.json(numbered.map((one) => ({ ...one })))}) as r ("engagementId" uuid, number text)
    join engagement e on e.id = r."engagementId"
    where not exists (select 1 from niche_occurrence o where o.force_id = ${forceId} and o.number = r.number)
    on conflict (engagement_id) do update set number = excluded.number returning engagement_id`
  return saved.length
}
