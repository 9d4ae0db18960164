import type { Sql } from '#platform/database/database.ts'
import { advertisedFrom, type AdvertisingRule } from '../planned-engagement.ts'

/** From when a force counts an engagement as advertised (R10): what it set itself, or the usual. */
export async function advertisingRuleOf(sql: Sql, forceId: string): Promise<AdvertisingRule> {
  const [rule] = await sql<AdvertisingRule[]>`select days, channels from force_advertising where force_id = ${forceId}`
  return rule ?? advertisedFrom
}

/** The rule of a team's force. */
export async function advertisingRuleOfTeam(sql: Sql, teamId: string): Promise<AdvertisingRule> {
  const [rule] = await sql<AdvertisingRule[]>`
    select a.days, a.channels from force_advertising a join team t on t.force_id = a.force_id where t.id = ${teamId}`
  return rule ?? advertisedFrom
}

/** Keeps the rule of a force; the newer stands. */
export const saveAdvertisingRule = (sql: Sql, forceId: string, { days, channels }: AdvertisingRule) => sql`
  insert into force_advertising (force_id, days, channels) values (${forceId}, ${days}, ${channels})
  on conflict (force_id) do update set days = excluded.days, channels = excluded.channels`
