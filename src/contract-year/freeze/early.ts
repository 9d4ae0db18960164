import { daysBetween, type Day, type Span } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'

/** How many days of a contract's year come after a day; 0 from its last day on. */
export const daysLeft = ({ to }: Span, today: Day): number => Math.max(0, daysBetween(today, to))

/** Days of the year that nobody judges are given up for a reason, which the public reads. Throws a Refusal (422). */
export function refuseEarlyWithoutReason(left: number, reason: string): void {
  if (left > 0 && reason === '')
    throw new Refusal('Its year is not over: say why it is frozen before its last day.', 422)
}

/** A number of days as it is said. */
export const daysInWords = (days: number): string => `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
