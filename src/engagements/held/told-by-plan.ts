import type { Sql } from '#platform/database/database.ts'
import type { FormValues } from '#platform/form.ts'
import { knownOfPlan } from '../planned/known-of-plan.ts'
import { daysAdvertised, type PlannedEngagement } from '../planned/planned-engagement.ts'
import { advertsOf } from '../planned/planned-engagements.sql.ts'

/** What is told of a held engagement starts with all that its plan knows; the form takes no more than 400 days of advertising. */
export async function toldByPlan(sql: Sql, planned: PlannedEngagement): Promise<FormValues> {
  const days = daysAdvertised(planned.heldOn, await advertsOf(sql, planned.id))
  return {
    title: planned.title,
    method: planned.method,
    place: planned.place,
    heldOn: planned.heldOn,
    beganAt: planned.begins,
    ledBy: planned.ledBy,
    communities: planned.communities,
    ...(planned.keyEvent ? { keyEvent: 'yes' } : {}),
    ...(days === null ? {} : { daysAdvertised: String(Math.min(days, 400)) }),
    ...(await knownOfPlan(sql, planned)),
  }
}
