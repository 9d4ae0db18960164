import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { answered, type Answer } from '#assessments/recommendations/answer-recommendation.ts'
import { openToTeam, type TeamMember } from '#assessments/recommendations/open-to-team.ts'
import { insertStep, type Recommendation } from '#assessments/recommendations/recommendations.sql.ts'
import { entriesNotOffered, offeredFor } from './evidence-offered.ts'

/** What a team says is done, and what shows it. */
export type Closure = Answer & { readonly entries: readonly number[]; readonly promiseRef: string | null }

/**
 * Says in public that a recommendation is done (R49), with the evidence of its standard or the promise that shows it, in the
 * caller's transaction; sent twice it is kept once. Throws a Refusal where nothing shows it or it is no evidence of the standard
 * (422), or as `openToTeam` does.
 */
export async function proposeClosure(
  sql: Sql,
  { entries, promiseRef, ...said }: Closure,
  acting: TeamMember,
): Promise<void> {
  const found = await openToTeam(sql, { ...said, step: 'closure proposed' }, acting)
  if (found === null) return
  if (entries.length === 0 && promiseRef === null) throw new Refusal('Say what shows that it is done.')
  const promise = promiseRef === null ? null : await promiseOffered(sql, found, promiseRef)
  const [wrong] = await entriesNotOffered(sql, found, entries)
  if (wrong !== undefined) throw new Refusal(`Entry ${wrong} is no evidence of this standard that still stands.`)
  const { at, personId, timeZone } = acting
  const takenOn = dayAt(at, timeZone)
  await insertStep(sql, { ...said, step: 'closure proposed', takenOn, entries, promise }, at, personId)
  await answered(sql, found, acting)
  const detail = { entries, promise: promiseRef }
  await audit(sql, { at, personId, verb: 'propose closure', about: `recommendation/${found.id}`, detail })
}

async function promiseOffered(sql: Sql, found: Recommendation, ref: string) {
  const { promises } = await offeredFor(sql, found)
  const chosen = promises.find((each) => each.ref === ref)
  if (chosen === undefined) throw new Refusal('Choose a promise of this standard.')
  return chosen
}
