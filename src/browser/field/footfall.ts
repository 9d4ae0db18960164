/** The tiers of a footfall, each within the one before; null where nobody counted. */
export type Counts = {
  readonly reached: number | null
  readonly spokeWith: number | null
  readonly raisedAConcern: number | null
}
export type Tier = keyof Counts

export const tiers = ['reached', 'spokeWith', 'raisedAConcern'] as const satisfies readonly Tier[]

/**
 * The counts after one of them was set: whoever raised a concern was spoken with, and whoever was spoken with was reached,
 * so more of a tier lifts those before it, and fewer lowers those after it.
 */
export function withCount(counts: Counts, tier: Tier, value: number | null): Counts {
  const at = tiers.indexOf(tier)
  const next = tiers.map((name, n): [Tier, number | null] => {
    const count = counts[name]
    if (n === at) return [name, value]
    if (value === null) return [name, n > at ? null : count]
    if (n < at) return [name, Math.max(count ?? 0, value)]
    return [name, count === null ? null : Math.min(count, value)]
  })
  return { ...counts, ...Object.fromEntries(next) }
}
