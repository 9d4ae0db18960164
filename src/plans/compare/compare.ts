import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { wordChanges, type Change } from '#platform/changes/word-changes.ts'
import { foldWords } from '#platform/fold.ts'
import { measuredInWords } from '#plans/measured-in-words.ts'

/** What became of a promise between two plans. */
export type Compared = {
  readonly is: 'same' | 'changed' | 'new' | 'gone'
  /** In the plan that is looked at; null where it is gone. */
  readonly now: Commitment | null
  /** In the plan beside it; null where it is new. */
  readonly before: Commitment | null
  readonly words: readonly Change[]
  /** How it was and is measured, where that differs. */
  readonly measured: { readonly before: string; readonly now: string } | null
}

/** Two years of one team share the refs of their promises; two teams share nothing but words. */
export type Likeness = 'by ref' | 'by words'

/** Every promise of two plans once, in the order of the first; what is gone follows in the order of the other. */
export function comparePlans(now: Contract, before: Contract, likeness: Likeness): Compared[] {
  const pairs = paired(now.commitments, before.commitments, likeness)
  const met = new Set(pairs.values())
  return [
    ...now.commitments.map((promise) => compared(promise, pairs.get(promise) ?? null)),
    ...before.commitments.filter((promise) => !met.has(promise)).map((promise) => compared(null, promise)),
  ]
}

function compared(now: Commitment | null, before: Commitment | null): Compared {
  const words = wordChanges(before?.text ?? '', now?.text ?? '')
  const measures = { before: measuredInWords(before?.measures ?? []), now: measuredInWords(now?.measures ?? []) }
  if (now === null) return { is: 'gone', now, before, words, measured: null }
  if (before === null) return { is: 'new', now, before, words, measured: null }
  const measured = measures.before === measures.now ? null : measures
  const isSame = measured === null && now.text === before.text
  return { is: isSame ? 'same' : 'changed', now, before, words, measured }
}

type Pairs = Map<Commitment, Commitment>

/** First those that are surely the same promise, then those whose words are most alike. */
function paired(ours: readonly Commitment[], theirs: readonly Commitment[], likeness: Likeness): Pairs {
  const pairs: Pairs = new Map()
  const free = new Set(theirs)
  const pair = (one: Commitment, other: Commitment | undefined) => {
    if (other === undefined) return
    pairs.set(one, other)
    free.delete(other)
  }
  if (likeness === 'by ref') {
    const byRef = new Map(theirs.map((each) => [each.ref, each]))
    for (const one of ours) pair(one, byRef.get(one.ref))
  }
  const left = () => ours.filter((one) => !pairs.has(one))
  for (const one of left())
    pair(
      one,
      free.values().find(({ text }) => foldWords(text) === foldWords(one.text)),
    )
  const sets = new Map(theirs.map((each) => [each, wordsOf(each)]))
  for (const one of left()) pair(one, mostAlike(one, free, sets))
  return pairs
}

const leastAlike = 0.5

/** The promise for a shared standard that shares most words with another, if that is at least half of all they have. */
function mostAlike(one: Commitment, free: Iterable<Commitment>, sets: ReadonlyMap<Commitment, ReadonlySet<string>>) {
  const words = wordsOf(one)
  let [best, most]: [Commitment | undefined, number] = [undefined, leastAlike]
  for (const other of free) {
    if (!one.standards.some((id) => other.standards.includes(id))) continue
    const likeness = shared(words, sets.get(other) ?? new Set())
    if (likeness < most || (best !== undefined && likeness === most)) continue
    best = other
    most = likeness
  }
  return best
}

const wordsOf = ({ text }: Commitment): ReadonlySet<string> => new Set(foldWords(text).match(/[\p{L}\p{N}]+/gu) ?? [])

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = one.intersection(other).size
  return both === 0 ? 0 : both / (one.size + other.size - both)
}
