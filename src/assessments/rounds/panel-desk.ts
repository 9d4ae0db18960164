import type { Force } from '#areas/area.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import type { Day } from '#platform/day.ts'
import { forceDeskAt } from '#people/force-desk.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { PanelMember } from './panel-seat.ts'

/** Where a member of a panel works: the force of the address, its day, and who they are. */
export type PanelDesk = { readonly force: Force; readonly member: PanelMember; readonly today: Day }

/** The desk of a visit; throws a Refusal (404) where its force is not here. */
export async function panelDeskAt(visit: Visit): Promise<PanelDesk> {
  const { force, acting: member, today } = await forceDeskAt(visit)
  return { force, member, today }
}

/** The round that an address names; throws a Refusal (404) where it can be none. */
export function roundAt({ params }: Visit): string {
  const id = params['round'] ?? ''
  if (!isUuid(id)) throw new Refusal('There is no such round.', 404)
  return id
}

/** The words of a Refusal that leaves the page standing (409, 422); any other fault is thrown on. */
export function standingRefusal(fault: unknown): string {
  if (fault instanceof Refusal && (fault.status === 409 || fault.status === 422)) return fault.message
  throw fault
}
