import { daysBetween, type Day } from '#platform/day.ts'

/** A month of crime is published some two months after it; four months from its first day, a newer one should be here. */
const mostDays = 120

/** The newest month whose crime the public is told, where it has grown old; null where it has not, or none was ever loaded. */
export function oldCrime(months: readonly { readonly month: Day }[], today: Day): Day | null {
  const newest = months
    .map(({ month }) => month)
    .toSorted()
    .at(-1)
  return newest !== undefined && daysBetween(newest, today) > mostDays ? newest : null
}
