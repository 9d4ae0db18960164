import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { contractOpenTo } from '../members/contract-open-to.ts'
import type { Linked } from '../members/members.sql.ts'
import type { Vote } from './vote.ts'
import { insertVote } from './votes.sql.ts'

/** A vote on the contract of a team. */
export type Cast = Vote & { readonly id: string; readonly slug: string }

/**
 * Votes by a member's link in the caller's transaction. Voted again, the newest counts and those before are kept; sent twice it
 * counts once. Throws a Refusal where votes are not taken (409), the link was ended (410 is the page's), or the contract is not
 * before the sitting (404).
 */
export async function castVote(sql: Sql, vote: Cast, link: Linked, at: Date): Promise<void> {
  const { sittingId, memberId } = link
  const contractId = await contractOpenTo(sql, link, vote.slug, at)
  if (!(await insertVote(sql, { ...vote, sittingId, contractId, voter: { memberId } }, at))) return
  await audit(sql, { at, personId: null, verb: 'vote at a sitting', about: `vote/${vote.id}` })
}
