import type { StandingWord } from '#standings/standing.ts'
import { positionOf, type Tally } from '../votes/tally.ts'

/** Whose word stands beside whose. */
export type Side = 'evidence' | 'team' | 'OPCC panel' | 'community'

/** Each side’s position on a standard, from 0 (worst) to 1 (best); null where that side has not judged it. */
export type Positions = Readonly<Record<Side, number | null>>

/** How far the sides are apart on a standard, and which two; null where fewer than two have judged it. */
export type Gap = { readonly size: number; readonly best: Side; readonly worst: Side } | null

const sides: readonly Side[] = ['evidence', 'team', 'OPCC panel', 'community']

/** How far apart the furthest two sides are. A side that has not judged is left out: it is unknown, not zero. */
export function gapOf(positions: Positions): Gap {
  const judged = sides.flatMap((side) => {
    const at = positions[side]
    return at === null ? [] : [{ side, at }]
  })
  const [first, ...rest] = judged.toSorted((a, b) => b.at - a.at)
  const last = rest.at(-1)
  return first === undefined || last === undefined
    ? null
    : { size: first.at - last.at, best: first.side, worst: last.side }
}

/** The largest gap first; what cannot be compared comes last, and equals stay in order. */
export const byGap = <Judged extends { readonly gap: Gap }>(judged: readonly Judged[]): Judged[] =>
  judged.toSorted((a, b) => (b.gap?.size ?? -1) - (a.gap?.size ?? -1))

/** How many promises are kept, of those whose day has come or that are well on their way. */
export type Kept = { readonly kept: number; readonly of: number }

const counted: readonly StandingWord[] = ['kept', 'on course', 'late', 'missed']

/** What the evidence says of a standard; what is due, unknown or unmeasurable speaks neither for nor against. */
export function keptOf(promises: readonly { readonly standing: StandingWord }[]): Kept {
  const told = promises.filter(({ standing }) => counted.includes(standing))
  return {
    kept: told.filter(({ standing }) => standing === 'kept' || standing === 'on course').length,
    of: told.length,
  }
}

type Judgements = {
  readonly kept: Kept
  /** The panel’s grade with its scale, best first; null before its round is closed. */
  readonly grade: { readonly grade: string; readonly scale: readonly string[] } | null
  readonly tally: Tally | null
}

/** All sides on one line from 0 to 1. A team tells its year in words and gives itself no grade, so it has no position. */
export const positionsOf = ({ kept, grade, tally }: Judgements): Positions => ({
  evidence: kept.of === 0 ? null : kept.kept / kept.of,
  team: null,
  'OPCC panel': grade === null ? null : placeOf(grade),
  community: tally === null ? null : positionOf(tally),
})

function placeOf({ grade, scale }: { readonly grade: string; readonly scale: readonly string[] }): number | null {
  const place = scale.indexOf(grade)
  return place === -1 || scale.length < 2 ? null : 1 - place / (scale.length - 1)
}
