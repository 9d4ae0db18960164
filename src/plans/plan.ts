import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { questionsOf } from '#contracts/plan-parts.ts'
import type { AskedForm } from '#frameworks/plan-form.ts'
import { Refusal } from '#platform/refusal.ts'

/** A plan with another answer to a question of part 1; what it tells beyond its form goes where nothing is left of it. */
export function withAnswer(draft: Contract, form: AskedForm, heading: string, text: string): Contract {
  const part1 = questionsOf(draft, form)
    .map((each) => (each.heading === heading ? { ...each, text } : each))
    .filter((each) => each.asks !== null || each.text !== '')
    .map((each) => ({ heading: each.heading, text: each.text }))
  return { ...draft, part1 }
}

/** A heading in an address. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The two lists of part 3. */
export type Aside = 'goodPractice' | 'toolRequests'

/** A plan with another list in part 3, a line for each. */
export const withAside = (draft: Contract, aside: Aside, lines: readonly string[]): Contract => ({
  ...draft,
  [aside]: [...lines],
})

/** A plan with one more promise, after those of its heading. Throws a Refusal (409) where its ref is another's. */
export function withNewPromise(draft: Contract, promise: Commitment): Contract {
  const { commitments } = draft
  if (commitments.some(({ ref }) => ref === promise.ref))
    throw new Refusal(`${promise.ref} is in the plan already.`, 409)
  const last = commitments.findLastIndex(({ heading }) => heading === promise.heading)
  return { ...draft, commitments: commitments.toSpliced(last === -1 ? commitments.length : last + 1, 0, promise) }
}

/** A plan in which a promise says something else. Throws a Refusal (409) where it was taken out. */
export function withPromise(draft: Contract, promise: Commitment): Contract {
  promiseOf(draft, promise.ref)
  return { ...draft, commitments: draft.commitments.map((each) => (each.ref === promise.ref ? promise : each)) }
}

/** A plan without a promise. Throws as `withPromise` does. */
export function withoutPromise(draft: Contract, ref: string): Contract {
  promiseOf(draft, ref)
  return { ...draft, commitments: draft.commitments.filter((each) => each.ref !== ref) }
}

/** Beside which promise of the same heading one is to stand. */
export type Beside = { readonly ref: string; readonly is: 'before' | 'after' }

/**
 * A plan in which a promise stands beside another of its heading, so that what was recommended stays first. Throws a
 * Refusal (409) where either is gone, or stands under another heading.
 */
export function movedPromise(draft: Contract, ref: string, beside: Beside): Contract {
  const [moved, other] = [promiseOf(draft, ref), promiseOf(draft, beside.ref)]
  if (moved.heading !== other.heading) throw new Refusal('A promise moves within its heading alone.', 409)
  if (moved === other) return draft
  const rest = draft.commitments.filter((each) => each !== moved)
  const place = rest.indexOf(other) + (beside.is === 'after' ? 1 : 0)
  return { ...draft, commitments: rest.toSpliced(place, 0, moved) }
}

/** A promise of a plan. Throws a Refusal (409) where it is not there, or no longer. */
export function promiseOf({ commitments }: Contract, ref: string): Commitment {
  const found = commitments.find((each) => each.ref === ref)
  if (found) return found
  throw new Refusal(`${ref} is not in the plan: somebody took it out meanwhile, or it never was.`, 409)
}

/** P1, P2 …: the first that no promise of this plan, of last year's, or of those taken out has had. */
export function freeRef(draft: Contract, last: Contract | null, pieces: Iterable<string>): string {
  const refs = [...draft.commitments, ...(last?.commitments ?? [])].map(({ ref }) => ref)
  const taken = new Set([...refs, ...[...pieces].map((piece) => piece.replace('promise ', ''))])
  for (let n = 1; ; n++) if (!taken.has(`P${n}`)) return `P${n}`
}

/** Promises under their headings: first what was recommended, then the form's headings in order, then all others. */
export function byHeading({ commitments }: Contract, form: AskedForm) {
  const groups = Map.groupBy(commitments, ({ heading }) => heading)
  const asked = form.part2.map(({ heading }) => heading)
  const others = [...groups.keys()].filter((heading) => !asked.includes(heading))
  const recommended = others.filter((heading) => heading === commitments[0]?.heading && isCarried(commitments[0].ref))
  const rest = others.filter((heading) => !recommended.includes(heading))
  return [...recommended, ...asked, ...rest].map((heading) => ({ heading, promises: groups.get(heading) ?? [] }))
}

/** A recommendation that was carried over has a ref of its own kind. */
const isCarried = (ref: string): boolean => /^V[0-9a-f]{6}$/.test(ref)
