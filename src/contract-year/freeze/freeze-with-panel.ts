import type { Sql } from '#platform/database/database.ts'
import { coursesOf } from '../course.sql.ts'
import { newestFreeze, type FreezeKept } from '../freezes.sql.ts'
import { isWithPanel } from '../state.ts'

/** What the public may read of a contract's year: its newest freeze; null before that, and once its panel has sent it back. */
export async function freezeWithPanel(sql: Sql, contractId: string): Promise<FreezeKept | null> {
  const course = (await coursesOf(sql, [contractId])).get(contractId)
  return course !== undefined && isWithPanel(course.state) ? newestFreeze(sql, contractId) : null
}
