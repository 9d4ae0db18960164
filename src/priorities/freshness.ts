import { addDays, addMonths, type Day } from '#platform/day.ts'

/** How fresh what the public reads of a team's priorities is: R25 asks for it to be brought up to date each quarter. */
export type Freshness = {
  /** Null where the public was never told of anything. */
  readonly lastOn: Day | null
  /** The last day on which it is still fresh; null where nothing was told. */
  readonly dueOn: Day | null
  readonly standing: 'fresh' | 'soon stale' | 'stale'
}

/** Days before it grows stale on which its team is asked to see to it. */
export const daysAhead = 14

/** R25: three months after the last time it is stale, and two weeks before that it is flagged. */
export function freshnessOf(lastOn: Day | null, today: Day): Freshness {
  if (lastOn === null) return { lastOn, dueOn: null, standing: 'stale' }
  const dueOn = addMonths(lastOn, 3)
  const standing = today > dueOn ? 'stale' : today >= addDays(dueOn, -daysAhead) ? 'soon stale' : 'fresh'
  return { lastOn, dueOn, standing }
}
