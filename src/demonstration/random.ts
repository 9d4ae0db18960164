/** Numbers from 0 up to 1 that look like chance and are the same for the same seed on every machine. */
export type Chance = () => number

/** The demonstration must be the same force wherever it is loaded: each part of it draws from a seed of its own. */
export function chanceFrom(seed: string): Chance {
  let state = 2_166_136_261
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `low` to `high`, both included. */
export const between = (low: number, high: number, chance: Chance): number =>
  low + Math.floor(chance() * (high - low + 1))

/** One of several things. Throws a RangeError where there are none. */
export function oneOf<T>(things: readonly T[], chance: Chance): T {
  const taken = things[Math.floor(chance() * things.length)]
  if (taken === undefined) throw new RangeError('there is nothing to choose from')
  return taken
}
