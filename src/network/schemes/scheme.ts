import { daysBetween, type Day } from '#platform/day.ts'

/** A watch scheme as its team sees it: who is our contact, who coordinates it, how many belong to it, when we last met. */
export type Scheme = {
  readonly organisationId: string
  readonly name: string
  readonly subjectId: string | null
  readonly relationshipId: string | null
  /** Whoever of ours owns the relationship: the dedicated contact (R20). */
  readonly owner: string | null
  readonly every: string | null
  readonly lastContactOn: Day | null
  readonly nextDue: Day | null
  readonly coordinator: string | null
  readonly deputy: string | null
  /** Null where nobody counted. */
  readonly members: number | null
  readonly countedOn: Day | null
}

/** The ward of the post that stands in for a scheme's coordinator. */
export const deputyWard = 'deputy'

/** One thing a scheme needs to last, whether it has it, and why in words. */
export type Tick = { readonly what: string; readonly has: boolean; readonly why: string }

/** A count of members says something for so many days. */
const countLasts = 366

/** What makes a scheme last: members, a coordinator with a deputy, and contact within the agreed level. */
export const resilienceOf = (scheme: Scheme, today: Day): readonly Tick[] => [
  membersTick(scheme, today),
  peopleTick(scheme),
  contactTick(scheme, today),
]

function membersTick({ members, countedOn }: Scheme, today: Day): Tick {
  const what = 'Members'
  if (members === null || countedOn === null) return { what, has: false, why: 'nobody has counted them yet' }
  if (daysBetween(countedOn, today) > countLasts) return { what, has: false, why: 'nobody has counted them for a year' }
  return members > 0
    ? { what, has: true, why: `${members.toLocaleString('en-GB')} when last counted` }
    : { what, has: false, why: 'none when last counted' }
}

function peopleTick({ coordinator, deputy }: Scheme): Tick {
  const what = 'Coordinator and deputy'
  if (coordinator === null) return { what, has: false, why: 'it has no coordinator' }
  return deputy === null
    ? { what, has: false, why: 'nobody stands in for the coordinator' }
    : { what, has: true, why: 'both are known' }
}

function contactTick({ every, lastContactOn, nextDue }: Scheme, today: Day): Tick {
  const what = 'Met as agreed'
  if (every === null || nextDue === null) return { what, has: false, why: 'nothing is agreed yet' }
  if (lastContactOn === null) return { what, has: false, why: 'we have not met yet' }
  return nextDue < today
    ? { what, has: false, why: 'longer ago than agreed' }
    : { what, has: true, why: 'within the agreed level' }
}

/** Every count of a scheme's members beside the one before. */
export type MembersCounted = { readonly organisationId: string; readonly countedOn: Day; readonly members: number }
