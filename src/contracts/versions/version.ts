import type { Contract } from '../contract.ts'

/** All that one version of a contract says; refs of its promises are the same in every version. */
export type VersionDocument = Omit<Contract, 'revision' | 'contexts'> & { readonly contexts: readonly Context[] }

/** What happened in the year that a reader should know. */
export type Context = NonNullable<Contract['contexts']>[number]

/** What a version names as changed, by the refs of its promises, so that nothing changes quietly. */
export type Named = {
  readonly added: readonly string[]
  readonly withdrawn: readonly string[]
  /** Other words, or somebody else who does it. */
  readonly reworded: readonly string[]
  /** Measured otherwise, or no longer. */
  readonly remeasured: readonly string[]
  /** How many contexts are told beside the promises that were not told before. */
  readonly contexts: number
}

/** The first version of a contract changes nothing. */
export const nothingNamed: Named = { added: [], withdrawn: [], reworded: [], remeasured: [], contexts: 0 }
