import type { Kind } from '#measures/kinds.ts'
import type { Permission } from '#people/permissions.ts'

/** Where at a team's desk somebody records what a promise lacks, in the words of the button that leads there. */
type Recorded = { readonly words: string; readonly path: string; readonly needs: Permission }

const inTouch = { needs: 'keep in touch' } as const

const places: Partial<Readonly<Record<Kind, Recorded>>> = {
  'contact made': { words: 'Log a contact', path: '/network', ...inTouch },
  'contact level agreed': { words: 'Agree a level of contact', path: '/network', ...inTouch },
  'relationship reviewed': { words: 'Review a relationship', path: '/network', ...inTouch },
  'network reviewed': { words: 'Go through the network', path: '/network', ...inTouch },
  'concern answered': { words: 'Tell them what came of it', path: '/network', ...inTouch },
  'meeting attended': { words: 'Note a meeting', path: '/partners', ...inTouch },
  'partners informed': { words: 'Note what partners were told', path: '/partners', ...inTouch },
  'patrol place offered': { words: 'Offer a place on patrol', path: '/councils', ...inTouch },
  'point of contact named': { words: 'Name a contact', path: '/schemes', ...inTouch },
  'volunteer state': { words: 'Volunteers', path: '/volunteers', needs: 'see this week' },
  'volunteering done': { words: 'Note hours', path: '/volunteers', needs: 'see this week' },
  'hotspot answered': { words: 'Answer a hotspot', path: '/hotspots', needs: 'record engagements' },
  'hotspot identified': { words: 'Name a hotspot', path: '/hotspots', needs: 'record engagements' },
  'engagement compared with crime': { words: 'Compare with crime', path: '/silence', needs: 'compare with crime' },
}

/** Where evidence of a kind is recorded at the desk; null where it comes by a spreadsheet alone. */
export const whereRecorded = (kind: string): Recorded | null => places[kind as Kind] ?? null
