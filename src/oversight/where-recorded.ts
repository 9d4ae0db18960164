import type { Kind } from '#measures/kinds.ts'
import type { Permission } from '#people/permissions.ts'

/** Where at a team's desk somebody records what a promise lacks, in the words of the button that leads there. */
type Recorded = { readonly words: string; readonly path: string; readonly needs: Permission }

const inTouch = { needs: 'keep in touch' } as const

const places: Partial<Readonly<Record<Kind, Recorded>>> = {
  'plan completed': { words: 'The contract’s year', path: '/contract', needs: 'see a contract’s year' },
  'plan published': { words: 'The contract’s year', path: '/contract', needs: 'see a contract’s year' },
  'community consulted': { words: 'Tell of a consultation', path: '/contract', needs: 'see a contract’s year' },
  'profile linked': { words: 'Link a profile', path: '/contract', needs: 'see a contract’s year' },
  'contact made': { words: 'Log a contact', path: '/network', ...inTouch },
  'contact level agreed': { words: 'Agree a level of contact', path: '/network', ...inTouch },
  'relationship reviewed': { words: 'Review a relationship', path: '/network', ...inTouch },
  'network reviewed': { words: 'Go through the network', path: '/network', ...inTouch },
  'concern answered': { words: 'Tell them what came of it', path: '/network', ...inTouch },
  'priority set': { words: 'Set a priority', path: '/priorities', needs: 'set priorities' },
  'priority addressed': { words: 'Act on a priority', path: '/priorities', needs: 'work on priorities' },
  'engagement strand planned': { words: 'Plan its engagement', path: '/priorities', needs: 'work on priorities' },
  'outcome communicated': { words: 'Tell what was done', path: '/priorities', needs: 'work on priorities' },
  'feedback received': { words: 'See the feedback', path: '/feedback', needs: 'record engagements' },
  'concern raised': { words: 'See the concerns', path: '/concerns', needs: 'see this week' },
  'meeting attended': { words: 'Note a meeting', path: '/partners', ...inTouch },
  'partners informed': { words: 'Note what partners were told', path: '/partners', ...inTouch },
  'patrol place offered': { words: 'Offer a place on patrol', path: '/councils', ...inTouch },
  'point of contact named': { words: 'Name a contact', path: '/schemes', ...inTouch },
  'volunteer state': { words: 'Volunteers', path: '/volunteers', needs: 'see this week' },
  'volunteering done': { words: 'Note hours', path: '/volunteers', needs: 'see this week' },
  'page reviewed': { words: 'Look at the public page', path: '/page', needs: 'check the public page' },
  'update made': { words: 'Write for the page', path: '/page/texts', needs: 'write for the page' },
  'information shared': { words: 'Write news', path: '/page/texts/new', needs: 'write for the page' },
  'page keeper assigned': { words: 'Assign a page keeper', path: '/page/keeper', needs: 'assign a page keeper' },
  'panel held': { words: 'See community panels', path: '/sittings', needs: 'tell community panels' },
  'recommendation answered': { words: 'Answer a recommendation', path: '/recommendations', needs: 'see this week' },
  'hotspot answered': { words: 'Answer a hotspot', path: '/hotspots', needs: 'record engagements' },
  'hotspot identified': { words: 'Name a hotspot', path: '/hotspots', needs: 'record engagements' },
  'engagement compared with crime': { words: 'Compare with crime', path: '/silence', needs: 'compare with crime' },
}

/** Where evidence of a kind is recorded at the desk; null where it comes by a spreadsheet alone. */
export const whereRecorded = (kind: string): Recorded | null => places[kind as Kind] ?? null
