import type { Day, Span } from '#platform/day.ts'
import type { Commitment } from './commitment.ts'

/** One team's promise for one year under one framework; its id is its address, `dorset/west-dorset/2019`. */
export type Contract = {
  readonly id: string
  readonly teamId: string
  /** The year in which it begins. */
  readonly year: number
  readonly frameworkId: string
  readonly span: Span
  readonly completedOn: Day | null
  readonly part1: readonly { readonly heading: string; readonly text: string }[]
  readonly goodPractice: readonly string[]
  readonly toolRequests: readonly string[]
  readonly unread: readonly string[]
  /** What happened in the year that a reader should know; it stands beside what was missed, and excuses nothing. */
  readonly contexts?: readonly (Span & { readonly text: string })[]
  readonly revision: number
  readonly commitments: readonly Commitment[]
}

/** A contract as a list shows it. */
export type ContractHead = Pick<Contract, 'id' | 'teamId' | 'year' | 'frameworkId' | 'span' | 'revision'>
