import type { Team } from '#areas/area.ts'
import type { Sql } from '#platform/database/database.ts'

/** Every team of every force, by name. */
export const allTeams = (sql: Sql) => sql<Pick<Team, 'id' | 'forceId' | 'name'>[]>`
  select id, force_id as "forceId", name from team order by name, id`

/** A page of these entries of the ledger, the newest happening first: a promise may rest on thousands. */
export async function entriesByDay(
  sql: Sql,
  entries: readonly number[],
  page: { readonly skip: number; readonly most: number },
): Promise<number[]> {
  const rows = await sql<{ entry: number }[]>`
    select entry from evidence where entry = any(${[...entries]}::bigint[])
    order by happened_on desc, entry desc offset ${page.skip} limit ${page.most}`
  return rows.map((row) => row.entry)
}
