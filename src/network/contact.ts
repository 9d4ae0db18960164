import { kinds } from '#measures/kinds.ts'
import type { Day } from '#platform/day.ts'

export const waysOfContact = kinds['contact made'].facets.how
export type WayOfContact = (typeof waysOfContact)[number]

// prettier-ignore
export const contactFacets = ['briefing', 'feedback', 'written report', 'safeguarding officer', 'with NEO', 'on priorities',
  'problem solving', 'key message'] as const
export type ContactFacet = (typeof contactFacets)[number]

/** One dated exchange with somebody of the network, both directions. */
export type Contact = {
  /** Chosen by whoever logs it: the same contact sent twice is kept once. */
  readonly id: string
  readonly relationshipId: string
  readonly teamId: string
  readonly madeOn: Day
  readonly how: WayOfContact
  /** What they told us; empty where nothing. */
  readonly heard: string
  /** What we told them. */
  readonly voiced: string
  readonly promised: string
  readonly promisedBy: Day | null
  readonly facets: readonly ContactFacet[]
}
