import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Keeper } from '../keeper.ts'
import { saveTasksHanded } from './tasks.sql.ts'

/** Lets somebody else answer for the tasks that somebody offered from today on, in the caller's transaction. */
export async function handOverTasks(sql: Sql, from: string, to: string, keeper: Keeper): Promise<void> {
  const { teamId, at, timeZone, personId } = keeper
  const tasks = await saveTasksHanded(sql, teamId, from, to, dayAt(at, timeZone))
  if (tasks > 0) await audit(sql, { at, personId, verb: 'hand over tasks', about: `person:${from}`, detail: { tasks } })
}
