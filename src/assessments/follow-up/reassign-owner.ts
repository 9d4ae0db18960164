import { peopleForTeam } from '#people/people.sql.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Answer } from '#assessments/recommendations/answer-recommendation.ts'
import { openToTeam, type TeamMember } from '#assessments/recommendations/open-to-team.ts'
import { insertStep } from '#assessments/recommendations/recommendations.sql.ts'

/**
 * Gives a recommendation another owner with a reason, in the caller's transaction; the one that the panel named stays written
 * down, and sent twice it is given once. Throws a Refusal where the new owner is not of the team, or owns it already (422), or
 * as `openToTeam` does.
 */
export async function reassignOwner(
  sql: Sql,
  given: Answer & { readonly ownerId: string },
  acting: TeamMember,
): Promise<void> {
  const found = await openToTeam(sql, { ...given, step: 'reassigned' }, acting)
  if (found === null) return
  const { at, personId, forceId, teamId, timeZone } = acting
  const people = await peopleForTeam(sql, forceId, teamId)
  if (!people.some(({ id }) => id === given.ownerId)) throw new Refusal('Choose an owner from the team.')
  if (given.ownerId === found.ownerId) throw new Refusal('It is theirs already: choose somebody else.')
  await insertStep(sql, { ...given, step: 'reassigned', takenOn: dayAt(at, timeZone) }, at, personId)
  await pagesChanged(sql, teamId)
  const detail = { from: found.ownerId, to: given.ownerId }
  await audit(sql, { at, personId, verb: 'give another owner', about: `recommendation/${found.id}`, detail })
}
