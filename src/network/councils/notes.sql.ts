import type { Sql } from '#platform/database/database.ts'
import type { NetworkNote } from './note.ts'

/** Keeps a note; false where it was sent before. */
export async function saveNote(sql: Sql, note: NetworkNote, { at, by }: { at: Date; by: string }): Promise<boolean> {
  const { id, teamId, kind, happenedOn, organisationIds, stands } = note
  const saved = await sql`
    insert into network_note (id, team_id, kind, happened_on, organisation_ids, stands, noted_at, noted_by)
    values (${id}, ${teamId}, ${kind}, ${happenedOn}, ${[...organisationIds]}::uuid[], ${stands}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Keeps who answers for the councillors of a team's area; false where the form was sent before. */
export async function saveInspector(
  sql: Sql,
  named: { readonly id: string; readonly teamId: string; readonly personId: string; readonly since: string },
  { at, by }: { at: Date; by: string },
): Promise<boolean> {
  const saved = await sql`
    insert into responsible_inspector (id, team_id, person_id, since, named_at, named_by)
    values (${named.id}, ${named.teamId}, ${named.personId}, ${named.since}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Who answers for the councillors of each team's area, by the newest word. */
export const inspectorsNamed = (sql: Sql, teamIds: readonly string[]) => sql<
  { teamId: string; personId: string; name: string; since: string }[]
>`
  select distinct on (r.team_id) r.team_id as "teamId", r.person_id as "personId", p.name, r.since
  from responsible_inspector r join person p on p.id = r.person_id
  where r.team_id = any(${[...teamIds]}) order by r.team_id, r.named_at desc, r.id`
