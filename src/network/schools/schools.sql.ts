import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Call, OpenSchool } from './half-term-coverage.ts'

/** A school of a team with what is kept up with it, and who its head and safeguarding officer are. */
export type SchoolLine = OpenSchool & {
  readonly label: string
  readonly organisationId: string | null
  readonly relationshipId: string | null
  readonly place: string
  readonly lastContactOn: Day | null
  readonly safeguardingOfficer: string | null
  readonly head: string | null
}

/** The schools of a team that were open on some day since `since`, by name. */
export const schoolsOf = (sql: Sql, forceId: string, teamId: string, since: Day, today: Day) => sql<SchoolLine[]>`
  select s.id as "subjectId", s.starts_on as "from", s.ends_on as "to", s.label, o.id as "organisationId",
    r.id as "relationshipId", coalesce(o.place, '') as place, r.last_contact_on as "lastContactOn",
    h.officer as "safeguardingOfficer", h.head
  from subject s
    left join lateral (select id, place from organisation where subject_id = s.id and merged_into is null order by id limit 1) o on true
    left join relationship r on r.subject_id = s.id and r.team_id = ${teamId} and r.ended_on is null
    left join lateral (
      select max(nullif(k.name, '')) filter (where p.role = 'safeguarding officer') as officer,
        max(nullif(k.name, '')) filter (where p.role = 'head') as head
      from post p join post_held h on h.post_id = p.id and h.since <= ${today} and (h.until is null or h.until >= ${today})
        join key_individual k on k.id = h.key_individual_id
      where p.organisation_id = o.id
    ) h on true
  where s.force_id = ${forceId} and (s.team_id = ${teamId} or s.team_id is null) and s.kind = 'school'
    and (s.ends_on is null or s.ends_on >= ${since})
  order by s.label, s.id`

/** Facts of a team's ledger that still stand. */
const standing = (sql: Sql, teamId: string, kinds: readonly string[]) => sql`
  from evidence e
  where e.chain = ${teamId} and e.kind = any(${[...kinds]}::text[]) and e.effect in ('states', 'corrects')
    and not exists (select from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))`

/** The days on which safeguarding officers were contacted, as the ledger knows them. */
export const callsOf = (sql: Sql, teamId: string, from: Day, to: Day) => sql<Call[]>`
  select c.subject as "subjectId", c.on from (
    select unnest(e.subjects) as subject, e.happened_on as "on"
    ${standing(sql, teamId, ['contact made'])} and e.happened_on between ${from} and ${to}
      and (e.facets -> 'safeguarding officer') = 'true'::jsonb
  ) c order by c.on, c.subject`

/** How many engagements were held with young people or schools, and how many people they spoke with (R43). */
export async function youngEngagements(sql: Sql, teamId: string, from: Day, to: Day) {
  const [found] = await sql<{ count: number; spokeWith: number }[]>`
    select count(*)::int as count, coalesce(sum((e.quantities ->> 'spoke with')::numeric), 0)::int as "spokeWith"
    ${standing(sql, teamId, ['engagement held'])} and e.happened_on between ${from} and ${to}
      and (e.facets -> 'communities') ?| array['young people', 'schools']`
  return found ?? { count: 0, spokeWith: 0 }
}

/** The last days on which a team was in touch with the safer schools team, newest first (D9.1). */
export const saferSchoolsTouches = (sql: Sql, teamId: string, subjectIds: readonly string[], most: number) => sql<
  { kind: string; on: Day }[]
>`
  select e.kind, e.happened_on as "on"
  ${standing(sql, teamId, ['contact made', 'meeting attended'])} and e.subjects && ${[...subjectIds]}::text[]
  order by e.happened_on desc, e.entry desc limit ${most}`

/** The day on which a safer schools team’s plan was last completed, as the ledger knows it; or null (D9.3). */
export async function planCompletedOn(sql: Sql, teamId: string, subjectIds: readonly string[]): Promise<Day | null> {
  const [found] = await sql<{ on: Day | null }[]>`
    select max(e.happened_on) as "on" ${standing(sql, teamId, ['plan completed'])} and e.subjects && ${[...subjectIds]}::text[]`
  return found?.on ?? null
}

/** The safer schools teams that a team works with, each with what is kept up with it. */
export const saferSchoolsTeams = (sql: Sql, forceId: string, teamId: string) => sql<
  { subjectId: string; label: string; relationshipId: string | null }[]
>`
  select s.id as "subjectId", s.label, r.id as "relationshipId"
  from subject s left join relationship r on r.subject_id = s.id and r.team_id = ${teamId} and r.ended_on is null
  where s.force_id = ${forceId} and (s.team_id = ${teamId} or s.team_id is null) and s.kind = 'safer schools team'
    and s.ends_on is null
  order by s.label, s.id`
