import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { addDays, dayAt, instantAt } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { meanOf } from '../points.ts'

/** What somebody who came thinks of an engagement; nothing tells who it was. */
export type Feedback = {
  readonly id: string
  readonly plannedEngagementId: string
  readonly teamId: string
  /** 1 to 5: was it worth the time? */
  readonly worthwhile: number
  /** 1 to 5: did they feel listened to? */
  readonly listenedTo: number
  /** What should be done differently; empty where nobody said. */
  readonly words: string
}

/** Days after an engagement on which people may still say what they thought of it. */
export const daysOpen = 14

/** Why nobody can say what they thought of an engagement at this instant, in words; null where they can. */
export function closedBecause(
  { state, heldOn, begins }: Pick<PlannedEngagement, 'state' | 'heldOn' | 'begins'>,
  { now, timeZone, say }: { readonly now: Date; readonly timeZone: string; readonly say: Say },
): string | null {
  if (state === 'cancelled') return say.text`This was cancelled, so there is nothing to say about it.`
  if (now < instantAt(heldOn, begins, timeZone))
    return say.text`You can say what you thought once it has begun: ${say.day(heldOn)}, ${begins}.`
  const last = addDays(heldOn, daysOpen)
  return dayAt(now, timeZone) > last ? say.text`You could say what you thought until ${say.day(last)}.` : null
}

/** How many answered, and the mean of each question to a tenth; null where nobody did. */
export type Answered = {
  readonly answers: number
  readonly worthwhile: number | null
  readonly listenedTo: number | null
}

/** What several answers say together. */
export function answeredBy(feedback: readonly Pick<Feedback, 'worthwhile' | 'listenedTo'>[]): Answered {
  return {
    answers: feedback.length,
    worthwhile: meanOf(feedback.map(({ worthwhile }) => worthwhile)),
    listenedTo: meanOf(feedback.map(({ listenedTo }) => listenedTo)),
  }
}
