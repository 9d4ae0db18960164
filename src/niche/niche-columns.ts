import { gridPointOf, gridReference } from '#areas/grid-reference.ts'
import type { Location } from '#areas/location.ts'
import type { CsvCell } from '#platform/http/answers.ts'
import type { Engagement } from '#engagements/engagement.ts'

/** An engagement that was held, as it goes to Niche. */
export type NicheEngagement = Omit<Engagement, 'footfall' | 'volunteerHours'> & {
  readonly neighbourhood: string | null
  readonly reached: number | null
  readonly spokeWith: number | null
  readonly raisedAConcern: number | null
  /** The number under which Niche holds it, null where nobody told us. */
  readonly occurrence: string | null
}

type Column = {
  readonly name: string
  readonly means: string
  /** What it does in a file that comes back. */
  readonly back: 'names the engagement' | 'compared' | 'taken for a new one' | 'taken' | 'ignored'
  readonly cell: (engagement: NicheEngagement) => CsvCell
}

const column = (
  name: string,
  back: Column['back'],
  means: string,
  cell: (engagement: NicheEngagement) => CsvCell,
): Column => ({ name, means, back, cell })

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no')
const onGrid = ({ location }: { readonly location: Location | null }) => location && gridPointOf(location)
const metres = (value: number | undefined) => (value === undefined ? null : Math.round(value))

/** Every column of the exchange with Niche, in its order; docs/niche-columns.md tells them to those who set Niche up. */
// prettier-ignore
export const nicheColumns: readonly Column[] = [
  column('id', 'names the engagement', 'The id of the engagement, which never changes', (one) => one.id),
  column('state', 'ignored', 'Always held: what is only planned does not go to Niche', () => 'held'),
  column('occurred_on', 'compared', 'The day, as 2026-03-14', (one) => one.heldOn),
  column('occurred_at', 'compared', 'When it began by the clocks of the force, as 14:30; empty where only the day is known', (one) => one.beganAt),
  column('type', 'compared', 'How people were met, in the words of the program', (one) => one.method),
  column('title', 'compared', 'What it was', (one) => one.title),
  column('place', 'compared', 'Where it was, in words', (one) => one.place),
  column('easting', 'taken for a new one', 'Metres east on the National Grid (OSGB36), within 5 metres; empty where nobody said', (one) => metres(onGrid(one)?.easting)),
  column('northing', 'taken for a new one', 'Metres north on the National Grid (OSGB36)', (one) => metres(onGrid(one)?.northing)),
  column('grid_reference', 'taken for a new one', 'The same with letters and ten figures, as SY 46648 92937; read with 6, 8 or 10 figures in any spacing', (one) => { const point = onGrid(one); return point && gridReference(point) }),
  column('latitude', 'taken for a new one', 'Degrees of WGS84', (one) => one.location?.latitude),
  column('longitude', 'taken for a new one', 'Degrees of WGS84; west of Greenwich is less than nought', (one) => one.location?.longitude),
  column('neighbourhood_id', 'taken for a new one', 'The national id of the neighbourhood; empty where nobody said', (one) => one.neighbourhoodId),
  column('neighbourhood', 'ignored', 'Its name', (one) => one.neighbourhood),
  column('team', 'compared', 'The address of the team, as dorset/west-dorset; its name is read too', (one) => one.teamId),
  column('reached', 'taken for a new one', 'How many people it reached; empty where nobody counted, which is not 0', (one) => one.reached),
  column('spoke_with', 'taken for a new one', 'How many people the team spoke with; empty where nobody counted', (one) => one.spokeWith),
  column('raised_a_concern', 'taken for a new one', 'How many people raised a concern; empty where nobody counted', (one) => one.raisedAConcern),
  column('communities', 'taken for a new one', 'Communities it was meant to reach, parted by semicolons', (one) => one.communities.join('; ')),
  column('led_by', 'taken for a new one', 'police, or local event where the team joined somebody else’s', (one) => one.ledBy),
  column('advertised', 'taken for a new one', 'yes where it was advertised in time', (one) => yesOrNo(one.advertised)),
  column('days_advertised', 'taken for a new one', 'Days before it that people could first know; empty where unknown', (one) => one.daysAdvertised),
  column('key_event', 'taken for a new one', 'yes for a community event with many visitors', (one) => yesOrNo(one.keyEvent)),
  column('volunteers', 'taken for a new one', 'yes where police volunteers took part', (one) => yesOrNo(one.volunteers)),
  column('special_constables', 'taken for a new one', 'yes where Special Constables took part', (one) => yesOrNo(one.specialConstables)),
  column('rural_crime_team', 'taken for a new one', 'yes where the Rural Crime Team took part', (one) => yesOrNo(one.ruralCrimeTeam)),
  column('assessment_criteria', 'taken for a new one', 'yes where it was planned with the assessment criteria', (one) => yesOrNo(one.assessmentCriteria)),
  column('in_niche', 'taken', 'yes where Niche holds it: say yes here to confirm it', (one) => yesOrNo(one.inNiche)),
  column('niche_occurrence', 'taken', 'The number under which Niche holds it; a number confirms it too', (one) => one.occurrence),
]

export const nicheColumnNames: ReadonlySet<string> = new Set(nicheColumns.map(({ name }) => name))
