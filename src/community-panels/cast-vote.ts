import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { refuseClosed, refuseVoting, type Convener } from './sitting.ts'
import { contractBefore, sittingOf } from './sitting-at.ts'
import { findSitting } from './sittings.sql.ts'
import { takeMember, type Linked } from './members.sql.ts'
import { saveDissent, type NewDissent } from './told.sql.ts'
import type { Vote } from './vote.ts'
import { hasVote, insertVote } from './votes.sql.ts'

type Cast = Vote & { readonly id: string; readonly slug: string }

/**
 * Votes by a member's link in the caller's transaction. Voted again, the newest counts and those before are kept; sent twice it
 * counts once. Throws a Refusal where votes are not taken (409), the link was ended (410 is the page's), or the contract is not
 * before the sitting (404).
 */
export async function castVote(sql: Sql, vote: Cast, link: Linked, at: Date): Promise<void> {
  const { sittingId, memberId } = link
  const contractId = await openTo(sql, link, vote.slug, at)
  if (!(await insertVote(sql, { ...vote, sittingId, contractId, voter: { memberId } }, at))) return
  await audit(sql, { at, personId: null, verb: 'vote at a sitting', about: `vote/${vote.id}` })
}

/** Keeps what a member wants to be read beside the outcome. Throws a Refusal likewise, or where it was decided on before (409). */
export async function giveDissent(
  sql: Sql,
  { slug, ...dissent }: Omit<NewDissent, 'sittingId' | 'contractId' | 'memberId'> & { readonly slug: string },
  link: Linked,
  at: Date,
): Promise<void> {
  const { sittingId, memberId } = link
  const contractId = await openTo(sql, link, slug, at)
  if (!(await saveDissent(sql, { ...dissent, sittingId, contractId, memberId }, at)))
    throw new Refusal('Somebody has looked at your words already, so they cannot be changed.', 409)
  await audit(sql, { at, personId: null, verb: 'dissent at a sitting', about: `sitting/${sittingId}` })
}

/** The contract on which a link may speak now: the sitting cannot be closed, nor the link ended, until the transaction is over. */
async function openTo(sql: Sql, { sittingId, memberId, linkId, timeZone }: Linked, slug: string, at: Date) {
  const sitting = await findSitting(sql, sittingId, 'share')
  if (sitting === null) throw new Refusal('There is no such sitting.', 404)
  refuseVoting(sitting, dayAt(at, timeZone))
  const member = await takeMember(sql, sittingId, memberId)
  if (member?.linkId !== linkId) throw new Refusal('This link was ended, so nothing was kept.', 409)
  return (await contractBefore(sql, sittingId, slug)).contractId
}

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
