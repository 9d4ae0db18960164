import { isDeepStrictEqual } from 'node:util'
import type { Commitment } from '#contracts/commitment.ts'
import type { Context, Named, VersionDocument } from '#contracts/versions/version.ts'

/** A promise that both versions make, in other words, by somebody else or measured otherwise. */
export type ChangedPromise = { readonly from: Commitment; readonly to: Commitment }

/** All that tells a version of a contract from the one before. */
export type Changes = {
  readonly added: readonly Commitment[]
  readonly withdrawn: readonly Commitment[]
  readonly changed: readonly ChangedPromise[]
  /** The refs of the later version in its order; empty where it is the order of those that stayed, then of those added. */
  readonly order: readonly string[]
  readonly contextsAdded: readonly Context[]
  readonly contextsTakenOut: readonly Context[]
  /** Every context of the later version in its order; null where none was added or taken out. */
  readonly contexts: readonly Context[] | null
  /** Everything else of the later version, where any of it differs. */
  readonly rest: Rest | null
}

type Rest = Omit<VersionDocument, 'commitments' | 'contexts'>

/** What differs between two versions of one contract: nothing of it is left out. */
export function changesBetween(older: VersionDocument, newer: VersionDocument): Changes {
  const [was, is] = [byRef(older), byRef(newer)]
  const added = newer.commitments.filter(({ ref }) => !was.has(ref))
  const stayed = older.commitments.filter(({ ref }) => is.has(ref))
  const order = newer.commitments.map(({ ref }) => ref)
  const plain = [...stayed, ...added].map(({ ref }) => ref)
  const areSame = isDeepStrictEqual(older.contexts, newer.contexts)
  return {
    added,
    withdrawn: older.commitments.filter(({ ref }) => !is.has(ref)),
    changed: stayed.flatMap((from) => {
      const to = is.get(from.ref)
      return to === undefined || isDeepStrictEqual(from, to) ? [] : [{ from, to }]
    }),
    order: isDeepStrictEqual(order, plain) ? [] : order,
    contextsAdded: without(newer.contexts, older.contexts),
    contextsTakenOut: without(older.contexts, newer.contexts),
    contexts: areSame ? null : newer.contexts,
    rest: isDeepStrictEqual(restOf(older), restOf(newer)) ? null : restOf(newer),
  }
}

/** The later version, from the one before and what changed: so changes told are changes proved. */
export function applied(older: VersionDocument, changes: Changes): VersionDocument {
  const gone = new Set(changes.withdrawn.map(({ ref }) => ref))
  const to = new Map(changes.changed.map((each) => [each.to.ref, each.to]))
  const stayed = older.commitments.filter(({ ref }) => !gone.has(ref)).map((each) => to.get(each.ref) ?? each)
  const plain = [...stayed, ...changes.added]
  const places = new Map(changes.order.map((ref, place) => [ref, place]))
  const commitments =
    changes.order.length === 0
      ? plain
      : plain.toSorted((one, other) => (places.get(one.ref) ?? 0) - (places.get(other.ref) ?? 0))
  return { ...(changes.rest ?? restOf(older)), contexts: changes.contexts ?? older.contexts, commitments }
}

/** What a version names of them for good. */
export const named = ({ added, withdrawn, changed, contextsAdded }: Changes): Named => ({
  added: refsOf(added),
  withdrawn: refsOf(withdrawn),
  reworded: refsOf(changed.filter(isReworded).map(({ to }) => to)),
  remeasured: refsOf(changed.filter(isRemeasured).map(({ to }) => to)),
  contexts: contextsAdded.length,
})

/** Whether anything but how it is measured differs. */
export const isReworded = ({ from, to }: ChangedPromise): boolean =>
  !isDeepStrictEqual({ ...from, measures: [] }, { ...to, measures: [] })

export const isRemeasured = ({ from, to }: ChangedPromise): boolean => !isDeepStrictEqual(from.measures, to.measures)

/** Whether a version says anything that the one before did not. */
export const isNothing = ({ added, withdrawn, changed, order, contexts, rest }: Changes): boolean =>
  added.length + withdrawn.length + changed.length + order.length === 0 && contexts === null && rest === null

const refsOf = (promises: readonly Commitment[]): string[] => promises.map(({ ref }) => ref)

const byRef = ({ commitments }: VersionDocument): Map<string, Commitment> =>
  new Map(commitments.map((each) => [each.ref, each]))

const without = (contexts: readonly Context[], others: readonly Context[]): Context[] =>
  contexts.filter((each) => !others.some((other) => isDeepStrictEqual(each, other)))

function restOf({ commitments: _promises, contexts: _contexts, ...rest }: VersionDocument): Rest {
  return rest
}
