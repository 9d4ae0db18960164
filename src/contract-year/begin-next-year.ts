import type { Contract } from '#contracts/contract.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { beginCourse } from './course.sql.ts'
import { addDraft } from './drafts.sql.ts'
import { nextYear, type OpenRecommendation } from './next-year.ts'
import type { Acting } from './take-contract-step.ts'

/**
 * Begins the draft of the year after a contract's in the caller's transaction, with last year's open recommendations first. Throws a Refusal (409)
 * where the team has a draft or a contract for that year already.
 */
export async function beginNextYear(
  sql: Sql,
  last: Contract,
  recommendations: readonly OpenRecommendation[],
  { person, at, timeZone }: Acting,
): Promise<Contract> {
  const draft = nextYear(last, recommendations)
  const by = person?.id ?? null
  if (!(await addDraft(sql, draft, { follows: last.id, at, by })))
    throw new Refusal(`There is a contract for ${draft.year} already, or a draft of one.`, 409)
  await beginCourse(sql, draft, { takenOn: dayAt(at, timeZone), takenBy: by, at })
  const detail = { follows: last.id, recommendations: recommendations.length }
  await audit(sql, { at, personId: by, verb: 'begin a contract', about: `contract:${draft.id}`, detail })
  return draft
}
