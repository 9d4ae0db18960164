import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Recorder } from '../recorder.ts'
import { keepStrands } from './keep-strands.ts'
import { openPriorities, savePriorities } from './linked-priorities.sql.ts'
import type { Dates } from './plan-engagements.ts'

/**
 * Says which of the team's open priorities dates work on, in the caller's transaction, and keeps the engagement strands of
 * all in step with that (R14). What is chosen and not open is left out.
 */
export async function linkPriorities(
  sql: Sql,
  dates: Dates,
  chosen: readonly string[],
  recorder: Recorder,
): Promise<void> {
  const [{ id, teamId }] = dates
  const { forceId, at, personId } = recorder
  await takeChain(sql, forceId, teamId)
  const open = (await openPriorities(sql, teamId)).map(({ about }) => about)
  const linked = open.filter((about) => chosen.includes(about))
  const ids = dates.map((one) => one.id)
  await savePriorities(sql, ids, { open, chosen: linked })
  await keepStrands(sql, teamId, recorder)
  const detail = { priorities: linked, dates: dates.length }
  await audit(sql, { at, personId, verb: 'link priorities', about: `planned engagement/${id}`, detail })
}
