import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { addDays, addMonths } from '#platform/day.ts'

/** A recommendation that nobody has closed yet, as the next contract opens with it. */
export type OpenRecommendation = {
  /** The same in every year in which it is open, so that it is carried once. */
  readonly ref: string
  readonly text: string
  readonly standards: readonly string[]
  readonly who: string
}

const recommendedHeading = 'Recommended by the panel'

/**
 * The draft that follows a contract: the year after it, last year's open recommendations first, then last year's promises.
 * A recommendation has no measure yet: until the team gives it one it is openly an assertion.
 */
export function nextYear(last: Contract, recommendations: readonly OpenRecommendation[]): Contract {
  const from = addDays(last.span.to, 1)
  const year = Number(from.slice(0, 4))
  const draft: Contract = {
    ...last,
    id: `${last.teamId}/${year}`,
    year,
    span: { from, to: addDays(addMonths(from, 12), -1) },
    completedOn: null,
    unread: [],
    contexts: [],
    revision: 1,
  }
  return withRecommended(draft, recommendations)
}

/** A draft that opens with these recommendations; one that it promises already is carried once. */
export const withRecommended = (draft: Contract, recommendations: readonly OpenRecommendation[]): Contract => ({
  ...draft,
  commitments: [...notCarried(draft, recommendations).map(asCommitment), ...draft.commitments],
})

/** The recommendations that a draft does not promise. */
export function notCarried(
  { commitments }: Contract,
  recommendations: readonly OpenRecommendation[],
): OpenRecommendation[] {
  const kept = new Set(commitments.map(({ ref }) => ref))
  return recommendations.filter(({ ref }) => !kept.has(ref))
}

const asCommitment = ({ ref, text, standards, who }: OpenRecommendation): Commitment => ({
  ref,
  heading: recommendedHeading,
  text,
  standards: [...standards],
  who,
  with: [],
  measures: [],
})

/** Promises whose measure names a day before the contract begins: they look back to a year that is over. */
export const lookingBack = ({ commitments, span }: Contract): Commitment[] =>
  commitments.filter(({ measures }) =>
    [...JSON.stringify(measures).matchAll(/"(\d{4}-\d\d-\d\d)"/g)].some(([, day = '']) => day < span.from),
  )
