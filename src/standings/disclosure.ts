import type { kinds } from '#measures/kinds.ts'
import type { Measure } from '#measures/measure.ts'

/** Fewer than this are not counted in public where a number could point at somebody. */
export const fewestDisclosed = 5

/** Counts that together make a total; null is withheld. */
export type Disclosed = { readonly parts: readonly (number | null)[]; readonly total: number | null }

/**
 * Counts of people with a protected characteristic as they may be published beside their total: those from 1 to 4 are withheld,
 * and with them as many of the smallest others as it takes that nobody works them out from the total. Where no other is left,
 * the total itself is withheld. Nought is published: it points at nobody.
 */
export function disclosed(parts: readonly number[]): Disclosed {
  const total = parts.reduce((sum, n) => sum + n, 0)
  const withheld = new Set(parts.keys().filter((index) => isSmall(parts[index] ?? 0)))
  const others = [...parts.keys()].filter((index) => (parts[index] ?? 0) >= fewestDisclosed)
  const bySize = others.toSorted((one, other) => (parts[one] ?? 0) - (parts[other] ?? 0))
  while (withheld.size > 0 && !isHidden(parts, withheld)) {
    const next = bySize.shift()
    if (next === undefined) break
    withheld.add(next)
  }
  const shown = parts.map((n, index) => (withheld.has(index) ? null : n))
  const tellsAll = withheld.size > 0 && !isHidden(parts, withheld)
  return { parts: shown, total: tellsAll || isSmall(total) ? null : total }
}

/** One count that stands alone, or null where it is withheld. */
export const disclosedAlone = (n: number | null): number | null => (n !== null && isSmall(n) ? null : n)

/** Whether a count could point at somebody. */
export const isSmall = (n: number): boolean => n > 0 && n < fewestDisclosed

/** Two or more counts that add up to more than one each could be these or others. */
function isHidden(parts: readonly number[], withheld: ReadonlySet<number>): boolean {
  const sum = [...withheld].reduce((hidden, index) => hidden + (parts[index] ?? 0), 0)
  return withheld.size >= 2 && sum > withheld.size
}

/** The communities of the data dictionary that share a characteristic protected by the Equality Act 2010. */
export const protectedCommunities: readonly string[] = [
  'disability',
  'Roma Gypsy Traveller',
  'elderly',
  'Muslim',
  'LGBT',
  'young people',
] satisfies readonly (typeof kinds)['engagement held']['facets']['communities'][number][]

/** Whether a list of communities names one of those. */
export const namesProtected = (communities: unknown): boolean =>
  [communities].flat().some((value) => protectedCommunities.includes(String(value)))

/** Whether a measure counts by a protected characteristic, so that its figures are under disclosure control. */
export const countsProtected = (measure: Measure): boolean => valuesAsked(measure).some(namesProtected)

/** What a measure asks of the facet `communities`, wherever in it that stands. */
function valuesAsked(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'communities' ? [value].flat().map(String) : valuesAsked(value),
  )
}

/**
 * Whether counts that are only told to be below or from 5 on can be worked out from their sum: a lone small one can, and so
 * can small ones whose sum is the least or the most that it could be.
 */
export function tellsSmall(counts: readonly number[]): boolean {
  const small = counts.filter(isSmall)
  const large = counts.filter((n) => n >= fewestDisclosed)
  const sum = [...small, ...large].reduce((all, n) => all + n, 0)
  const least = small.length + large.length * fewestDisclosed
  const most = small.length * (fewestDisclosed - 1)
  if (small.length === 0) return false
  return sum === least || (large.length === 0 && (small.length === 1 || sum === most))
}
