import type { Location } from '#areas/location.ts'
import { kinds } from '#measures/kinds.ts'
import type { Day } from '#platform/day.ts'

/** Ways in which a team meets its public. */
export const methods = kinds['engagement held'].facets.method
export type Method = (typeof methods)[number]

/** Communities a team may mean to reach. */
export const communities = kinds['engagement held'].facets.communities
export type Community = (typeof communities)[number]

/** How a figure was got. */
export const figureSources = kinds['engagement held'].facets['figure from']
export type FigureSource = (typeof figureSources)[number]

/** How sure of a figure is whoever took it. */
export const confidences = kinds['engagement held'].facets.confidence
export type Confidence = (typeof confidences)[number]

/** How many people an engagement reached, each tier within the one before; null where nobody took a figure. */
export type Footfall = {
  readonly reached: number | null
  readonly spokeWith: number | null
  readonly raisedAConcern: number | null
  /** A count always stands beside its quality; null where nobody said, or nobody counted. */
  readonly figureFrom: FigureSource | null
  readonly confidence: Confidence | null
}

/** Unknown is never nought. */
export const nobodyCounted: Footfall = {
  reached: null,
  spokeWith: null,
  raisedAConcern: null,
  figureFrom: null,
  confidence: null,
}

/** A meeting of team and public that was held. */
export type Engagement = {
  /** Chosen by whoever records it: the same engagement sent twice is recorded once. */
  readonly id: string
  readonly teamId: string
  readonly title: string
  readonly method: Method
  readonly heldOn: Day
  /** `14:30` by the clocks of the force; null where only the day is known. */
  readonly beganAt: string | null
  readonly place: string
  readonly neighbourhoodId: string | null
  /** Null where nobody said. */
  readonly location: Location | null
  readonly footfall: Footfall
  readonly communities: readonly Community[]
  readonly ledBy: 'police' | 'local event'
  readonly advertised: boolean
  /** Days before it that it was first advertised; null where unknown or not advertised. */
  readonly daysAdvertised: number | null
  /** A community event with many visitors. */
  readonly keyEvent: boolean
  readonly volunteers: boolean
  /** Hours that volunteers and Special Constables gave together; null where nobody noted them. */
  readonly volunteerHours: number | null
  readonly specialConstables: boolean
  readonly ruralCrimeTeam: boolean
  /** Planned with the Neighbourhood Engagement Officer’s assessment criteria (D10.1). */
  readonly assessmentCriteria: boolean
  /** Entered in the Niche records system (R07). */
  readonly inNiche: boolean
}

/** What is wrong with the tiers of a footfall, by tier; empty where each is within the one before. */
export function footfallFaults({
  reached,
  spokeWith,
  raisedAConcern,
}: Pick<Footfall, 'reached' | 'spokeWith' | 'raisedAConcern'>): {
  spokeWith?: string
  raisedAConcern?: string
} {
  return {
    ...(spokeWith !== null && reached !== null && spokeWith > reached
      ? { spokeWith: `You spoke with ${spokeWith} people but reached only ${reached}` }
      : {}),
    ...(raisedAConcern !== null && spokeWith !== null && raisedAConcern > spokeWith
      ? { raisedAConcern: `${raisedAConcern} people raised a concern but you spoke with only ${spokeWith}` }
      : {}),
  }
}
