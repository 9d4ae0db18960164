import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { saveReplaced } from './hand-over-plans.sql.ts'
import type { Planner } from '../plan-engagements.ts'

type Replaced = { readonly plannedId: string; readonly toPerson: string }

/** Puts others in the place of somebody at what is planned, in the caller's transaction. */
export async function handOverPlans(
  sql: Sql,
  from: string,
  replaced: readonly Replaced[],
  { at, personId }: Pick<Planner, 'at' | 'personId'>,
): Promise<void> {
  if (replaced.length === 0) return
  await saveReplaced(sql, from, replaced)
  const detail = { from, dates: replaced.length }
  await audit(sql, { at, personId, verb: 'hand over planned engagements', about: `person:${from}`, detail })
}
