import { addDays, daysBetween, inWords, type Day, type Span } from '#platform/day.ts'

/** A half term of a council's schools, its first and last day included. */
export type HalfTerm = Span & { readonly council: string; readonly name: string }

/** The longest a half term may be, in days: a longer one is two written as one, or a slip of the keyboard. */
export const longest = 100

/** What is wrong with one half term by itself, or null. */
export function spanFault({ from, to }: Span): string | null {
  if (to < from) return `it ends on ${inWords(to)}, before it begins`
  const days = daysBetween(from, to) + 1
  return days > longest ? `it is ${days} days long: enter each half of a term for itself` : null
}

/** The first two half terms of one council that share a day, in words that say where; or null. */
export function overlapFault(terms: readonly HalfTerm[]): string | null {
  for (const [, own] of Map.groupBy(terms, ({ council }) => council)) {
    const inOrder = own.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
    for (const [n, term] of inOrder.entries()) {
      const before = inOrder[n - 1]
      if (before && before.to >= term.from) return sharedInWords(before, term)
    }
  }
  return null
}

const sharedInWords = (before: HalfTerm, term: HalfTerm): string =>
  `${term.council}: ${term.name} begins on ${inWords(term.from)}, and ${before.name} lasts until ${inWords(before.to)}`

/** From how far back to how far on the page of terms looks, about a school year each way. */
export const termsAround = (today: Day): Span => ({ from: addDays(today, -400), to: addDays(today, 800) })
