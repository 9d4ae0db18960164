import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Watch } from './watch.ts'
import { saveSeen, saveWatches } from './watches.sql.ts'

/** Somebody of the commissioner’s office, when they act. */
export type Watcher = { readonly personId: string; readonly at: Date }

/** Follows just this of a team, in the caller’s transaction; of none, the team is not followed any more. */
export async function followTeam(
  sql: Sql,
  { teamId, watches }: { readonly teamId: string; readonly watches: readonly Watch[] },
  { personId, at }: Watcher,
): Promise<void> {
  await saveWatches(sql, { personId, teamId }, watches, at)
  const detail = { watches: watches.map(({ scope, ref }) => (ref === '' ? scope : `${scope} ${ref}`)) }
  await audit(sql, { at, personId, verb: 'follow a team', about: `team:${teamId}`, detail })
}

/** Says that all which had lapsed by `upTo` was seen, in the caller’s transaction; what came since stays new. */
export async function seeLapses(sql: Sql, forceId: string, upTo: Date, { personId, at }: Watcher): Promise<void> {
  await saveSeen(sql, personId, forceId, upTo)
  await audit(sql, { at, personId, verb: 'see what lapsed', about: `force:${forceId}` })
}
