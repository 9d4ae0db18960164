import type { Sql } from '#platform/database/database.ts'
import type { Engagement } from '../engagement.ts'
import { advertisingRuleOfTeam } from '../planned/advertising/advertising.sql.ts'
import { isAdvertised } from '../planned/planned-engagement.ts'
import { advertsOf, findPlanned } from '../planned/planned-engagements.sql.ts'

/** Whether it counts as advertised (R10), its plan knows better than who tells of it; without a plan their word is all there is. */
export async function asAdvertised(sql: Sql, engagement: Engagement): Promise<Engagement> {
  const planned = await findPlanned(sql, engagement.teamId, engagement.id)
  if (!planned) return engagement
  const [adverts, rule] = await Promise.all([advertsOf(sql, planned.id), advertisingRuleOfTeam(sql, planned.teamId)])
  return { ...engagement, advertised: isAdvertised(planned.heldOn, adverts, rule) }
}
