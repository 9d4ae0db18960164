import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { areWith } from './erasure.sql.ts'
import type { ContactHeld, RecordHeld, RelationshipHeld } from './record-held.ts'

/** A key individual's id, and those of whoever was merged into them. */
export async function individualsOf(sql: Sql, id: string): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from key_individual where id = ${id} or merged_into = ${id} order by id <> ${id}, id`
  return rows.map((row) => row.id)
}

/** The relationships with these people and with the posts they hold now; their own first. */
export const relationshipsHeld = (sql: Sql, ids: readonly string[]) => sql<RelationshipHeld[]>`
  select r.id, r.subject_id as "subjectId", s.label as "with", r.every, r.agreed_on as "agreedOn", r.agreed_with as "agreedWith",
    r.last_contact_on as "lastContactOn", r.next_due as "nextDue", p.role as "ownerRole", r.began_on as "beganOn",
    r.ended_on as "endedOn"
  from relationship r join subject s on s.id = r.subject_id join person p on p.id = r.owner_id
  where r.key_individual_id = any(${[...ids]}::uuid[]) or r.post_id in (
    select h.post_id from post_held h where h.key_individual_id = any(${[...ids]}::uuid[]) and h.until is null)
  order by r.key_individual_id is null, s.label, r.id`

/** Every contact with these people, newest first. */
export const contactsWith = (sql: Sql, ids: readonly string[]) => sql<ContactHeld[]>`
  select s.label as "with", c.made_on as "on", c.how, c.facets as "alsoWas", c.heard, c.voiced, c.promised,
    c.promised_by as "promisedBy", c.promise_kept_on as "promiseKeptOn", c.answered_on as "answeredOn"
  from contact c join relationship r on r.id = c.relationship_id join subject s on s.id = r.subject_id
  where ${areWith(sql, ids)} order by c.made_on desc, c.logged_at desc, c.id`

export const impactReviewsOf = (sql: Sql, ids: readonly string[]) => sql<RecordHeld['impactReviews'][number][]>`
  select v.reviewed_on as "on", v.came_of_it as "cameOfIt", v.worth_it as "worthIt", v.to_change as "toChange"
  from relationship_review v join relationship r on r.id = v.relationship_id
  where r.key_individual_id = any(${[...ids]}::uuid[]) order by v.reviewed_on desc, v.id`

export const recordReviewsOf = (sql: Sql, ids: readonly string[]) => sql<{ on: Day; reason: string; reviewOn: Day }[]>`
  select reviewed_on as "on", reason, review_on as "reviewOn"
  from record_review where key_individual_id = any(${[...ids]}::uuid[]) order by reviewed_on desc, id desc`

export async function countSensitiveFacts(sql: Sql, ids: readonly string[]): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from sensitive_fact where key_individual_id = any(${[...ids]}::uuid[])`
  return row.count
}

/** Who opened the sensitive facts about these people, by role, newest first. */
export const readingsAbout = (sql: Sql, ids: readonly string[]) => sql<RecordHeld['readings'][number][]>`
  select r.at, p.role, r.purpose, r.words
  from sensitive_reading r left join person p on p.id = r.read_by
  where r.key_individual_id = any(${[...ids]}::uuid[]) order by r.at desc, r.id desc`

/** The mails to these people, and those to whoever keeps in touch with them that tell of them, newest first; without addresses. */
export const mailsAbout = (sql: Sql, ids: readonly string[]) => sql<RecordHeld['mails'][number][]>`
  with theirs as (
    select id, null::date as since from relationship where key_individual_id = any(${[...ids]}::uuid[])
    union all
    select r.id, h.since from post_held h join relationship r on r.post_id = h.post_id
    where h.key_individual_id = any(${[...ids]}::uuid[]) and h.until is null
  ), about as (
    select 'key-individual/' || id as thing, null::date as since from unnest(${[...ids]}::uuid[]) as id
    union all select 'relationship/' || id, since from theirs
    union all select 'introduction/' || i.id, t.since from theirs t join introduction i on i.relationship_id = t.id
  )
  select m.written_at as at, m.sent_at as "sentAt", m.subject, m.about not like 'relationship/%' as "toThem"
  from about a join mail m on m.about = a.thing and (a.since is null or m.written_at >= a.since)
  order by m.written_at desc, m.id`

/** What was done with the records of these people and the contacts and relationships with them, by role, newest first. */
export const doingsAbout = (sql: Sql, ids: readonly string[]) => sql<{ at: Date; verb: string; role: Role | null }[]>`
  select a.at, a.verb, p.role from audit a left join person p on p.id = a.person_id
  where a.about in (
    select 'key-individual/' || id from unnest(${[...ids]}::uuid[]) as id
    union all select 'contact/' || c.id from contact c where ${areWith(sql, ids)}
    union all select 'relationship/' || r.id from relationship r where r.key_individual_id = any(${[...ids]}::uuid[]))
  order by a.at desc, a.id desc limit 5000`
