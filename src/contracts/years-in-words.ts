import type { Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'

/** `2019 to 2020`. */
export function yearsInWords({ from, to }: Span, say: Say): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : say.text`${first} to ${last}`
}
