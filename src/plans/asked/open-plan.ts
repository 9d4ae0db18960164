import { takeCourse } from '#contract-year/course.sql.ts'
import type { Acting } from '#contract-year/take-contract-step.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { refuseUntold } from './consultation.ts'

/**
 * The chain first, as all who append take it; then the plan's course, so that it is approved before or after, never meanwhile.
 * Throws a Refusal where there is no such plan (404), or its panel has it (409).
 */
export async function openPlan(sql: Sql, contractId: string, { forceId, teamId }: Acting): Promise<void> {
  await takeChain(sql, forceId, teamId)
  const course = await takeCourse(sql, teamId, contractId)
  if (course === null) throw new Refusal('The team has no contract of this year.', 404)
  refuseUntold(course.state)
}

/** Whose chain the evidence of a plan joins. */
export const recordingOf = ({ forceId, teamId, timeZone, at, person }: Acting) => ({
  forceId,
  teamId,
  timeZone,
  at,
  by: person?.id ?? null,
})

/** Who did what to the plan, about a consultation or a profile. */
export const auditOfPlan = (sql: Sql, verb: string, about: string, contractId: string, { at, person }: Acting) =>
  audit(sql, { at, personId: person?.id ?? null, verb, about, detail: { contractId } })
