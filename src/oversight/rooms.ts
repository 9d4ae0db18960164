import { isAllowed, type Permission } from '#people/permissions.ts'
import type { Visitor } from '#platform/http/visit.ts'

/** A place at the desk: where it is below a team's or a force's address, and what one must be allowed to enter it. */
type Room = { readonly words: string; readonly path: string; readonly needs: Permission }

/** What a team uses every week: the ways through each of its pages. */
const daily: readonly Room[] = [
  { words: 'This week', path: '', needs: 'see this week' },
  { words: 'Calendar', path: '/events', needs: 'record engagements' },
  { words: 'Concerns', path: '/concerns', needs: 'see this week' },
  { words: 'Priorities', path: '/priorities', needs: 'see this week' },
  { words: 'Silence map', path: '/silence', needs: 'see the silence map' },
  { words: 'Network', path: '/network', needs: 'keep in touch' },
]

/** What a team uses now and then, listed below its week by what it is about. */
const seldom: readonly { readonly about: string; readonly rooms: readonly Room[] }[] = [
  {
    about: 'Events',
    rooms: [
      { words: 'Feedback on events, priorities and the page', path: '/feedback', needs: 'record engagements' },
      { words: 'Crime hotspots and street corner meetings', path: '/hotspots', needs: 'see this week' },
      { words: 'Import an engagement calendar (Excel or CSV)', path: '/events/import', needs: 'import evidence' },
      { words: 'Exchange engagements with Niche', path: '/niche', needs: 'exchange with Niche' },
    ],
  },
  {
    about: 'Keeping in touch',
    rooms: [
      { words: 'Councils', path: '/councils', needs: 'keep in touch' },
      { words: 'Partners and their meetings', path: '/partners', needs: 'keep in touch' },
      { words: 'Schools', path: '/schools', needs: 'keep in touch' },
      { words: 'Watch schemes', path: '/schemes', needs: 'keep in touch' },
      { words: 'Go through the network', path: '/network/gone-through', needs: 'keep in touch' },
    ],
  },
  {
    about: 'The team',
    rooms: [
      { words: 'Volunteers and their tasks', path: '/volunteers', needs: 'offer tasks' },
      { words: 'Your tasks', path: '/tasks', needs: 'take tasks' },
      { words: 'Who owns what we keep up, and handing over', path: '/handover', needs: 'hand over' },
      { words: 'People of the team', path: '/people', needs: 'manage people' },
      { words: 'The public page', path: '/page', needs: 'check the public page' },
    ],
  },
  {
    about: 'Contract and evidence',
    rooms: [
      { words: 'Import evidence from a spreadsheet', path: '/evidence/import', needs: 'import evidence' },
      { words: 'The contract’s year', path: '/contract', needs: 'see a contract’s year' },
      { words: 'Recommendations of the panel', path: '/recommendations', needs: 'see this week' },
      { words: 'Community panels and forums', path: '/sittings', needs: 'tell community panels' },
      { words: 'Notes of the commissioner’s office', path: '/notes', needs: 'read notes to teams' },
      { words: 'Read a contract document', path: '/contracts/read', needs: 'import contracts' },
    ],
  },
]

/** What the commissioner’s office uses every week: it works for a whole force. */
const dailyOfForce: readonly Room[] = [
  { words: 'Watch list', path: '/watch', needs: 'watch teams' },
  { words: 'Rounds of the panel', path: '/rounds', needs: 'sit on the panel' },
  { words: 'Recommendations that are open', path: '/recommendations', needs: 'sit on the panel' },
]

/** What concerns a whole force. */
const ofForce: readonly Room[] = [
  ...dailyOfForce,
  { words: 'Community panels and forums', path: '/sittings', needs: 'convene community panels' },
  { words: 'Councils of all teams', path: '/councils', needs: 'see the councils of a force' },
  { words: 'Calendar of all teams', path: '/events', needs: 'see the force calendar' },
  { words: 'The engagement officer’s week', path: '/neo', needs: 'see the NEO’s week' },
  { words: 'Register of schools', path: '/schools/register', needs: 'manage schools' },
  { words: 'School terms', path: '/terms', needs: 'manage schools' },
  { words: 'Dip-checks of team pages', path: '/dip-check', needs: 'dip-check pages' },
  { words: 'Where we have not been heard', path: '/silence', needs: 'see the silence map' },
  { words: 'Exchange engagements with Niche', path: '/niche', needs: 'exchange a force with Niche' },
  { words: 'What the force says of itself', path: '/page', needs: 'keep what the force says' },
  { words: 'Accessibility of our pages', path: '/accessibility', needs: 'keep what the force says' },
  { words: 'How our pages look', path: '/settings/appearance', needs: 'keep what the force says' },
  { words: 'Import street crime', path: '/crime', needs: 'import crime' },
  { words: 'Boundaries of neighbourhoods', path: '/boundaries', needs: 'load boundaries' },
  { words: 'Postcodes', path: '/postcodes', needs: 'load boundaries' },
  { words: 'When an event counts as advertised', path: '/settings/advertising', needs: 'set advertising' },
  { words: 'Questions to ask before an event', path: '/settings/assessment', needs: 'set advertising' },
]

/** A way to somewhere, for a list or a navigation. */
export type Way = { readonly words: string; readonly href: string; readonly current: boolean }

/**
 * The daily rooms that somebody may enter: of a team's desk, or, at no team or where its desk is not theirs, of their own force.
 * `path` is where they are.
 */
export function dailyRooms(person: Visitor, teamId: string | null, path: string): Way[] {
  const ofTeam = teamId === null ? [] : open(daily, person, `/desk/${teamId}`, placeOf(teamId), path)
  if (ofTeam.length > 0) return ofTeam
  const { forceId } = person
  const rooms = forceId === null ? [] : open(dailyOfForce, person, `/desk/${forceId}`, { force: forceId }, path)
  return [{ words: 'This week', href: '/desk', current: path === '/desk' }, ...rooms]
}

/** Ways that belong together, under a heading of their own. */
export type Ways = { readonly about: string; readonly ways: readonly Way[] }

/** The further rooms of a team's desk that somebody may enter, by what they are about. */
export const seldomRooms = (person: Visitor, teamId: string): Ways[] =>
  seldom
    .map(({ about, rooms }) => ({ about, ways: open(rooms, person, `/desk/${teamId}`, placeOf(teamId), '') }))
    .filter(({ ways }) => ways.length > 0)

/** The rooms of a whole force that somebody may enter. */
export const forceRooms = (person: Visitor, forceId: string): Way[] =>
  person.teamId === null ? open(ofForce, person, `/desk/${forceId}`, { force: forceId }, '') : []

type Place = { readonly force: string; readonly team?: string }

const placeOf = (teamId: string): Place => {
  const [force = '', team = ''] = teamId.split('/')
  return { force, team }
}

function open(rooms: readonly Room[], person: Visitor, desk: string, place: Place, path: string): Way[] {
  const ways = rooms.filter(({ needs }) => isAllowed(person, needs, place))
  return ways.map((room) => ({ words: room.words, href: desk + room.path, current: isIn(path, desk, room.path) }))
}

const isIn = (path: string, desk: string, room: string): boolean =>
  path === desk + room || (room !== '' && path.startsWith(`${desk}${room}/`))
