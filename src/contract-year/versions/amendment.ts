import type { Commitment } from '#contracts/commitment.ts'
import type { Context, VersionDocument } from '#contracts/versions/version.ts'
import { inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Course } from '../course.sql.ts'
import { changesBetween, isNothing } from './changes.ts'

/** What somebody changes in a contract that the public reads already; the refs of its promises stay. */
export type Amendment =
  | { readonly is: 'change'; readonly ref: string; readonly to: Pick<Commitment, 'text' | 'who' | 'measures' | 'with'> }
  | { readonly is: 'add'; readonly promise: Commitment }
  | { readonly is: 'withdraw'; readonly ref: string }
  | { readonly is: 'tell'; readonly context: Context }

/**
 * What a contract says once it is amended. Throws a Refusal where it makes no such promise (404), would promise nothing any
 * more (409), or nothing would change (422).
 */
export function amended(document: VersionDocument, amendment: Amendment): VersionDocument {
  const after = carriedOut(document, amendment)
  if (after.commitments.length === 0)
    throw new Refusal('This is the contract’s last promise, and a contract without any promises nothing.', 409)
  if (isNothing(changesBetween(document, after)))
    throw new Refusal('Nothing would change: the contract says that already.', 422)
  return after
}

function carriedOut(document: VersionDocument, amendment: Amendment): VersionDocument {
  const { commitments, contexts } = document
  if (amendment.is === 'tell') return { ...document, contexts: inOrder([...contexts, amendment.context]) }
  if (amendment.is === 'add') return { ...document, commitments: [...commitments, amendment.promise] }
  const { ref } = amendment
  if (!commitments.some((each) => each.ref === ref))
    throw new Refusal(`This contract has no promise “${ref}”, or no longer.`, 404)
  if (amendment.is === 'withdraw') return { ...document, commitments: commitments.filter((each) => each.ref !== ref) }
  const changed = commitments.map((each) => (each.ref === ref ? { ...each, ...amendment.to } : each))
  return { ...document, commitments: changed }
}

/** The same context told twice is told once. */
const inOrder = (contexts: readonly Context[]): Context[] =>
  contexts
    .filter(
      (one, place) =>
        contexts.findIndex(({ from, to, text }) => from === one.from && to === one.to && text === one.text) === place,
    )
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))

/** A ref that no version of the contract and no promise of its framework ever had: evidence and ratings name promises by them. */
export function newRef(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`A${number}`)) return `A${number}`
}

/** A contract that the panel has stays as it was judged. */
export const isAmendable = ({ state }: Pick<Course, 'state'>): boolean =>
  state === 'in force' || state === 'self evaluation drafted'

/**
 * A contract is amended while it is in force: once the panel has it, it stays as it was judged, and once its year is over only
 * what happened may be told. Throws a Refusal (409).
 */
export function refuseClosed(course: Pick<Course, 'state'>, last: Day, today: Day, is: Amendment['is'] | 'republish') {
  if (!isAmendable(course))
    throw new Refusal(`This contract is ${course.state}: only one in force can be amended.`, 409)
  if (today > last && (is === 'change' || is === 'add' || is === 'withdraw'))
    throw new Refusal(
      `The year of this contract ended on ${inWords(last)}: its promises stay as they were made, and you can only tell what happened.`,
      409,
    )
}

/** Thrown where the contract was amended since the form was opened; what was typed is kept. */
export const amendedMeanwhile = (): Refusal =>
  new Refusal(
    'Somebody else amended this contract while you wrote. Compare what it says now with what you wrote, then send it again.',
    409,
  )
