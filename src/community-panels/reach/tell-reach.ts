import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { refuseClosed } from '../sittings/sitting.ts'
import { sittingOf } from '../sittings/sitting-at.ts'
import { contractBefore } from '../sittings/sitting-at.ts'
import { saveReach, type Reach } from './reach.sql.ts'

type Telling = { readonly sittingId: string; readonly forceId: string; readonly slug: string }

/**
 * R05: a team tells a sitting whom it finds harder to reach, by which channels it tries, what stands in the way and what works;
 * in the caller's transaction. Throws a Refusal where the team is not before the sitting (404), or it is closed (409).
 */
export async function tellReach(
  sql: Sql,
  reach: Reach,
  { sittingId, forceId, slug }: Telling,
  { personId, at }: { readonly personId: string; readonly at: Date },
): Promise<void> {
  refuseClosed(await sittingOf(sql, forceId, sittingId, 'share'))
  const { teamId } = await contractBefore(sql, sittingId, slug)
  await saveReach(sql, { sittingId, teamId }, reach, { at, by: personId })
  await audit(sql, { at, personId, verb: 'tell a sitting of reach', about: `sitting/${sittingId}` })
}
