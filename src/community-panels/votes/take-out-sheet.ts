import { isUuid } from '#engagements/is-uuid.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractBefore, sittingOf } from '../sittings/sitting-at.ts'
import { refuseClosed, type Convener } from '../sittings/sitting.ts'
import { findSheet, withdrawSheet } from './sheets.sql.ts'

type TakenOut = {
  readonly sittingId: string
  readonly slug: string
  /** The vote that was keyed in from it. */
  readonly voteId: string
  readonly why: string
}

/**
 * Takes a sheet out that was keyed in wrongly, in the caller's transaction: it is kept and counts no more, and its number can be
 * keyed in anew; taken out twice it is taken out once. Throws a Refusal where the sitting is closed (409), a reason is missing
 * (422), or there is no such sheet (404).
 */
export async function takeOutSheet(
  sql: Sql,
  { sittingId, slug, voteId, why }: TakenOut,
  { forceId, personId, at }: Convener,
): Promise<void> {
  refuseClosed(await sittingOf(sql, forceId, sittingId, 'share'))
  if (why === '') throw new Refusal('Say why the sheet is taken out.', 422)
  const { contractId } = await contractBefore(sql, sittingId, slug)
  const sheet = isUuid(voteId) ? await findSheet(sql, { sittingId, contractId, voteId }) : null
  if (sheet === null) throw new Refusal('There is no such sheet.', 404)
  if (!(await withdrawSheet(sql, voteId, { at, by: personId, why }))) return
  await audit(sql, { at, personId, verb: 'take out a sheet', about: `vote/${voteId}`, detail: { sheet: sheet.sheet } })
}
