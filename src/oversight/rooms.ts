import { isAllowed, type Permission } from '#people/permissions.ts'
import type { Visitor } from '#platform/http/visit.ts'

/** A place at the desk: where it is below a team's or a force's address, and what one must be allowed to enter it. */
type Room = { readonly words: string; readonly path: string; readonly needs: Permission }

/** What a team uses every week: the ways through each of its pages. */
const daily: readonly Room[] = [
  { words: 'This week', path: '', needs: 'see this week' },
  { words: 'Calendar', path: '/events', needs: 'record engagements' },
  { words: 'What was heard', path: '/concerns', needs: 'see this week' },
  { words: 'Silence map', path: '/silence', needs: 'see the silence map' },
  { words: 'Network', path: '/network', needs: 'keep in touch' },
]

/** What a team uses now and then, listed below its week. */
const seldom: readonly Room[] = [
  { words: 'Feedback from events', path: '/feedback', needs: 'record engagements' },
  { words: 'Crime hotspots and street corner meetings', path: '/hotspots', needs: 'see this week' },
  { words: 'Import an engagement calendar (Excel or CSV)', path: '/events/import', needs: 'import evidence' },
  { words: 'Exchange engagements with Niche', path: '/niche', needs: 'exchange with Niche' },
  { words: 'Import evidence from a spreadsheet', path: '/evidence/import', needs: 'import evidence' },
  { words: 'Read a contract document', path: '/contracts/read', needs: 'import contracts' },
]

/** What concerns a whole force. */
const ofForce: readonly Room[] = [
  { words: 'Calendar of all teams', path: '/events', needs: 'see the force calendar' },
  { words: 'Where we have not been heard', path: '/silence', needs: 'see the silence map' },
  { words: 'Exchange engagements with Niche', path: '/niche', needs: 'exchange a force with Niche' },
  { words: 'Import street crime', path: '/crime', needs: 'import crime' },
  { words: 'Boundaries of neighbourhoods', path: '/boundaries', needs: 'load boundaries' },
  { words: 'When an event counts as advertised', path: '/settings/advertising', needs: 'set advertising' },
  { words: 'Questions to ask before an event', path: '/settings/assessment', needs: 'set advertising' },
]

/** A way to somewhere, for a list or a navigation. */
export type Way = { readonly words: string; readonly href: string; readonly current: boolean }

/** The daily rooms of a team's desk that somebody may enter; `path` is where they are. */
export const dailyRooms = (person: Visitor, teamId: string, path: string): Way[] =>
  open(daily, person, `/desk/${teamId}`, placeOf(teamId), path)

/** The further rooms of a team's desk that somebody may enter. */
export const seldomRooms = (person: Visitor, teamId: string): Way[] =>
  open(seldom, person, `/desk/${teamId}`, placeOf(teamId), '')

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
