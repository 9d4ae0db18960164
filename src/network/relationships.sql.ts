import type { Sql } from '#platform/database/database.ts'
import type { Relationship } from './relationship.ts'

const columns = (sql: Sql) => sql`
  r.id, r.team_id as "teamId", r.subject_id as "subjectId", r.organisation_id as "organisationId", r.post_id as "postId",
  r.key_individual_id as "keyIndividualId", r.owner_id as "ownerId", r.every, r.agreed_on as "agreedOn",
  r.agreed_with as "agreedWith", r.last_contact_on as "lastContactOn", r.next_due as "nextDue",
  r.reviewed_on as "reviewedOn", r.began_on as "beganOn", r.ended_on as "endedOn"`

/** A relationship as the desk shows it. */
export type RelationshipLine = Relationship & {
  readonly label: string
  readonly subjectKind: string
  /** The key individual, or whoever holds the post now; null for organisations and posts that nobody holds. */
  readonly name: string | null
  readonly owner: string
  /** Of the key individual, or of the organisation whose post it is. */
  readonly tags: readonly string[]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const lines = (sql: Sql, of = sql`relationship`) => sql`
  select ${columns(sql)}, s.label, s.kind as "subjectKind", nullif(k.name, '') as name, o.name as owner,
    coalesce(i.tags, g.tags, '{}') as tags
  ${joinsOf(sql, of)}`

const joinsOf = (sql: Sql, of = sql`relationship`) => sql`
  from ${of} r join subject s on s.id = r.subject_id join person o on o.id = r.owner_id
    left join key_individual i on i.id = r.key_individual_id
    left join post p on p.id = r.post_id
    left join organisation g on g.id = coalesce(r.organisation_id, p.organisation_id)
    left join lateral (
      select key_individual_id from post_held where post_id = r.post_id and until is null order by since desc, id limit 1
    ) h on true
    left join key_individual k on k.id = coalesce(r.key_individual_id, h.key_individual_id)`

/** One relationship of a team, or null. */
export async function findRelationship(sql: Sql, teamId: string, id: string): Promise<RelationshipLine | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<RelationshipLine[]>`${lines(sql)} where r.id = ${id} and r.team_id = ${teamId}`
  return found ?? null
}

/** The relationship a team has with a subject, or null. */
export async function relationshipWith(sql: Sql, teamId: string, subjectId: string): Promise<RelationshipLine | null> {
  const [found] = await sql<
    RelationshipLine[]
  >`${lines(sql)} where r.team_id = ${teamId} and r.subject_id = ${subjectId}`
  return found ?? null
}

/**
 * A team's relationships that fall due by a day, the longest lapsed first, at most `most` (D3.1). Those are found by the index
 * alone, and only then are their names looked up.
 */
export const relationshipsDue = (sql: Sql, teamId: string, by: string, most: number) => sql<RelationshipLine[]>`
  ${lines(
    sql,
    sql`(
      select * from relationship where team_id = ${teamId} and ended_on is null and next_due <= ${by}
      order by next_due, id limit ${most})`,
  )} order by r.next_due, r.id`

/** Relationships for which nobody agreed a level of contact yet, in order of label, at most `most` (C3.1). */
export const relationshipsNotAgreed = (sql: Sql, teamId: string, most: number) => sql<RelationshipLine[]>`
  ${lines(sql)} where r.team_id = ${teamId} and r.ended_on is null and r.every is null
  order by s.label, r.id limit ${most}`

/** Relationships of which nobody has looked at the impact since a day, the longest first, at most `most` (D3.2). */
export const relationshipsNotReviewed = (sql: Sql, teamId: string, since: string, most: number) => sql<
  RelationshipLine[]
>`
  ${lines(sql)} where r.team_id = ${teamId} and r.ended_on is null and coalesce(r.reviewed_on, r.began_on) < ${since}
  order by coalesce(r.reviewed_on, r.began_on), s.label, r.id limit ${most}`

/** What a list of the network is narrowed to; null is all. */
export type Narrowed = { readonly kind: string | null; readonly tag: string | null }

/** A stretch of all that a team keeps up, in order of kind and label. */
export const relationshipsOf = (
  sql: Sql,
  teamId: string,
  { kind, tag }: Narrowed,
  { from, most }: { readonly from: number; readonly most: number },
) => sql<RelationshipLine[]>`
  ${lines(sql)} where r.team_id = ${teamId} and r.ended_on is null
    and (${kind}::text is null or s.kind = ${kind}) and (${tag}::text is null or ${tag} = any(coalesce(i.tags, g.tags)))
  order by s.kind, s.label, r.id offset ${from} limit ${most}`

