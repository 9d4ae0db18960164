import type { Sql } from '#platform/database/database.ts'
import type { Contact } from './contact.ts'

/** What a force says of itself; empty texts where it said nothing. */
export type ForceFacts = { readonly description: string; readonly website: string; readonly telephone: string }

/** A way to engage with a whole force: a newsletter, a page elsewhere. */
export type EngagementMethod = {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly description: string
  readonly url: string
  readonly place: number
}

/** A chief officer of a force. */
export type SeniorOfficer = {
  readonly id: string
  readonly name: string
  readonly rank: string
  readonly bio: string
  readonly contact: Contact
  readonly place: number
}

/** What a force says of itself, or null where nobody has said anything. */
export async function findForceFacts(sql: Sql, forceId: string): Promise<ForceFacts | null> {
  const [facts] = await sql<ForceFacts[]>`
    select description, website, telephone from force_facts where force_id = ${forceId}`
  return facts ?? null
}

/** Ways to engage with a force, in its own order. */
export const engagementMethodsOf = (sql: Sql, forceId: string) => sql<EngagementMethod[]>`
  select id, type, title, description, url, place from engagement_method
  where force_id = ${forceId} order by place, title, id`

/** The senior officers of a force, in its own order. */
export const seniorOfficersOf = (sql: Sql, forceId: string) => sql<SeniorOfficer[]>`
  select id, name, rank, bio, contact, place from senior_officer where force_id = ${forceId} order by place, name, id`

/** Keeps what a force says of itself. */
export const saveForceFacts = (sql: Sql, forceId: string, { description, website, telephone }: ForceFacts) => sql`
  insert into force_facts (force_id, description, website, telephone)
  values (${forceId}, ${description}, ${website}, ${telephone})
  on conflict (force_id) do update set description = excluded.description, website = excluded.website,
    telephone = excluded.telephone`

/** Keeps a way to engage with a force; one of another force is left alone. */
export const saveEngagementMethod = (sql: Sql, forceId: string, method: EngagementMethod) => sql`
  insert into engagement_method (id, force_id, type, title, description, url, place)
  values (${method.id}, ${forceId}, ${method.type}, ${method.title}, ${method.description}, ${method.url}, ${method.place})
  on conflict (id) do update set type = excluded.type, title = excluded.title, description = excluded.description,
    url = excluded.url, place = excluded.place where engagement_method.force_id = excluded.force_id
  returning id`

/** Keeps a senior officer; one of another force is left alone. */
export const saveSeniorOfficer = (sql: Sql, forceId: string, officer: SeniorOfficer) => sql`
  insert into senior_officer (id, force_id, name, rank, bio, contact, place)
  values (${officer.id}, ${forceId}, ${officer.name}, ${officer.rank}, ${officer.bio}, ${sql.json(officer.contact)}, ${officer.place})
  on conflict (id) do update set name = excluded.name, rank = excluded.rank, bio = excluded.bio,
    contact = excluded.contact, place = excluded.place where senior_officer.force_id = excluded.force_id
  returning id`

export const deleteEngagementMethod = (sql: Sql, forceId: string, id: string) => sql`
  delete from engagement_method where force_id = ${forceId} and id = ${id} returning id`

export const deleteSeniorOfficer = (sql: Sql, forceId: string, id: string) => sql`
  delete from senior_officer where force_id = ${forceId} and id = ${id} returning id`
