import type { Sql } from '#platform/database/database.ts'

/** What the ledger calls a neighbourhood of a team; nothing where it has no name for it. */
export async function placeSubjects(sql: Sql, teamId: string, neighbourhoodId: string | null): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select s.id from subject s join neighbourhood n on n.force_id = s.force_id and n.name = s.label
    where s.team_id = ${teamId} and s.kind = 'neighbourhood' and n.id = ${neighbourhoodId} and s.ends_on is null
    order by s.id limit 1`
  return rows.map(({ id }) => id)
}

/** What the ledger calls sections of a team's web page (`priorities`, `you-said-we-did`); those it has no name for are left out. */
export async function webSections(sql: Sql, teamId: string, sections: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from subject where team_id = ${teamId} and kind = 'web section' and ends_on is null
      and regexp_replace(id, '^.*/', '') = any(${[...sections]}) order by id`
  return rows.map(({ id }) => id)
}
