import type { CommitmentGuess } from './reading/commitments.ts'
import type { Day, Span } from '#platform/day.ts'

/** A contract that a person has read through and confirmed, before it is kept. */
export type ConfirmedContract = {
  readonly span: Span
  readonly completedOn: Day
  readonly part1: readonly { readonly heading: string; readonly text: string }[]
  readonly commitments: readonly CommitmentGuess[]
  readonly goodPractice: readonly string[]
  readonly toolRequests: readonly string[]
  readonly unread: readonly string[]
}
