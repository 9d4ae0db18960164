import type { Force } from '#areas/area.ts'
import { forceAt } from '#areas/team-at.ts'
import { dayAt, type Day } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'

/** Who acts for a force, and when. */
export type ForForce = {
  readonly personId: string
  readonly at: Date
  readonly forceId: string
  readonly timeZone: string
}

/** Where somebody acts for a whole force: the force of the address, its day, and who they are. */
export type ForceDesk = { readonly force: Force; readonly acting: ForForce; readonly today: Day }

/** The desk of a visit; throws a Refusal where its force is not here (404), or nobody is signed in (401). */
export async function forceDeskAt(visit: Visit): Promise<ForceDesk> {
  const force = await forceAt(visit.db, visit.params)
  if (visit.person === null) throw new Refusal('Sign in first.', 401)
  const { id: forceId, timeZone } = force
  const acting = { personId: visit.person.id, at: visit.now, forceId, timeZone }
  return { force, acting, today: dayAt(visit.now, timeZone) }
}
