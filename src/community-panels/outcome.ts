import type { Pack } from '#assessments/pack.ts'
import { cannotSay } from './sitting.ts'
import { tallyOf, votesOn, type Counted, type Tally } from './tally.ts'
import { gapOf, keptOf, positionsOf, type Gap, type Kept, type Positions } from './three-way.ts'

/** What the commissioner’s panel gave a standard, with its scale, best first. */
export type Graded = { readonly standardId: string; readonly grade: string; readonly scale: readonly string[] }

/** One standard as evidence, team, commissioner’s panel and community see it. */
export type StandardOutcome = {
  readonly pack: Pack
  readonly kept: Kept
  /** Null before the round of the commissioner’s panel is closed. */
  readonly grade: string | null
  /** Null before the outcome of a sitting is published. */
  readonly tally: Tally | null
  readonly positions: Positions
  readonly gap: Gap
}

type Sides = {
  readonly packs: readonly Pack[]
  readonly graded: readonly Graded[]
  /** What a sitting voted, or null where none has. */
  readonly voted: { readonly choices: readonly string[]; readonly counted: readonly Counted[] } | null
  readonly contractId: string
}

/** Each standard of a contract side by side, in the framework’s order. Pure. */
export const outcomesOf = ({ packs, graded, voted, contractId }: Sides): StandardOutcome[] =>
  packs.map((pack) => {
    const kept = keptOf(pack.promises)
    const grade = graded.find(({ standardId }) => standardId === pack.standardId) ?? null
    const tally = voted && tallyOf(voted.choices, votesOn(voted.counted, contractId, pack.standardId))
    const positions = positionsOf({ kept, grade, tally })
    return { pack, kept, grade: grade?.grade ?? null, tally, positions, gap: gapOf(positions) }
  })

/** What may be chosen of a standard, with that somebody cannot say. */
export const offered = (choices: readonly string[]): string[] => [...choices, cannotSay]
