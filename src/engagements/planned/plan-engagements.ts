import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Advert, PlannedEngagement } from './planned-engagement.ts'
import { saveAdverts, savePlanned, tellOfPlans, updatePlanned } from './planned-engagements.sql.ts'

/** Who plans, when, and which day it is then in the force. */
export type Planner = { readonly personId: string | null; readonly at: Date; readonly today: Day }

/**
 * Keeps a plan, or each date of a series, in the caller's transaction; from that day it is on the web page, which counts
 * as a channel. Answers false where the same form was sent before.
 */
export async function planEngagements(
  sql: Sql,
  planned: readonly [PlannedEngagement, ...PlannedEngagement[]],
  { personId, at, today }: Planner,
): Promise<boolean> {
  const [first, ...others] = planned
  if ((await savePlanned(sql, [first], personId)) === 0) return false
  if (others.length > 0) await savePlanned(sql, others, personId)
  await saveAdverts(
    sql,
    planned.map(({ id }) => id),
    { channel: 'web page', outOn: today },
  )
  await tellOfPlans(sql, first.teamId)
  const detail = { dates: planned.length }
  await audit(sql, { at, personId, verb: 'plan engagement', about: `planned engagement/${first.id}`, detail })
  return true
}

/** A new day, time or place, with the reason where one was given. */
export type Move = Pick<PlannedEngagement, 'heldOn' | 'begins' | 'ends' | 'place' | 'reason'>

/** Moves one date; throws a Refusal (409) where it is no longer planned, or was changed by somebody else meanwhile. */
export async function movePlanned(sql: Sql, planned: PlannedEngagement, move: Move, planner: Planner): Promise<void> {
  await change(sql, { ...planned, ...move, moved: true }, 'move engagement', planner)
}

/** Cancels one date, with the reason that the public is told; throws a Refusal (409) as for a move. */
export async function cancelPlanned(
  sql: Sql,
  planned: PlannedEngagement,
  reason: string,
  planner: Planner,
): Promise<void> {
  await change(sql, { ...planned, state: 'cancelled', reason }, 'cancel engagement', planner)
}

async function change(sql: Sql, planned: PlannedEngagement, verb: string, { at, personId }: Planner): Promise<void> {
  const changed = { ...planned, sequence: planned.sequence + 1, changedAt: at }
  if (!(await updatePlanned(sql, changed)))
    throw new Refusal('This engagement was changed, cancelled or recorded meanwhile. Look at it again.', 409)
  await tellOfPlans(sql, planned.teamId)
  await audit(sql, { at, personId, verb, about: `planned engagement/${planned.id}` })
}

/** Notes that a channel told of an engagement on a day; throws a Refusal (422) where that day has not come. */
export async function noteAdvert(
  sql: Sql,
  planned: PlannedEngagement,
  advert: Advert,
  { at, personId, today }: Planner,
): Promise<void> {
  if (advert.outOn > today) throw new Refusal(`${inWords(advert.outOn)} has not come yet.`, 422)
  await saveAdverts(sql, [planned.id], advert)
  const about = `planned engagement/${planned.id}`
  await audit(sql, { at, personId, verb: 'note advert', about, detail: { channel: advert.channel } })
}
