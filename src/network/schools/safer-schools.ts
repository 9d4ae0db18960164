import type { Day } from '#platform/day.ts'

// prettier-ignore
export const interventionAbouts = ['missing', 'weapons', 'drugs or alcohol', 'online safety', 'bullying or hate', 'exploitation',
  'anti-social behaviour', 'something else'] as const

// prettier-ignore
export const interventionOutcomes = ['school told', 'home visited', 'safer schools team told', 'early help asked for', 'watched for now',
  'nothing more needed'] as const

/** An opportunity to help early (D9.2): which day, at which school, of what sort and with what outcome; never whom. */
export type EarlyIntervention = {
  readonly id: string
  readonly teamId: string
  readonly foundOn: Day
  /** The organisation; null where it was at none, or nobody said. */
  readonly schoolId: string | null
  readonly about: (typeof interventionAbouts)[number]
  readonly outcome: (typeof interventionOutcomes)[number]
}

/** That a safer schools team has completed its plan (D9.3). */
export type SaferSchoolsPlan = {
  readonly id: string
  readonly teamId: string
  readonly subjectId: string
  readonly completedOn: Day
}
