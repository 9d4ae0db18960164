import type { Day } from '#platform/day.ts'

export const waysToReach = ['telephone', 'text message', 'e-mail', 'letter', 'visit'] as const
export const lawfulBases = ['public task', 'consent', 'legitimate interests', 'legal obligation'] as const

/** A person in a team’s network. What they believe, or whom they love, does not stand here. */
export type KeyIndividual = {
  readonly id: string
  readonly forceId: string
  readonly teamId: string
  readonly name: string
  readonly email: string | null
  readonly telephone: string | null
  readonly address: string | null
  readonly languages: readonly string[]
  readonly reachBy: (typeof waysToReach)[number] | null
  /** The area or people they speak for, in words the ledger may show: never a name. */
  readonly speaksFor: string
  readonly neighbourhoodIds: readonly string[]
  readonly tags: readonly string[]
  readonly lawfulBasis: (typeof lawfulBases)[number]
  /** What we hold it for. */
  readonly purpose: string
  /** The day on which they were told that we hold it; null where nobody has yet. */
  readonly toldOn: Day | null
  /** By when somebody must decide whether we still need it. */
  readonly reviewOn: Day
  readonly subjectId: string | null
  readonly objectedOn: Day | null
  readonly leftOn: Day | null
}

/** How a key individual stands in the ledger: by what they speak for. */
export const ledgerLabelOf = ({ speaksFor }: Pick<KeyIndividual, 'speaksFor'>): string => `Key individual: ${speaksFor}`