/** How many relationships a team keeps up of each kind with a tag, in order of kind. */
export const kindsKeptUp = (sql: Sql, teamId: string, tag: string | null) => sql<{ kind: string; count: number }[]>`
  select s.kind, count(*)::int as count ${joinsOf(sql)}
  where r.team_id = ${teamId} and r.ended_on is null and (${tag}::text is null or ${tag} = any(coalesce(i.tags, g.tags)))
  group by s.kind order by s.kind`

/** The tags of a team’s network, the most used first, at most 30. */
export const tagsOf = (sql: Sql, forceId: string, teamId: string) => sql<{ tag: string }[]>`
  select tag from (
    select unnest(tags) as tag from key_individual where team_id = ${teamId} and merged_into is null and erased_at is null
    union all
    select unnest(tags) from organisation
    where force_id = ${forceId} and (team_id = ${teamId} or team_id is null) and merged_into is null
  ) t group by tag order by count(*) desc, tag limit 30`

/** The relationships a team has with an organisation and its posts, the organisation's own first. */
export const relationshipsWithin = (sql: Sql, teamId: string, organisationId: string) => sql<RelationshipLine[]>`
  ${lines(sql)} where r.team_id = ${teamId} and g.id = ${organisationId} and r.key_individual_id is null
  order by r.organisation_id is null, s.label, r.id`

/** The relationships a team has with a person, and with the posts they hold now; their own first. */
export const relationshipsThrough = (sql: Sql, teamId: string, keyIndividualId: string) => sql<RelationshipLine[]>`
  ${lines(sql)} where r.team_id = ${teamId} and k.id = ${keyIndividualId}
  order by r.key_individual_id is null, s.label, r.id`

/** Keeps relationships that are new; those of a team with a subject that are there already stay as they are. Answers how many were new. */
export async function saveRelationships(sql: Sql, relationships: readonly Relationship[]): Promise<number> {
  const saved = await sql`
    insert into relationship (id, team_id, subject_id, organisation_id, post_id, key_individual_id, owner_id, every,
      agreed_on, agreed_with, last_contact_on, next_due, reviewed_on, began_on, ended_on)
    select r.id, r."teamId", r."subjectId", r."organisationId", r."postId", r."keyIndividualId", r."ownerId", r.every,
      r."agreedOn", r."agreedWith", r."lastContactOn", r."nextDue", r."reviewedOn", r."beganOn", r."endedOn"
    from jsonb_to_recordset(${sql.json(relationships.map((one) => ({ ...one })))}) as r (id uuid, "teamId" text,
      "subjectId" text, "organisationId" uuid, "postId" uuid, "keyIndividualId" uuid, "ownerId" uuid, every text,
      "agreedOn" date, "agreedWith" text, "lastContactOn" date, "nextDue" date, "reviewedOn" date, "beganOn" date, "endedOn" date)
    on conflict (team_id, subject_id) do nothing returning id`
  return saved.length
}

/** Takes over what was agreed, and the due day that follows from it. */
export const saveAgreement = (sql: Sql, r: Relationship, by: string | null) => sql`
  update relationship set every = ${r.every}, agreed_on = ${r.agreedOn}, agreed_with = ${r.agreedWith}, agreed_by = ${by},
    next_due = ${r.nextDue} where id = ${r.id}`

/** Takes over the last contact and the due day that follows from it, unless a later contact was noted meanwhile. */
export const saveLastContact = (sql: Sql, r: Relationship) => sql`
  update relationship set last_contact_on = ${r.lastContactOn}, next_due = ${r.nextDue}
  where id = ${r.id} and (last_contact_on is null or last_contact_on <= ${r.lastContactOn})`

/** Ends relationships with a subject on a day, or takes them up again where that is null. */
export const saveEnding = (sql: Sql, subjectId: string, on: string | null) => sql`
  update relationship set ended_on = case when ${on}::date is not null then greatest(began_on, ${on}::date) end
  where subject_id = ${subjectId}`

/**
 * Holds a relationship while a verb works on it and answers it as it is now, so that two contacts logged at once, or a
 * contact and an agreement, cannot undo each other.
 */
export async function lockRelationship(sql: Sql, id: string): Promise<Relationship> {
  const [held] = await sql<Relationship[]>`select ${columns(sql)} from relationship r where id = ${id} for update`
  return held as Relationship
}
