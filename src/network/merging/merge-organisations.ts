import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import type { Organisation } from '../organisation.ts'
import { findOrganisation, saveOrganisations, saveSubjectOfOrganisation } from '../organisations.sql.ts'
import { postLabel, type Post } from '../post.ts'
import { postsOf } from '../posts.sql.ts'
import type { Relationship } from '../relationship.ts'
import { joinRelationships } from './join-relationships.ts'
import type { MergeOf } from './merge-key-individuals.ts'
import { mergeRecords, type Renewed } from './merge-records.ts'
import {
  moveHoldingsOfPost,
  movePost,
  moveRegisterNumber,
  relationshipsOfOrganisation,
  relationshipsOfPost,
  saveMergedInto,
  savePostSubject,
} from './merging.sql.ts'

/** What somebody chooses of two records of one organisation. */
// prettier-ignore
export const organisationParts = ['name', 'place', 'postcode', 'location', 'website', 'tags', 'opensOn', 'closesOn',
  'members'] as const satisfies readonly (keyof Organisation)[]
export type OrganisationPart = (typeof organisationParts)[number]

/**
 * Makes one of two records of an organisation, in the caller's transaction: posts with whoever holds them, contacts and reviews
 * go to the kept, and the old id leads to it. Throws a Refusal (409) where one is not there any more, where they are of two kinds
 * or belong to a team and to its force, or where the national register knows them as two schools.
 */
export async function mergeOrganisations(sql: Sql, merging: MergeOf<OrganisationPart>, keeper: Keeper): Promise<void> {
  const kept = await findOrganisation(sql, keeper.teamId, merging.kept)
  const merged = await findOrganisation(sql, keeper.teamId, merging.merged)
  if (kept?.id !== merging.kept || merged?.id !== merging.merged || kept.id === merged.id)
    throw new Refusal('One of the two was merged meanwhile. Look at the list again.', 409)
  refuseUnlike(kept, merged)
  await mergeRecords(
    sql,
    { ...merging, what: 'organisation' },
    () => happen(sql, kept, merged, merging, keeper),
    keeper,
  )
}

function refuseUnlike(kept: Organisation, merged: Organisation): void {
  if (kept.kind !== merged.kind)
    throw new Refusal(
      `One is a ${kept.kind} and the other a ${merged.kind}: promises count them apart, so they stay two.`,
      409,
    )
  if (kept.teamId !== merged.teamId)
    throw new Refusal('One belongs to the whole force and the other to a team, so they stay two.', 409)
  if (kept.urn !== null && merged.urn !== null)
    throw new Refusal('The national register knows them as two schools, so they stay two.', 409)
}

async function happen(
  sql: Sql,
  kept: Organisation,
  merged: Organisation,
  { fromMerged }: MergeOf<OrganisationPart>,
  { at, personId, timeZone }: Keeper,
): Promise<Renewed> {
  const today = dayAt(at, timeZone)
  const one = { ...kept, ...Object.fromEntries([...fromMerged].map((part) => [part, merged[part]])) }
  await saveOrganisations(sql, [one], { at, by: personId })
  await moveRegisterNumber(sql, merged.id, kept.id)
  const ended = await joinAll(
    sql,
    await relationshipsOfOrganisation(sql, kept.id),
    await relationshipsOfOrganisation(sql, merged.id),
    { organisationId: kept.id, postId: null, keyIndividualId: null },
    today,
  )
  const endedWithPosts = await joinPosts(sql, kept.id, merged.id, today)
  const subjectId = kept.subjectId ?? merged.subjectId
  if (kept.subjectId === null && subjectId !== null) await saveSubjectOfOrganisation(sql, kept.id, subjectId)
  await saveMergedInto(sql, 'organisation', merged.id, kept.id)
  const labels = (await postsOf(sql, [kept.id], today)).flatMap((post) =>
    post.subjectId === null ? [] : [{ id: post.subjectId, label: postLabel(post, one.name) }],
  )
  const gone = [...ended, ...endedWithPosts].filter((id) => id !== subjectId)
  return [
    ...(subjectId === null ? [] : [{ id: subjectId, label: one.name }]),
    ...labels,
    ...gone.map((id) => ({ id, ended: true })),
  ]
}

/** A post that both have becomes one; the others go over with all that is theirs. Answers the subjects that end. */
async function joinPosts(sql: Sql, kept: string, merged: string, today: Day): Promise<string[]> {
  const keptPosts = await postsOnce(sql, kept, today)
  const ended: string[] = []
  for (const post of await postsOnce(sql, merged, today)) {
    const twin = keptPosts.find(({ role, ward }) => role === post.role && ward === post.ward)
    if (!twin) {
      await movePost(sql, post.id, kept)
      continue
    }
    await moveHoldingsOfPost(sql, post.id, twin.id)
    const to = { postId: twin.id, organisationId: null, keyIndividualId: null }
    ended.push(
      ...(await joinAll(
        sql,
        await relationshipsOfPost(sql, twin.id),
        await relationshipsOfPost(sql, post.id),
        to,
        today,
      )),
    )
    if (post.subjectId !== null) await savePostSubject(sql, twin.id, post.subjectId)
  }
  return ended
}

/** A shared post has a row for each of its holders. */
async function postsOnce(sql: Sql, organisationId: string, today: Day): Promise<Post[]> {
  const posts = await postsOf(sql, [organisationId], today)
  return [...new Map(posts.map((post) => [post.id, post])).values()]
}

/** An organisation of the force has a relationship with each of its teams. */
async function joinAll(
  sql: Sql,
  kept: readonly Relationship[],
  others: readonly Relationship[],
  to: Parameters<typeof joinRelationships>[3],
  today: Day,
): Promise<string[]> {
  const ended: string[] = []
  for (const other of others) {
    const twin = kept.find(({ teamId }) => teamId === other.teamId) ?? null
    const subject = await joinRelationships(sql, twin, other, to, today)
    if (subject !== null) ended.push(subject)
  }
  return ended
}
