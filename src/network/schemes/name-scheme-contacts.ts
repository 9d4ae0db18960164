import { append } from '#ledger/append.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Acting, Keeper } from '../keeper.ts'
import { coordinatedOn, schemesAmong, schemeOfPost } from './schemes.sql.ts'

/**
 * Appends in the caller's transaction whether each of these watch schemes has its point of contact (R20): on our side the
 * owner of the relationship, whom the database never lets be missing, and on theirs a coordinator.
 */
export async function nameSchemeContacts(sql: Sql, organisationIds: readonly string[], keeper: Acting): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  const today = dayAt(at, timeZone)
  const schemes = await coordinatedOn(sql, organisationIds, today)
  await append(
    sql,
    { forceId, teamId, timeZone, at, by: personId },
    schemes.map(({ organisationId, subjectId, named }) => ({
      kind: 'point of contact named',
      happenedOn: today,
      subjects: [subjectId],
      facets: { named },
      source: `organisation/${organisationId}`,
    })),
  )
}

/** The same where a post was filled or left vacant; a post that coordinates no scheme says nothing. */
export async function nameContactOfPost(sql: Sql, postId: string, keeper: Keeper): Promise<void> {
  const scheme = await schemeOfPost(sql, postId)
  if (scheme !== null) await nameSchemeContacts(sql, [scheme], keeper)
}

/** The same for the schemes among relationships that got another owner. */
export async function nameContactsOf(sql: Sql, relationshipIds: readonly string[], keeper: Keeper): Promise<void> {
  const schemes = await schemesAmong(sql, relationshipIds)
  await nameSchemeContacts(
    sql,
    schemes.map(({ id }) => id),
    keeper,
  )
}
