import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { advertisingRuleOf, saveAdvertisingRule } from './advertising.sql.ts'
import type { AdvertisingRule } from '../planned-engagement.ts'
import type { Planner } from '../plan-engagements.ts'

/**
 * Sets from when a force counts an engagement as advertised (R10), in the caller's transaction. It holds for all that is
 * not recorded yet; evidence that was written stays as it is.
 */
export async function setAdvertising(
  sql: Sql,
  forceId: string,
  rule: AdvertisingRule,
  { at, personId }: Pick<Planner, 'at' | 'personId'>,
): Promise<void> {
  const before = await advertisingRuleOf(sql, forceId)
  await saveAdvertisingRule(sql, forceId, rule)
  await pagesChanged(sql, forceId)
  const detail = { days: rule.days, channels: rule.channels, daysBefore: before.days, channelsBefore: before.channels }
  await audit(sql, { at, personId, verb: 'set advertising', about: `force/${forceId}`, detail })
}
