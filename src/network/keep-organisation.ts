import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { beginRelationship } from './begin-relationship.ts'
import type { Keeper } from './keeper.ts'
import { subjectKindOf, type Organisation } from './organisation.ts'
import { saveOrganisations, saveSubjectOfOrganisation } from './organisations.sql.ts'
import { postLabel } from './post.ts'
import { postsOf } from './posts.sql.ts'
import { saveEnding } from './relationships.sql.ts'
import { renewSubjects, subjectOf } from './subject-of.ts'

/**
 * Keeps an organisation of the network in the caller's transaction, gives it a subject that promises can name, and begins
 * a relationship with it, owned by whoever keeps it. Kept again, it takes over what changed; closed, nothing more is due with it.
 * Throws a Refusal (409) where it is another team's.
 */
export async function keepOrganisation(sql: Sql, organisation: Organisation, keeper: Keeper): Promise<Organisation> {
  const { id, closesOn } = organisation
  const { at, personId } = keeper
  const today = dayAt(at, keeper.timeZone)
  const [saved] = await saveOrganisations(sql, [organisation], { at, by: personId })
  if (!saved) throw new Refusal('This organisation is held by another team.', 409)
  await audit(sql, { at, personId, verb: 'keep organisation', about: `organisation/${id}` })
  const subjectId = await subjectFor({ ...organisation, ...saved }, sql, today)
  await beginRelationship(sql, { subjectId, organisationId: id }, keeper)
  await saveEnding(sql, subjectId, closesOn !== null && closesOn <= today ? closesOn : null)
  return { ...organisation, subjectId }
}

async function subjectFor(organisation: Organisation, sql: Sql, today: Day): Promise<string> {
  const { id, forceId, teamId, name, kind, subjectId, opensOn, closesOn } = organisation
  if (subjectId !== null) {
    await renewSubjects(sql, await renewedBy(sql, organisation, today))
    return subjectId
  }
  const subject = { forceId, teamId, kind: subjectKindOf[kind], label: name, from: opensOn ?? today, to: closesOn }
  const begun = await subjectOf(sql, subject, id)
  await saveSubjectOfOrganisation(sql, id, begun)
  return begun
}

/** A council under a new name, or a school that closes: its own subject, and those of its posts. */
async function renewedBy(sql: Sql, { id, name, subjectId, closesOn }: Organisation, today: Day) {
  const posts = await postsOf(sql, [id], today)
  const ofPosts = posts.flatMap((post) =>
    post.subjectId === null ? [] : [{ id: post.subjectId, label: postLabel(post, name), to: closesOn }],
  )
  return [{ id: subjectId ?? '', label: name, to: closesOn }, ...ofPosts]
}
