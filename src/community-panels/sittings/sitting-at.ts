import type { Force } from '#areas/area.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { forceDeskAt } from '#people/force-desk.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Convener, Sitting } from './sitting.ts'
import { contractsOf, findSitting, type ContractLine } from './sittings.sql.ts'

/** Where sittings are convened: the force of the address, who convenes, and its day. */
export type ConvenerDesk = { readonly force: Force; readonly convener: Convener; readonly today: Day }

/** The desk of a visit; throws a Refusal (404) where its force is not here. */
export async function convenerDeskAt(visit: Visit): Promise<ConvenerDesk> {
  const { force, acting: convener, today } = await forceDeskAt(visit)
  return { force, convener, today }
}

/** A sitting of a force; throws a Refusal (404) where the force has no such. */
export async function sittingOf(
  sql: Sql,
  forceId: string,
  id: string,
  hold: 'share' | 'alone' | null = null,
): Promise<Sitting> {
  const sitting = isUuid(id) ? await findSitting(sql, id, hold) : null
  if (sitting === null || sitting.forceId !== forceId) throw new Refusal('There is no such sitting.', 404)
  return sitting
}

/** The contract of one team before a sitting; throws a Refusal (404) where the sitting judges none of that team. */
export async function contractBefore(sql: Sql, sittingId: string, slug: string): Promise<ContractLine> {
  const contract = (await contractsOf(sql, sittingId)).find((each) => each.slug === slug)
  if (!contract) throw new Refusal('No contract of that team comes before this sitting.', 404)
  return contract
}
