import { randomUUID } from 'node:crypto'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { beginRelationship } from './begin-relationship.ts'
import type { Keeper } from './keeper.ts'
import type { Organisation } from './organisation.ts'
import { postLabel, sharedRoles, subjectKindOfPost, type Post, type PostRole } from './post.ts'
import { endHoldingsBefore, nextHoldingSince, saveEndOfHolding, saveHolding, savePost } from './posts.sql.ts'
import { nameContactOfPost } from './schemes/name-scheme-contacts.ts'
import { subjectOf } from './subject-of.ts'

/** Who takes which post of an organisation, and since when; the id is the form's, so that sent twice it is kept once. */
export type Appointment = {
  readonly id: string
  readonly organisation: Organisation
  readonly role: PostRole
  readonly ward: string
  readonly keyIndividualId: string
  readonly party: string | null
  readonly since: Day
}

/**
 * Notes in the caller's transaction who holds a post; whoever held it before leaves it the day before, unless it is shared,
 * and one who came later stays. A post that promises
 * name (R35, C8) has a subject and a relationship of its own, which outlive its holders.
 */
export async function appointToPost(sql: Sql, appointment: Appointment, keeper: Keeper): Promise<Post> {
  const { id, organisation, role, keyIndividualId, party, since } = appointment
  const post = await keepPost(sql, appointment, keeper)
  const next = sharedRoles.has(role) ? null : await nextHoldingSince(sql, post.id, since)
  const until = next && addDays(next, -1)
  if (!(await saveHolding(sql, { id, postId: post.id, keyIndividualId, party, since, until }))) return post
  if (!sharedRoles.has(role)) await endHoldingsBefore(sql, post.id, since)
  const about = `post/${post.id}`
  await audit(sql, {
    at: keeper.at,
    personId: keeper.personId,
    verb: 'appoint to post',
    about,
    detail: { organisation: organisation.id },
  })
  await nameContactOfPost(sql, post.id, keeper)
  return post
}

/** Notes the last day of somebody in a post; the post and its relationship stay. Throws a Refusal (409) where that is known already, or lies before they began. */
export async function endPost(
  sql: Sql,
  held: { readonly id: string; readonly postId: string; readonly until: Day },
  keeper: Keeper,
): Promise<void> {
  const { at, personId } = keeper
  if (!(await saveEndOfHolding(sql, held.id, held.until)))
    throw new Refusal('They left that post before, or took it after that day.', 409)
  await audit(sql, { at, personId, verb: 'end post', about: `post/${held.postId}` })
  await nameContactOfPost(sql, held.postId, keeper)
}

async function keepPost(sql: Sql, { organisation, role, ward }: Appointment, keeper: Keeper): Promise<Post> {
  const id = randomUUID()
  const post = await savePost(sql, { id, organisationId: organisation.id, role, ward, subjectId: null })
  const kind = subjectKindOfPost[role]
  if (kind === undefined || post.subjectId !== null) return post
  const { forceId, teamId } = organisation
  const from = dayAt(keeper.at, keeper.timeZone)
  const subjectId = await subjectOf(
    sql,
    { forceId, teamId, kind, label: postLabel(post, organisation.name), from },
    post.id,
  )
  await beginRelationship(sql, { subjectId, postId: post.id }, keeper)
  return savePost(sql, { ...post, subjectId })
}
