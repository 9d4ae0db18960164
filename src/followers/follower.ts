import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { daysToSayYes } from '#platform/mail/ask-first.ts'

/** What somebody follows: one date, all dates of a series, or whatever a team plans. */
export const follows = ['event', 'series', 'team'] as const
export type Follows = (typeof follows)[number]

/** Somebody's wish to be told when what a team plans is changed. */
export type Following = {
  readonly teamId: string
  readonly follows: Follows
  /** The event or the series; null where all of a team's dates are followed. */
  readonly aboutId: string | null
}

/** What an event or a team offers to be followed, the narrowest first. */
export const offered = (planned: Pick<PlannedEngagement, 'seriesId'> | null): readonly Follows[] =>
  planned === null ? ['team'] : planned.seriesId === null ? ['event', 'team'] : follows

/** The following that was chosen beside an event, or for a team. */
export function followingOf(
  teamId: string,
  chosen: Follows,
  planned: Pick<PlannedEngagement, 'id' | 'seriesId'> | null,
): Following {
  const aboutId = { event: planned?.id ?? null, series: planned?.seriesId ?? null, team: null }[chosen]
  return { teamId, follows: aboutId === null ? 'team' : chosen, aboutId }
}

const day = 24 * 60 * 60_000

/** A link to confirm works while the address waits for its owner’s yes; one to leave outlives any mail that somebody still keeps. */
export const lifetimes = { confirm: daysToSayYes * day, leave: 500 * day } as const

/** Days after which the address goes, once the last date that it follows is over. */
export const daysAfterLast = 30

/** The hour, by the clocks of the force, from which the reminders of the next day's events go out. */
export const reminderFrom = '09:00'
