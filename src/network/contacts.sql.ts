import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Contact } from './contact.ts'

/** A contact as a list shows it. */
export type ContactLine = Contact & {
  readonly promiseKeptOn: Day | null
  readonly answeredOn: Day | null
  readonly subjectId: string
  readonly label: string
  readonly loggedBy: string | null
}

const lines = (sql: Sql) => sql`
  select c.id, c.relationship_id as "relationshipId", c.team_id as "teamId", c.made_on as "madeOn", c.how, c.heard, c.voiced,
    c.promised, c.promised_by as "promisedBy", c.promise_kept_on as "promiseKeptOn", c.answered_on as "answeredOn", c.facets,
    r.subject_id as "subjectId", s.label, p.name as "loggedBy"
  from contact c join relationship r on r.id = c.relationship_id join subject s on s.id = r.subject_id
    left join person p on p.id = c.logged_by`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One contact of a team, or null. */
export async function findContact(sql: Sql, teamId: string, id: string): Promise<ContactLine | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<ContactLine[]>`${lines(sql)} where c.id = ${id} and c.team_id = ${teamId}`
  return found ?? null
}

/** The contacts of some relationships, newest first, at most `most`. */
export const contactsOf = (sql: Sql, relationshipIds: readonly string[], most: number) => sql<ContactLine[]>`
  ${lines(sql)} where c.relationship_id = any(${[...relationshipIds]}::uuid[])
  order by c.made_on desc, c.logged_at desc, c.id limit ${most}`

/** Keeps contacts in one statement and answers how many were new; those kept already stay as they are. */
export async function saveContacts(
  sql: Sql,
  contacts: readonly Contact[],
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<number> {
  const saved = await sql`
    insert into contact (id, relationship_id, team_id, made_on, how, heard, voiced, promised, promised_by, facets, logged_at, logged_by)
    select c.id, c."relationshipId", c."teamId", c."madeOn", c.how, c.heard, c.voiced, c.promised, c."promisedBy",
      array(select jsonb_array_elements_text(c.facets)), ${at}, ${by}
    from jsonb_to_recordset(${sql.json(contacts.map((one) => ({ ...one, facets: [...one.facets] })))}) as c (id uuid,
      "relationshipId" uuid, "teamId" text, "madeOn" date, how text, heard text, voiced text, promised text,
      "promisedBy" date, facets jsonb)
    on conflict (id) do nothing returning id`
  return saved.length
}

/** With whom a contact was, by the relationship, and on which day. */
export type Met = { readonly relationshipId: string; readonly on: string }

/**
 * Those contacts of a day that were with somebody who has been erased since: the key individual, or whoever held the post then.
 * The day of an erasure counts, although the post is noted as left the day before.
 */
export const metErased = (sql: Sql, met: readonly Met[]) => sql<Met[]>`
  select distinct m."relationshipId", m."on"::text as "on"
  from jsonb_to_recordset(${sql.json(met.map((one) => ({ ...one })))}) as m ("relationshipId" uuid, "on" date)
    join relationship r on r.id = m."relationshipId"
    join key_individual k on k.erased_at is not null and (k.id = r.key_individual_id
      or k.id in (select h.key_individual_id from post_held h
        where h.post_id = r.post_id and h.since <= m."on" and (h.until is null or m."on" <= h.until + 1)))`

/** Notes the day on which they were told what came of what they raised; false where it was noted before. */
export async function saveAnswer(sql: Sql, id: string, on: string): Promise<boolean> {
  const saved = await sql`
    update contact set answered_on = ${on} where id = ${id} and answered_on is null and heard <> '' returning id`
  return saved.length > 0
}

/** Notes the day on which a promise was kept; false where it was noted before. */
export async function saveKeptPromise(sql: Sql, id: string, on: string): Promise<boolean> {
  const saved = await sql`
    update contact set promise_kept_on = ${on} where id = ${id} and promise_kept_on is null and promised <> '' returning id`
  return saved.length > 0
}

/** Promises made in contacts that are still open and fall due by a day, the oldest first. */
export const promisesDue = (sql: Sql, teamId: string, by: string, most: number) => sql<ContactLine[]>`
  ${lines(sql)} where c.team_id = ${teamId} and c.promised_by <= ${by} and c.promise_kept_on is null
  order by c.promised_by, c.id limit ${most}`
