import { isDeepStrictEqual } from 'node:util'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, daysBetween, inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Recorder } from '../recorder.ts'
import { keepStrands } from './keep-strands.ts'
import type { Advert, PlannedEngagement } from './planned-engagement.ts'
import { saveAdverts, savePlanned, updatePlanned } from './planned-engagements.sql.ts'

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
  await pagesChanged(sql, first.teamId)
  const detail = { dates: planned.length }
  await audit(sql, { at, personId, verb: 'plan engagement', about: `planned engagement/${first.id}`, detail })
  return true
}

/** One date, or that date and later ones of its series. */
export type Dates = readonly [PlannedEngagement, ...PlannedEngagement[]]

/** A new day, time or place, with the reason where one was given. */
export type Move = Pick<PlannedEngagement, 'heldOn' | 'begins' | 'ends' | 'place' | 'location' | 'reason'>

/**
 * Moves the first date, and the others by as many days, to the same times and place. Throws a Refusal (409) where one of
 * them is no longer planned, or was changed by somebody else meanwhile.
 */
export async function movePlans(sql: Sql, dates: Dates, move: Move, planner: Planner): Promise<void> {
  const [first] = dates
  const days = daysBetween(first.heldOn, move.heldOn)
  const isStale = move.place !== first.place && isDeepStrictEqual(move.location, first.location)
  const location = isStale ? null : move.location
  const moved = dates.map((one) => ({ ...one, ...move, location, heldOn: addDays(one.heldOn, days), moved: true }))
  await change(sql, moved, 'move engagement', planner)
}

/**
 * Cancels dates, with the reason that the public is told; a priority on which no other plan works loses its engagement
 * strand (R14). Throws a Refusal (409) as for a move.
 */
export async function cancelPlans(sql: Sql, dates: Dates, reason: string, recorder: Recorder): Promise<void> {
  const [{ teamId }] = dates
  const cancelled = dates.map((one) => ({ ...one, state: 'cancelled' as const, reason }))
  await change(sql, cancelled, 'cancel engagement', recorder)
  await keepStrands(sql, teamId, recorder)
}

/** What can be changed of a plan besides its time and place. */
export type Description = Pick<
  PlannedEngagement,
  'title' | 'method' | 'accessibility' | 'howToAsk' | 'ledBy' | 'keyEvent' | 'communities'
>

/** Describes dates anew; throws a Refusal (409) as for a move. */
export async function describePlans(sql: Sql, dates: Dates, told: Description, planner: Planner): Promise<void> {
  await change(
    sql,
    dates.map((one) => ({ ...one, ...told })),
    'change planned engagement',
    planner,
  )
}

async function change(
  sql: Sql,
  plans: readonly PlannedEngagement[],
  verb: string,
  { at, personId }: Pick<Planner, 'at' | 'personId'>,
) {
  const changed = plans.map((one) => ({ ...one, sequence: one.sequence + 1, changedAt: at }))
  const [first] = changed
  if (!first || (await updatePlanned(sql, changed)) < changed.length) throw new Refusal(`${changedMeanwhile}.`, 409)
  await pagesChanged(sql, first.teamId)
  const detail = { dates: changed.length }
  await audit(sql, { at, personId, verb, about: `planned engagement/${first.id}`, detail })
}

/** What to do where two people changed one plan. */
export const changedMeanwhile =
  'Somebody changed, cancelled or recorded this meanwhile. What you typed is still here: look at how it stands now, then save once more'

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
