import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Keeper } from '../keeper.ts'
import type { EarlyIntervention, SaferSchoolsPlan } from './safer-schools.ts'
import { saveIntervention, savePlan } from './safer-schools.sql.ts'

/**
 * Notes an opportunity for early intervention with its evidence (D9.2) in the caller's transaction; sent twice, it is kept
 * once. The ledger learns the day and nothing else, so that nobody can tell which child it was.
 */
export async function noteIntervention(sql: Sql, found: EarlyIntervention, keeper: Keeper): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  if (!(await saveIntervention(sql, found, { at, by: personId }))) return
  const source = `early-intervention/${found.id}`
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    { kind: 'early intervention identified', happenedOn: found.foundOn, source },
  ])
  await audit(sql, { at, personId, verb: 'note early intervention', about: source })
}

/** Notes with its evidence (D9.3) in the caller's transaction that a safer schools team has its plan; sent twice, it is kept once. */
export async function notePlan(sql: Sql, plan: SaferSchoolsPlan, keeper: Keeper): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  if (!(await savePlan(sql, plan, { at, by: personId }))) return
  const source = `safer-schools-plan/${plan.id}`
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    { kind: 'plan completed', happenedOn: plan.completedOn, subjects: [plan.subjectId], source },
  ])
  await audit(sql, { at, personId, verb: 'note safer schools plan', about: source })
}
