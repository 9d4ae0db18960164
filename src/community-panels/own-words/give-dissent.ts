import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractOpenTo } from '../members/contract-open-to.ts'
import type { Linked } from '../members/members.sql.ts'
import { saveDissent, type NewDissent } from './dissents.sql.ts'

/** Keeps what a member wants to be read beside the outcome. Throws a Refusal as a vote does, or where it was decided on before (409). */
export async function giveDissent(
  sql: Sql,
  { slug, ...dissent }: Omit<NewDissent, 'sittingId' | 'contractId' | 'memberId'> & { readonly slug: string },
  link: Linked,
  at: Date,
): Promise<void> {
  const { sittingId, memberId } = link
  const contractId = await contractOpenTo(sql, link, slug, at)
  if (!(await saveDissent(sql, { ...dissent, sittingId, contractId, memberId }, at)))
    throw new Refusal('Somebody has looked at your words already, so they cannot be changed.', 409)
  await audit(sql, { at, personId: null, verb: 'dissent at a sitting', about: `sitting/${sittingId}` })
}
