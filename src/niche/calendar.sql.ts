import type { Sql } from '#platform/database/database.ts'
import type { Mapping } from './calendar-columns.ts'

/** What a team said that these headings mean, or null where it never did. */
export async function findMapping(sql: Sql, teamId: string, headings: string): Promise<Mapping | null> {
  const [kept] = await sql<{ mapping: Mapping }[]>`
    select mapping from calendar_mapping where team_id = ${teamId} and headings = ${headings}`
  return kept?.mapping ?? null
}

/** Remembers what headings mean; the newest word stands. */
export const saveMapping = (sql: Sql, teamId: string, headings: string, mapping: Mapping, at: Date) => sql`
  insert into calendar_mapping (team_id, headings, mapping, kept_at)
  values (${teamId}, ${headings}, ${sql.json({ columns: [...mapping.columns], otherwise: mapping.otherwise })}, ${at})
  on conflict (team_id, headings) do update set mapping = excluded.mapping, kept_at = excluded.kept_at`
