import type { Contract } from '#contracts/contract.ts'
import type { Sql } from '#platform/database/database.ts'
import { actingAs } from './acting-as.ts'
import { publishSitting, sitCommunity } from './community-sat.ts'
import { amendYear, freezeYear, wholeYear } from './contract-years.ts'
import { answerRecommendations } from './recommendations-told.ts'
import { recordTold, type TeamTold } from './record-told.ts'
import { judgeRound, publishRound } from './round-judged.ts'

/** Records the evidence in the order of its days, and between it what became of the year that went through all of its steps. */
export async function tellYears(
  sql: Sql,
  contracts: readonly Contract[],
  told: readonly TeamTold[],
  clock: { readonly now: Date; readonly timeZone: string },
): Promise<void> {
  const [amended, frozen] = [wholeYear.amendedOn, wholeYear.frozenOn].map((on) => actingAs('inspector', on).at)
  if (amended === undefined || frozen === undefined) return
  await recordTold(sql, told, { ...clock, after: null, upTo: amended })
  await amendYear(sql, contracts)
  await recordTold(sql, told, { ...clock, after: amended, upTo: frozen })
  await freezeYear(sql)
  await sitCommunity(sql)
  await judgeRound(sql, clock.now)
  await publishRound(sql)
  await publishSitting(sql)
  await answerRecommendations(sql)
  await recordTold(sql, told, { ...clock, after: frozen, upTo: clock.now })
}
