import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Post, PostHeld } from './post.ts'

/** A post with whoever holds it on a day; the name is null where nobody does. */
export type PostNow = Post & {
  readonly organisation: string
  readonly heldId: string | null
  readonly keyIndividualId: string | null
  readonly name: string | null
  readonly party: string | null
  readonly since: string | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The posts of organisations and who holds them on a day, in order of role and ward; a shared post has a row for each. */
export const postsOf = (sql: Sql, organisationIds: readonly string[], today: string) => sql<PostNow[]>`
  select p.id, p.organisation_id as "organisationId", p.role, p.ward, p.subject_id as "subjectId", o.name as organisation,
    h.id as "heldId", k.id as "keyIndividualId", nullif(k.name, '') as name, h.party, h.since
  from post p join organisation o on o.id = p.organisation_id
    left join post_held h on h.post_id = p.id and h.since <= ${today} and (h.until is null or h.until >= ${today})
    left join key_individual k on k.id = h.key_individual_id
  where p.organisation_id = any(${[...organisationIds]}::uuid[]) order by o.name, p.role, p.ward, p.id, h.since, h.id`

/** One post, or null. */
export async function findPost(sql: Sql, id: string): Promise<Post | null> {
  if (!uuid.test(id)) return null
  const [post] = await sql<Post[]>`
    select id, organisation_id as "organisationId", role, ward, subject_id as "subjectId" from post where id = ${id}`
  return post ?? null
}

/** Every post a person holds or held, newest first. */
export const postsHeldBy = (sql: Sql, keyIndividualId: string) => sql<
  (PostHeld & { role: string; ward: string; organisation: string; organisationId: string })[]
>`
  select h.id, h.post_id as "postId", h.key_individual_id as "keyIndividualId", h.party, h.since, h.until, p.role, p.ward,
    o.name as organisation, o.id as "organisationId"
  from post_held h join post p on p.id = h.post_id join organisation o on o.id = p.organisation_id
  where h.key_individual_id = ${keyIndividualId} order by h.since desc, h.id`

/** Keeps a post and answers it; the one of the same organisation, role and ward where it is there already. */
export async function savePost(sql: Sql, post: Post): Promise<Post> {
  const [kept] = await sql<Post[]>`
    insert into post (id, organisation_id, role, ward, subject_id)
    values (${post.id}, ${post.organisationId}, ${post.role}, ${post.ward}, ${post.subjectId})
    on conflict (organisation_id, role, ward) do update set subject_id = coalesce(post.subject_id, excluded.subject_id)
    returning id, organisation_id as "organisationId", role, ward, subject_id as "subjectId"`
  return kept as Post
}

/** Everybody who ever held a post of an organisation, newest first. */
export const holdersOf = (sql: Sql, organisationId: string) => sql<
  (PostHeld & { role: string; ward: string; name: string })[]
>`
  select h.id, h.post_id as "postId", h.key_individual_id as "keyIndividualId", h.party, h.since, h.until, p.role, p.ward, k.name
  from post_held h join post p on p.id = h.post_id join key_individual k on k.id = h.key_individual_id
  where p.organisation_id = ${organisationId} order by h.since desc, p.role, p.ward, h.id limit 200`

/** Ends the holdings of a post that began before a new one does, where they reach into it. */
export const endHoldingsBefore = (sql: Sql, postId: string, since: string) => sql`
  update post_held set until = ${since}::date - 1
  where post_id = ${postId} and since < ${since} and (until is null or until >= ${since})`

/** The day on which the next holding of a post after a day began, or null. */
export async function nextHoldingSince(sql: Sql, postId: string, since: string): Promise<Day | null> {
  const [next] = await sql<{ since: Day | null }[]>`
    select min(since) as since from post_held where post_id = ${postId} and since > ${since}`
  return next?.since ?? null
}

/** Keeps who holds a post; false where it was kept before. */
export async function saveHolding(sql: Sql, held: PostHeld): Promise<boolean> {
  const saved = await sql`
    insert into post_held (id, post_id, key_individual_id, party, since, until)
    values (${held.id}, ${held.postId}, ${held.keyIndividualId}, ${held.party}, ${held.since}, ${held.until})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Notes the last day on which a post was held; false where that is known already, or lies before it began. */
export async function saveEndOfHolding(sql: Sql, id: string, until: string): Promise<boolean> {
  const saved = await sql`
    update post_held set until = ${until} where id = ${id} and until is null and since <= ${until} returning id`
  return saved.length > 0
}
