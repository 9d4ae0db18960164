import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { deputyWard, type MembersCounted, type Scheme } from './scheme.ts'

/** A team's watch schemes that are not closed, by name; a post that nobody holds today has no name. */
export const schemesOf = (sql: Sql, teamId: string, today: Day) => sql<Scheme[]>`
  select g.id as "organisationId", g.name, g.subject_id as "subjectId", r.id as "relationshipId", o.name as owner, r.every,
    r.last_contact_on as "lastContactOn", r.next_due as "nextDue", c.name as coordinator, d.name as deputy,
    coalesce(m.members, g.members) as members, coalesce(m.counted_on, (g.kept_at at time zone 'UTC')::date) as "countedOn"
  from organisation g
    left join relationship r on r.organisation_id = g.id and r.team_id = ${teamId} and r.ended_on is null
    left join person o on o.id = r.owner_id
    left join lateral (${holderOf(sql, '', today)}) c on true
    left join lateral (${holderOf(sql, deputyWard, today)}) d on true
    left join lateral (
      select members, counted_on from scheme_members where organisation_id = g.id order by counted_on desc limit 1
    ) m on true
  where g.team_id = ${teamId} and g.kind = 'watch scheme' and g.merged_into is null
    and (g.closes_on is null or g.closes_on > ${today})
  order by g.name, g.id`

/** Whoever holds the post of coordinator of organisation `g` today. */
const holderOf = (sql: Sql, ward: string, today: Day) => sql`
  select k.name from post p join post_held h on h.post_id = p.id join key_individual k on k.id = h.key_individual_id
  where p.organisation_id = g.id and p.role = 'scheme coordinator' and p.ward = ${ward} and k.name <> ''
    and h.since <= ${today} and (h.until is null or h.until >= ${today})
  order by h.since desc, h.id limit 1`

/** How many members these schemes had, the newest count first. */
export const membersCounted = (sql: Sql, organisationIds: readonly string[]) => sql<MembersCounted[]>`
  select organisation_id as "organisationId", counted_on as "countedOn", members from scheme_members
  where organisation_id = any(${[...organisationIds]}::uuid[]) order by organisation_id, counted_on desc`

/** Keeps a count; a second of the same day takes its place. The organisation shows the newest. */
export async function saveMembersCounted(sql: Sql, { organisationId, countedOn, members }: MembersCounted) {
  await sql`
    insert into scheme_members (organisation_id, counted_on, members) values (${organisationId}, ${countedOn}, ${members})
    on conflict (organisation_id, counted_on) do update set members = excluded.members`
  await sql`
    update organisation set members = (
      select members from scheme_members where organisation_id = ${organisationId} order by counted_on desc limit 1
    ) where id = ${organisationId}`
}

/** Which watch scheme a post coordinates, or null where it is another post. */
export async function schemeOfPost(sql: Sql, postId: string): Promise<string | null> {
  const [found] = await sql<{ id: string }[]>`
    select g.id from post p join organisation g on g.id = p.organisation_id
    where p.id = ${postId} and p.role = 'scheme coordinator' and p.ward = '' and g.kind = 'watch scheme'`
  return found?.id ?? null
}

/** The schemes that these key individuals coordinate, or once did. */
export const schemesCoordinatedBy = (sql: Sql, keyIndividualIds: readonly string[]) => sql<{ id: string }[]>`
  select distinct g.id from post_held h join post p on p.id = h.post_id join organisation g on g.id = p.organisation_id
  where h.key_individual_id = any(${[...keyIndividualIds]}::uuid[]) and p.role = 'scheme coordinator' and p.ward = ''
    and g.kind = 'watch scheme' order by g.id`

/** The schemes among these relationships. */
export const schemesAmong = (sql: Sql, relationshipIds: readonly string[]) => sql<{ id: string }[]>`
  select g.id from relationship r join organisation g on g.id = r.organisation_id
  where r.id = any(${[...relationshipIds]}::uuid[]) and g.kind = 'watch scheme' and r.ended_on is null order by g.id`

/** Who coordinates these schemes on a day, as the ledger may know it: the subject, and whether anybody does. */
export const coordinatedOn = (sql: Sql, organisationIds: readonly string[], today: Day) => sql<
  { organisationId: string; subjectId: string; named: boolean }[]
>`
  select g.id as "organisationId", g.subject_id as "subjectId", exists (${holderOf(sql, '', today)}) as named
  from organisation g where g.id = any(${[...organisationIds]}::uuid[]) and g.subject_id is not null order by g.id`

/** Key individuals of a team by name, from whom a coordinator may be chosen. */
export const possibleCoordinators = (sql: Sql, teamId: string) => sql<
  { id: string; name: string; speaksFor: string }[]
>`
  select id, name, speaks_for as "speaksFor" from key_individual
  where team_id = ${teamId} and merged_into is null and erased_at is null and left_on is null and name <> ''
  order by name, id limit 500`
