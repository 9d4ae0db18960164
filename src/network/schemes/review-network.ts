import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Keeper } from '../keeper.ts'
import { countKeyIndividuals, saveNetworkReview } from './network-review.sql.ts'

/** Notes with its evidence that a team went through its key individuals today (R30), in the caller's transaction; sent twice, once. */
export async function reviewNetwork(sql: Sql, id: string, keeper: Keeper): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  const on = dayAt(at, timeZone)
  const keyIndividuals = await countKeyIndividuals(sql, teamId)
  if (!(await saveNetworkReview(sql, teamId, { id, on, keyIndividuals }, { at, by: personId }))) return
  const source = `network-review/${id}`
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    { kind: 'network reviewed', happenedOn: on, quantities: { 'key individuals': keyIndividuals }, source },
  ])
  await audit(sql, { at, personId, verb: 'review network', about: source })
}
