import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Keeper } from '../keeper.ts'
import { saveActionsHanded } from './handovers.sql.ts'

/** Lets somebody else do the open actions of meetings that are somebody's, in the caller's transaction. */
export async function handOverActions(sql: Sql, from: string, to: string, keeper: Keeper): Promise<void> {
  const { teamId, at, personId } = keeper
  const actions = await saveActionsHanded(sql, teamId, from, to)
  const about = `person:${from}`
  if (actions > 0) await audit(sql, { at, personId, verb: 'hand over actions', about, detail: { actions } })
}
