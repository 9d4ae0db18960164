import type { Location } from '#areas/location.ts'
import { nobodyCounted, type Community, type Engagement, type Method } from '#engagements/engagement.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import type { Day } from '#platform/day.ts'

/** An engagement as a row of another system’s file tells it. */
export type ToldEngagement = {
  /** The row of the file, counted from 1. */
  readonly line: number
  readonly id: string
  readonly teamId: string
  readonly title: string
  readonly method: Method
  readonly day: Day
  /** `14:30` by the clocks of the force; null where only the day is told. */
  readonly begins: string | null
  readonly ends: string | null
  readonly place: string
  readonly neighbourhoodId: string | null
  readonly location: Location | null
  readonly communities: readonly Community[]
  readonly reached: number | null
  readonly spokeWith: number | null
  readonly raisedAConcern: number | null
  readonly advertised: boolean
  readonly daysAdvertised: number | null
  readonly marks: Marks
}

/** What a file says yes to; what it does not say is no. */
export type Marks = {
  readonly ledBy: Engagement['ledBy']
  readonly keyEvent: boolean
  readonly volunteers: boolean
  readonly specialConstables: boolean
  readonly ruralCrimeTeam: boolean
  readonly assessmentCriteria: boolean
  readonly inNiche: boolean
}

export const unmarked: Marks = {
  ledBy: 'police',
  keyEvent: false,
  volunteers: false,
  specialConstables: false,
  ruralCrimeTeam: false,
  assessmentCriteria: false,
  inNiche: false,
}

/** As an engagement that was held. */
export function asHeld({ line: _line, day, begins, ends: _ends, marks, ...told }: ToldEngagement): Engagement {
  const { reached, spokeWith, raisedAConcern, ...rest } = told
  return {
    ...rest,
    ...marks,
    heldOn: day,
    beganAt: begins,
    footfall: { ...nobodyCounted, reached, spokeWith, raisedAConcern },
    volunteerHours: null,
  }
}

/** As an engagement that is to be held; one whose end nobody told is taken to last an hour. */
export function asPlanned(told: ToldEngagement & { readonly begins: string }, now: Date): PlannedEngagement {
  const { id, teamId, title, method, place, location, day, begins, communities, marks } = told
  return {
    id,
    teamId,
    title,
    method,
    place,
    location,
    begins,
    ends: told.ends ?? hourLater(begins),
    communities,
    ledBy: marks.ledBy,
    keyEvent: marks.keyEvent,
    heldOn: day,
    seriesId: null,
    accessibility: '',
    howToAsk: null,
    state: 'planned',
    moved: false,
    sequence: 0,
    reason: null,
    changedAt: now,
  }
}

/** It ends on the day it begins. */
const hourLater = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour >= 23 ? '23:59' : `${String(hour + 1).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
