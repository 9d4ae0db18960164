import type { Sql } from '#platform/database/database.ts'
import type { Watch } from './watch.ts'

/** What somebody follows of a force’s teams. */
export const watchesOf = (sql: Sql, personId: string, forceId: string) => sql<(Watch & { readonly teamId: string })[]>`
  select w.team_id as "teamId", w.scope, w.ref from watch w join team t on t.id = w.team_id
  where w.person_id = ${personId} and t.force_id = ${forceId} order by t.name, w.scope, w.ref`

type Of = { readonly personId: string; readonly teamId: string }

/** Keeps what somebody follows of a team: what was followed before stays since then, and what is not named any more goes. */
export async function saveWatches(sql: Sql, { personId, teamId }: Of, watches: readonly Watch[], at: Date) {
  const told = sql.json(watches.map(({ scope, ref }) => ({ scope, ref })))
  await sql`
    delete from watch w where w.person_id = ${personId} and w.team_id = ${teamId}
      and not exists (select from jsonb_to_recordset(${told}) as n (scope text, ref text) where n.scope = w.scope and n.ref = w.ref)`
  await sql`
    insert into watch (person_id, team_id, scope, ref, since)
    select ${personId}, ${teamId}, n.scope, n.ref, ${at} from jsonb_to_recordset(${told}) as n (scope text, ref text)
    on conflict do nothing`
}

/** When somebody last said that they had seen what lapsed in a force, or null. */
export async function seenAt(sql: Sql, personId: string, forceId: string): Promise<Date | null> {
  const [row] = await sql<{ seenAt: Date }[]>`
    select seen_at as "seenAt" from watch_seen where person_id = ${personId} and force_id = ${forceId}`
  return row?.seenAt ?? null
}

/** Notes that somebody has seen all that had lapsed by then. */
export const saveSeen = (sql: Sql, personId: string, forceId: string, at: Date) => sql`
  insert into watch_seen (person_id, force_id, seen_at) values (${personId}, ${forceId}, ${at})
  on conflict (person_id, force_id) do update set seen_at = greatest(watch_seen.seen_at, excluded.seen_at)`
