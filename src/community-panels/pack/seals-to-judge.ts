import { coursesOf } from '#contract-year/course.sql.ts'
import { newestSeals } from '#contract-year/freezes.sql.ts'
import { isWithPanel } from '#contract-year/state.ts'
import type { Sql } from '#platform/database/database.ts'

/** The seal under which each of these contracts is before its panel; none of one that was not frozen, or was sent back. */
export async function sealsToJudge(sql: Sql, contractIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [courses, seals] = await Promise.all([coursesOf(sql, contractIds), newestSeals(sql, contractIds)])
  return new Map([...seals].filter(([id]) => isWithPanel(courses.get(id)?.state ?? 'in force')))
}
