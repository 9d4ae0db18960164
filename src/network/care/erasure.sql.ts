import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { KeyIndividual } from '../key-individual.ts'

/** A key individual, or one who was merged into them, as they are before erasing. */
export type Erasable = Pick<
  KeyIndividual,
  'id' | 'forceId' | 'teamId' | 'name' | 'email' | 'telephone' | 'speaksFor' | 'subjectId'
> & { readonly erasedAt: Date | null }

/** A key individual and whoever was merged into them, or they into, held for this transaction; empty where there is none. */
export async function lockIndividuals(sql: Sql, id: string): Promise<readonly Erasable[]> {
  // Held before it is asked whose record it is: a merge that is on its way may change that.
  const [own] = await sql<{ root: string }[]>`
    select coalesce(merged_into, id) as root from key_individual where id = ${id} for update`
  const root = own?.root ?? id
  return sql<Erasable[]>`
    select id, force_id as "forceId", team_id as "teamId", name, email, telephone, speaks_for as "speaksFor",
      subject_id as "subjectId", erased_at as "erasedAt"
    from key_individual where id = ${root} or merged_into = ${root} order by id for update`
}

/** What these people were known by before they were merged, where a merge keeps it: names, e-mail addresses, telephones. */
export const knownBeforeMerging = (sql: Sql, ids: readonly string[]) => sql<
  { part: 'name' | 'email' | 'telephone'; value: string }[]
>`
  select distinct c.one ->> 'column' as part, v.value
  from merge m cross join lateral jsonb_array_elements(m.moved) as c (one)
    cross join lateral (values (c.one ->> 'before'), (c.one ->> 'after')) as v (value)
  where m.what = 'individual' and m.undone_at is null and (m.kept = any(${[...ids]}::uuid[]) or m.merged = any(${[...ids]}::uuid[]))
    and c.one ->> 'table' = 'key_individual' and c.one ->> 'id' = any(${[...ids]}::text[])
    and c.one ->> 'column' in ('name', 'email', 'telephone') and v.value <> '' order by 1, 2`

/** The introductions to these people themselves and as holders of their posts: their names stand in the mails. */
export async function introductionsTo(sql: Sql, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select i.id from introduction i join relationship r on r.id = i.relationship_id
    where r.key_individual_id = any(${[...ids]}::uuid[])
      or r.post_id in (select post_id from post_held where key_individual_id = any(${[...ids]}::uuid[])) order by i.id`
  return rows.map(({ id }) => id)
}

/**
 * The contacts that were with these people: those of their own relationships, and those of a post in the time they held it.
 * A condition on `contact c`.
 */
export const areWith = (sql: Sql, ids: readonly string[]) => sql`c.id in (
  select c.id from relationship r join contact c on c.relationship_id = r.id
  where r.key_individual_id = any(${[...ids]}::uuid[])
  union
  select c.id from post_held h join relationship r on r.post_id = h.post_id
    join contact c on c.relationship_id = r.id and c.made_on >= h.since and (h.until is null or c.made_on <= h.until)
  where h.key_individual_id = any(${[...ids]}::uuid[]))`

/** Holds the relationships of these people, so that no contact is logged meanwhile. */
export const lockRelationshipsOf = (sql: Sql, ids: readonly string[]) => sql`
  select r.id from relationship r
  where r.key_individual_id = any(${[...ids]}::uuid[])
    or r.post_id in (select post_id from post_held where key_individual_id = any(${[...ids]}::uuid[]))
  order by r.id for update`

/** Takes the words out of the contacts with these people; day, way and facets stay. Answers each contact's id and team. */
export const eraseWordsOfContacts = (sql: Sql, ids: readonly string[], at: Date) => sql<
  { id: string; teamId: string }[]
>`
  update contact c set heard = '', voiced = '', promised = '', promised_by = null, erased_at = ${at}
  where ${areWith(sql, ids)} and c.erased_at is null returning c.id, c.team_id as "teamId"`

/** The rows of a team's chain that these contacts made and nothing has superseded. */
export const openRowsOfContacts = (sql: Sql, teamId: string, contactIds: readonly string[]) => sql<
  { seq: number; kind: string; happenedOn: Day; source: string }[]
>`
  select e.seq, e.kind, e.happened_on as "happenedOn", e.source from evidence e
  where e.chain = ${teamId} and e.source in (select 'contact/' || id from unnest(${[...contactIds]}::text[]) as id)
    and e.effect in ('states', 'corrects') and not exists (
      select from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))
  order by e.seq`

/** Takes out whatever else was typed about these people: reviews, sensitive facts and why they were read, links, parties, what they worked on. */
export async function eraseWordsAbout(sql: Sql, ids: readonly string[], today: string): Promise<void> {
  const people = sql`any(${[...ids]}::uuid[])`
  await sql`
    update relationship_review set came_of_it = '', to_change = ''
    where relationship_id in (select id from relationship where key_individual_id = ${people})`
  await sql`delete from sensitive_fact where key_individual_id = ${people}`
  await sql`update sensitive_reading set words = '' where key_individual_id = ${people}`
  await sql`delete from own_record_link where key_individual_id = ${people}`
  await sql`delete from priority_contact where key_individual_id = ${people}`
  await sql`update record_review set reason = '' where key_individual_id = ${people}`
  await sql`
    update post_held set party = null, until = coalesce(until, greatest(since, ${today}::date - 1))
    where key_individual_id = ${people}`
}

/** Empties the rows of these people; what stays is that somebody was there, whose team's, and since when. */
export const eraseRows = (sql: Sql, ids: readonly string[], at: Date) => sql`
  update key_individual set name = '', folded = '', email = null, telephone = null, address = null, languages = '{}',
    reach_by = null, tags = '{}', neighbourhood_ids = '{}', purpose = 'erased', erased_at = ${at}
  where id = any(${[...ids]}::uuid[]) and erased_at is null`

export type Erasure = { readonly keyIndividualId: string; readonly reason: ErasureReason; readonly at: Date }

export const erasureReasons = [
  'they asked for it',
  'they objected',
  'it is no longer needed',
  'it should never have been held',
] as const
export type ErasureReason = (typeof erasureReasons)[number] | 'a restored database held it again'

export const saveErasures = (
  sql: Sql,
  ids: readonly string[],
  { reason, at, by }: { readonly reason: ErasureReason; readonly at: Date; readonly by: string | null },
) => sql`
  insert into erasure (key_individual_id, reason, at, by)
  select id, ${reason}, ${at}, ${by} from unnest(${[...ids]}::uuid[]) as id`

/** Every erasure there was, the oldest first: ids and days, no names. */
export const erasuresOf = (sql: Sql) => sql<{ id: string; at: Date }[]>`
  select key_individual_id as id, min(at) as at from erasure group by key_individual_id order by min(at), key_individual_id`

/** Those of these people whom this database still holds, with what acting on them needs. */
export const stillHeld = (sql: Sql, ids: readonly string[]) => sql<
  { id: string; forceId: string; teamId: string; timeZone: string }[]
>`
  select k.id, k.force_id as "forceId", k.team_id as "teamId", f.time_zone as "timeZone"
  from key_individual k join force f on f.id = k.force_id
  where k.id = any(${[...ids]}::uuid[]) and k.erased_at is null order by k.id`

/** The ids of the contacts that go with these people. */
export async function contactIdsWith(sql: Sql, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`select c.id from contact c where ${areWith(sql, ids)}`
  return rows.map(({ id }) => id)
}
