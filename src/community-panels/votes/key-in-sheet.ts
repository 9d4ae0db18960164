import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractBefore, sittingOf } from '../sittings/sitting-at.ts'
import { refuseClosed, type Convener } from '../sittings/sitting.ts'
import type { Cast } from './cast-vote.ts'
import { hasVote, insertVote } from './votes.sql.ts'

/**
 * Keys in a sheet of paper in the caller's transaction. Throws a Refusal where the sitting is closed (409), or a sheet of that
 * number was keyed in for the contract (409).
 */
export async function keyInSheet(
  sql: Sql,
  { sheet, sittingId, ...vote }: Cast & { readonly sheet: number; readonly sittingId: string },
  { forceId, personId, at }: Convener,
): Promise<void> {
  refuseClosed(await sittingOf(sql, forceId, sittingId, 'share'))
  const { contractId } = await contractBefore(sql, sittingId, vote.slug)
  if (await hasVote(sql, vote.id)) return
  const voter = { sheet, keyedBy: personId }
  if (!(await insertVote(sql, { ...vote, sittingId, contractId, voter }, at)))
    throw new Refusal(`Sheet ${sheet} was keyed in before. Look at its number again.`, 409)
  await audit(sql, { at, personId, verb: 'key in a sheet', about: `vote/${vote.id}`, detail: { sheet } })
}
