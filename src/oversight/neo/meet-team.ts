import { append } from '#ledger/append.ts'
import { hasEvidence } from '#ledger/evidence-standing.sql.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import type { Keeper } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Notes with its evidence that the NEO met a team about coming engagements (R44), in the caller's transaction; sent twice, once. */
export async function meetTeam(sql: Sql, { id, on }: { readonly id: string; readonly on: Day }, keeper: Keeper) {
  const { forceId, teamId, timeZone, at, personId } = keeper
  const source = `neo-meeting/${id}`
  await takeChain(sql, forceId, teamId)
  if (await hasEvidence(sql, teamId, source)) return
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    { kind: 'team meeting held', happenedOn: on, facets: { topic: 'NEO' }, source },
  ])
  await audit(sql, { at, personId, verb: 'meet team', about: source })
}
