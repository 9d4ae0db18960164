import type { Subject } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Labelled } from './subject-of.ts'

/** The subject of a kind and label that a team, or its force, has already and nothing of the network is yet; or null. */
export async function subjectLabelled(sql: Sql, { forceId, teamId, kind, label }: Labelled): Promise<string | null> {
  const [found] = await sql<{ id: string }[]>`
    select id from subject s
    where force_id = ${forceId} and team_id is not distinct from ${teamId} and kind = ${kind} and lower(label) = lower(${label})
      and not exists (select from organisation where subject_id = s.id)
      and not exists (select from key_individual where subject_id = s.id)
      and not exists (select from post where subject_id = s.id)
    order by id limit 1`
  return found?.id ?? null
}

/** These subjects as the ledger knows them. */
export const subjectsNamed = (sql: Sql, ids: readonly string[]) => sql<Subject[]>`
  select id, force_id as "forceId", team_id as "teamId", kind, label, starts_on as "from", ends_on as "to"
  from subject where id = any(${[...ids]}::text[]) order by id`
