import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractBefore } from '../sittings/sitting-at.ts'
import { refuseVoting } from '../sittings/sitting.ts'
import { findSitting } from '../sittings/sittings.sql.ts'
import { takeMember, type Linked } from './members.sql.ts'

/**
 * The id of the contract of a team on which a link may speak now: the sitting cannot be closed, nor the link ended, until the
 * transaction is over. Throws a Refusal where votes are not taken or the link was ended (409), or it judges none of that team (404).
 */
export async function contractOpenTo(
  sql: Sql,
  { sittingId, memberId, linkId, timeZone }: Linked,
  slug: string,
  at: Date,
): Promise<string> {
  const sitting = await findSitting(sql, sittingId, 'share')
  if (sitting === null) throw new Refusal('There is no such sitting.', 404)
  refuseVoting(sitting, dayAt(at, timeZone))
  const member = await takeMember(sql, sittingId, memberId)
  if (member?.linkId !== linkId) throw new Refusal('This link was ended, so nothing was kept.', 409)
  return (await contractBefore(sql, sittingId, slug)).contractId
}
