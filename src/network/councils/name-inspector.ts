import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Keeper } from '../keeper.ts'
import { saveInspector } from './notes.sql.ts'

/**
 * Names the inspector who answers for the relationship with the councillors of a team's area (D8.4), with its evidence, in the
 * caller's transaction; the ledger learns that one is named, not who. Sent twice, it is kept once.
 */
export async function nameInspector(
  sql: Sql,
  named: { readonly id: string; readonly personId: string },
  { forceId, teamId, timeZone, at, personId }: Keeper,
): Promise<void> {
  const today = dayAt(at, timeZone)
  if (!(await saveInspector(sql, { ...named, teamId, since: today }, { at, by: personId }))) return
  const about = `responsible-inspector/${named.id}`
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    { kind: 'inspector named', happenedOn: today, facets: { named: true }, source: about },
  ])
  await audit(sql, { at, personId, verb: 'name inspector for councillors', about })
}
