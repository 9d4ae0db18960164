import type { Force, Neighbourhood } from '#areas/area.ts'
import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { dayAt, type Day } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { notFound } from '../unanswered.ts'
import { forceNamed } from './forces.ts'

/** The neighbourhood that an address names, with its force and the day it is there. */
export type Named = { readonly force: Force; readonly neighbourhood: Neighbourhood; readonly today: Day }

/** The neighbourhood of an address, by its national id as it is written. Throws Unanswered (404) where it is not here. */
export async function neighbourhoodNamed({ db, params, now }: Visit): Promise<Named> {
  const force = await forceNamed(db, params['force'])
  const neighbourhood = (await neighbourhoodsOf(db, force.id)).find(({ id }) => id === params['id'])
  if (!neighbourhood) throw notFound()
  return { force, neighbourhood, today: dayAt(now, force.timeZone) }
}
