import type { Force } from '#areas/area.ts'
import { teamAt } from '#areas/team-at.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FormValues } from '#platform/form.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Recorder } from '../recorder.ts'
import type { Dates, Planner } from './plan-engagements.ts'
import type { PlannedEngagement } from './planned-engagement.ts'
import { findPlanned, laterOfSeries } from './planned-engagements.sql.ts'

/** The plan that an address names, with its force and team and who asks; throws a Refusal (404) where there is none. */
export async function planAt(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const planned = await findPlanned(visit.db, team.id, visit.params['id'] ?? '')
  if (!planned) throw new Refusal(`${team.name} has planned no such engagement.`, 404)
  return { force, team, planned, planner: plannerOf(visit, force) }
}

/** As `planAt`; throws a Refusal (409) where it was cancelled or recorded, so that nothing is left to change. */
export async function openPlanAt(visit: Visit) {
  const found = await planAt(visit)
  const { state } = found.planned
  if (state !== 'planned')
    throw new Refusal(
      `This engagement was ${state === 'held' ? 'recorded' : 'cancelled'} already: look at it again.`,
      409,
    )
  return found
}

/** Who plans, when, and which day it is then in the force. */
export const plannerOf = (visit: Visit, { id: forceId, timeZone }: Force): Planner & Recorder => ({
  forceId,
  timeZone,
  personId: visit.person?.id ?? null,
  at: visit.now,
  today: dayAt(visit.now, timeZone),
})

/** Whether a form was opened before somebody else changed the plan; a form that does not say is taken as it is. */
export const isStale = (form: FormValues, { sequence }: PlannedEngagement): boolean =>
  typed(form, 'sequence') !== '' && typed(form, 'sequence') !== String(sequence)

/** One date, or it and all later ones of its series, where a form says so under this name. */
export async function datesMeant(sql: Sql, planned: PlannedEngagement, form: FormValues, name: string): Promise<Dates> {
  const isForLater = planned.seriesId !== null && typed(form, name) === 'later'
  return [planned, ...(isForLater ? await laterOfSeries(sql, planned) : [])]
}
