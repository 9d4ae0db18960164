import type { Location } from '#areas/location.ts'
import type { Day } from '#platform/day.ts'

// prettier-ignore
export const organisationKinds = ['council', 'parish', 'school', 'faith group', 'business', 'charity', 'community group',
  'watch scheme', 'partnership', 'neighbouring force', 'safer schools team', 'councillor advocates'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** A body that a team keeps in touch with: a council, a school, a watch scheme. */
export type Organisation = {
  readonly id: string
  readonly forceId: string
  /** Null where it belongs to the whole force. */
  readonly teamId: string | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly place: string
  readonly postcode: string | null
  readonly location: Location | null
  readonly website: string | null
  readonly tags: readonly string[]
  /** The ledger's name for it. */
  readonly subjectId: string | null
  /** A school's number in the national register. */
  readonly urn: number | null
  readonly opensOn: Day | null
  readonly closesOn: Day | null
  readonly members: number | null
}

/** As which kind of subject the ledger knows it: a promise to councils is kept to parishes too. */
export const subjectKindOf: Readonly<Record<OrganisationKind, string>> = {
  council: 'council',
  parish: 'council',
  school: 'school',
  'faith group': 'community group',
  business: 'business',
  charity: 'charity',
  'community group': 'community group',
  'watch scheme': 'watch scheme',
  partnership: 'partnership',
  'neighbouring force': 'neighbouring force',
  'safer schools team': 'safer schools team',
  'councillor advocates': 'councillor advocate',
}
