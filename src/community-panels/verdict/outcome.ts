import type { Pack, PackPromise } from '#assessments/packs/pack.ts'
import { cannotSay } from '../sittings/sitting.ts'
import { tallyOf, votesOn, type Counted, type Tally } from '../votes/tally.ts'
import { gapOf, keptOf, positionsOf, type Gap, type Kept, type Positions } from './three-way.ts'

/** What the commissioner’s panel gave a standard, with its scale, best first. */
export type Graded = { readonly standardId: string; readonly grade: string; readonly scale: readonly string[] }

/** What there must be of a standard to set its sides beside each other. */
export type Stood = Pick<Pack, 'standardId' | 'title'> & {
  readonly promises: readonly Pick<PackPromise, 'standing'>[]
}

/** One standard as evidence, team, commissioner’s panel and community see it. */
export type StandardOutcome<Told extends Stood = Pack> = {
  readonly pack: Told
  readonly kept: Kept
  /** Null before the round of the commissioner’s panel is closed. */
  readonly grade: string | null
  /** Null before the outcome of a sitting is published. */
  readonly tally: Tally | null
  readonly positions: Positions
  readonly gap: Gap
}

type Sides<Told> = {
  readonly packs: readonly Told[]
  readonly graded: readonly Graded[]
  /** What a sitting voted, or null where none has. */
  readonly voted: { readonly choices: readonly string[]; readonly counted: readonly Counted[] } | null
  readonly contractId: string
}

/** Each standard of a contract side by side, in the framework’s order. Pure. */
export const outcomesOf = <Told extends Stood>({
  packs,
  graded,
  voted,
  contractId,
}: Sides<Told>): StandardOutcome<Told>[] =>
  packs.map((pack) => {
    const kept = keptOf(pack.promises)
    const grade = graded.find(({ standardId }) => standardId === pack.standardId) ?? null
    const tally = voted && tallyOf(voted.choices, votesOn(voted.counted, contractId, pack.standardId))
    const positions = positionsOf({ kept, grade, tally })
    return { pack, kept, grade: grade?.grade ?? null, tally, positions, gap: gapOf(positions) }
  })

/** What may be chosen of a standard, with that somebody cannot say. */
export const offered = (choices: readonly string[]): string[] => [...choices, cannotSay]
