import type { Day } from '#platform/day.ts'
import type { Engagement } from '../engagement.ts'

/** A place where crime gathers, which a street corner meeting is to answer (R11). */
export type Hotspot = {
  readonly id: string
  readonly teamId: string
  readonly place: string
  readonly neighbourhoodId: string | null
  readonly why: string
  readonly identifiedOn: Day
}

/** What speaks against an engagement answering a hotspot (R11); empty where it does, or answers none. */
export function hotspotFaults(
  hotspotId: string | null,
  { method, heldOn }: Pick<Engagement, 'method' | 'heldOn'>,
  open: readonly Hotspot[],
): { readonly hotspot?: string } {
  if (hotspotId === null) return {}
  const hotspot = open.find(({ id }) => id === hotspotId)
  if (!hotspot) return { hotspot: 'Choose a hotspot from the list: this one was answered already' }
  if (method !== 'street corner meeting') return { hotspot: 'Only a street corner meeting answers a hotspot' }
  return heldOn < hotspot.identifiedOn ? { hotspot: 'It was held before the hotspot was named' } : {}
}
