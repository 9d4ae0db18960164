import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Answered } from './assessment.ts'
import { saveAnswers, saveCriteria } from './assessment.sql.ts'
import type { Dates, Planner } from '../plan-engagements.ts'

/** Keeps what was answered of dates (D10.1), in the caller's transaction. */
export async function assessPlans(sql: Sql, dates: Dates, answers: readonly Answered[], planner: Planner) {
  const ids = dates.map(({ id }) => id)
  await saveAnswers(sql, ids, answers)
  const detail = { dates: ids.length, answers: answers.length, met: answers.filter(({ met }) => met).length }
  const { at, personId } = planner
  await audit(sql, { at, personId, verb: 'assess engagement', about: `planned engagement/${dates[0].id}`, detail })
}

/** Sets the questions of a force (D10.1) in the caller's transaction; answers that were given stay with their questions. */
export async function setCriteria(
  sql: Sql,
  forceId: string,
  questions: readonly string[],
  { at, personId }: Pick<Planner, 'at' | 'personId'>,
): Promise<void> {
  await saveCriteria(sql, forceId, questions)
  const detail = { questions: questions.length }
  await audit(sql, { at, personId, verb: 'set assessment criteria', about: `force/${forceId}`, detail })
}
