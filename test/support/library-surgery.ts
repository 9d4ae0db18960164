import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { day } from '#platform/day.ts'

export const westDorset: Team = {
  id: 'dorset/west-dorset',
  forceId: 'dorset',
  slug: 'west-dorset',
  name: 'West Dorset',
  schoolCouncil: null,
}

/** A planned engagement with all that a poster or a post tells of. */
export const librarySurgery: PlannedEngagement = {
  id: '0b1e0000-0000-4000-8000-000000000001',
  seriesId: null,
  teamId: westDorset.id,
  title: 'Library surgery',
  method: 'surgery',
  place: 'Bridport library',
  location: null,
  accessibility: 'Level entrance.',
  howToAsk: null,
  heldOn: day('2026-12-02'),
  begins: '10:30',
  ends: '12:00',
  ledBy: 'police',
  keyEvent: false,
  communities: [],
  state: 'planned',
  moved: false,
  sequence: 0,
  reason: null,
  changedAt: new Date('2026-11-21T14:00:00Z'),
}

/** Its public page. */
export const librarySurgeryAddress = `https://example.org/${westDorset.id}/events/${librarySurgery.id}`
