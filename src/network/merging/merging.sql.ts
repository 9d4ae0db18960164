import type { Sql } from '#platform/database/database.ts'
import type { Relationship } from '../relationship.ts'

/** The relationships a team has with a record itself, not with its posts; at most one. */
export async function ownRelationship(sql: Sql, teamId: string, recordId: string): Promise<Relationship | null> {
  const [found] = await sql<Relationship[]>`
    ${relationships(sql)} where team_id = ${teamId} and (key_individual_id = ${recordId} or organisation_id = ${recordId})`
  return found ?? null
}

/** The relationships that teams have with a post. */
export const relationshipsOfPost = (sql: Sql, postId: string) => sql<Relationship[]>`
  ${relationships(sql)} where post_id = ${postId} order by id`

/** Teams whose relationships with an organisation are its own: a force's organisation has several. */
export const relationshipsOfOrganisation = (sql: Sql, organisationId: string) => sql<Relationship[]>`
  ${relationships(sql)} where organisation_id = ${organisationId} order by id`

const relationships = (sql: Sql) => sql`
  select id, team_id as "teamId", subject_id as "subjectId", organisation_id as "organisationId", post_id as "postId",
    key_individual_id as "keyIndividualId", owner_id as "ownerId", every, agreed_on as "agreedOn", agreed_with as "agreedWith",
    last_contact_on as "lastContactOn", next_due as "nextDue", reviewed_on as "reviewedOn", began_on as "beganOn",
    ended_on as "endedOn"
  from relationship`

/** Contacts and reviews go to the relationship that is kept. */
export async function moveContacts(sql: Sql, from: string, to: string): Promise<void> {
  await sql`update contact set relationship_id = ${to} where relationship_id = ${from}`
  await sql`update relationship_review set relationship_id = ${to} where relationship_id = ${from}`
}

/** Takes over what follows from contacts, agreements and reviews of two relationships that become one. */
export const saveJoined = (sql: Sql, r: Relationship, agreedFrom: string) => sql`
  update relationship set every = ${r.every}, agreed_on = ${r.agreedOn}, agreed_with = ${r.agreedWith},
    agreed_by = (select agreed_by from relationship where id = ${agreedFrom}), last_contact_on = ${r.lastContactOn},
    next_due = ${r.nextDue}, reviewed_on = ${r.reviewedOn}, began_on = ${r.beganOn}, ended_on = ${r.endedOn}
  where id = ${r.id}`

export const saveEnded = (sql: Sql, id: string, on: string) => sql`
  update relationship set ended_on = greatest(began_on, ${on}::date) where id = ${id} and ended_on is null`

/** Holds two key individuals, so that neither is erased or merged while they become one. */
export const holdIndividuals = (sql: Sql, ids: readonly [string, string]) => sql`
  select id from key_individual where id = any(${[...ids]}::uuid[]) order by id for update`

/** A relationship of a record that is merged becomes one with the record that is kept. */
export const moveRelationship = (
  sql: Sql,
  id: string,
  to: Pick<Relationship, 'organisationId' | 'postId' | 'keyIndividualId'>,
) => sql`
  update relationship set organisation_id = ${to.organisationId}, post_id = ${to.postId}, key_individual_id = ${to.keyIndividualId}
  where id = ${id}`

export const moveHoldings = (sql: Sql, from: string, to: string) => sql`
  update post_held set key_individual_id = ${to} where key_individual_id = ${from}`

export const moveHoldingsOfPost = (sql: Sql, from: string, to: string) => sql`
  update post_held set post_id = ${to} where post_id = ${from}`

export const movePost = (sql: Sql, id: string, organisationId: string) => sql`
  update post set organisation_id = ${organisationId} where id = ${id}`

export const savePostSubject = (sql: Sql, id: string, subjectId: string) => sql`
  update post set subject_id = ${subjectId} where id = ${id} and subject_id is null`

/** Old ids lead on: also those that were merged before into the one that is merged now. */
export async function saveMergedInto(
  sql: Sql,
  what: 'key_individual' | 'organisation',
  merged: string,
  kept: string,
): Promise<void> {
  await sql`update ${sql(what)} set merged_into = ${kept} where id = ${merged} or merged_into = ${merged}`
}

/** The number of a school stays with the record that is kept. */
export async function moveRegisterNumber(sql: Sql, from: string, to: string): Promise<void> {
  const [had] = await sql<{ urn: number }[]>`select urn from organisation where id = ${from} and urn is not null`
  if (!had) return
  await sql`update organisation set urn = null where id = ${from}`
  await sql`update organisation set urn = ${had.urn} where id = ${to}`
}
