import { after, durationInWords, durationPattern } from '#measures/recurrence.ts'
import { addDays, daysBetween, weekdayOf, type Day } from '#platform/day.ts'

/** What a team keeps up with one subject of its network; it always has an owner. */
export type Relationship = {
  readonly id: string
  readonly teamId: string
  readonly subjectId: string
  readonly organisationId: string | null
  readonly postId: string | null
  readonly keyIndividualId: string | null
  readonly ownerId: string
  /** The longest they may go without hearing from us, as an ISO 8601 duration (`P1M`); null where nobody agreed it. */
  readonly every: string | null
  readonly agreedOn: Day | null
  readonly agreedWith: 'both' | 'us alone' | null
  readonly lastContactOn: Day | null
  readonly nextDue: Day | null
  readonly reviewedOn: Day | null
  readonly beganOn: Day
  readonly endedOn: Day | null
}

/** The levels of contact offered when one is agreed; any other length may be typed. */
export const levels = ['P1W', 'P2W', 'P1M', 'P6W', 'P3M', 'P6M', 'P1Y'] as const

/** "every 6 weeks" */
export const levelInWords = (every: string): string => `every ${durationInWords(every).replace(/^1 /, '')}`

/** Whether a text is a length of whole days, weeks, months or years. */
export const isLevel = (text: string): boolean =>
  durationPattern.test(text) && !text.includes('T') && /[1-9]/.test(text)

/**
 * The day by which the next contact is due (D3.1): one agreed length after the last, or after it was agreed where there was
 * none; null where nothing is agreed.
 */
export function nextDueOf(of: Pick<Relationship, 'every' | 'lastContactOn' | 'agreedOn' | 'beganOn'>): Day | null {
  if (of.every === null) return null
  return after(of.lastContactOn ?? of.agreedOn ?? of.beganOn, of.every)
}

/** How it stands with a relationship on a day, in one word. */
export function dueWord({ nextDue, every }: Pick<Relationship, 'nextDue' | 'every'>, today: Day): DueWord {
  if (every === null || nextDue === null) return 'not agreed'
  if (nextDue < today) return 'lapsed'
  return nextDue <= sundayOf(today) ? 'due this week' : 'in touch'
}

/** Whether a year has gone by without anybody looking at what came of a relationship (D3.2). */
export const reviewIsDue = (
  { reviewedOn, beganOn }: Pick<Relationship, 'reviewedOn' | 'beganOn'>,
  today: Day,
): boolean => daysBetween(reviewedOn ?? beganOn, today) > reviewedWithin

/** Days within which each relationship is looked at (D3.2). */
export const reviewedWithin = 365

export type DueWord = 'not agreed' | 'lapsed' | 'due this week' | 'in touch'

export const sundayOf = (today: Day): Day => addDays(today, 7 - weekdayOf(today))
