import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Something a promise is about: a council, a school, a scheme. Its label names an organisation or a post, never a person. */
export type Subject = {
  readonly id: string
  readonly forceId: string
  /** Null where it belongs to the whole force. */
  readonly teamId: string | null
  readonly kind: string
  readonly label: string
  readonly from: Day
  readonly to: Day | null
}

/** Registers subjects, or brings what is known of them up to date. */
export async function registerSubjects(sql: Sql, subjects: readonly Subject[]): Promise<void> {
  const rows = subjects.map((s) => ({ ...s, to: s.to ?? null }))
  await sql`
    insert into subject (id, force_id, team_id, kind, label, starts_on, ends_on)
    select s.id, s."forceId", s."teamId", s.kind, s.label, s."from", s."to"
    from jsonb_to_recordset(${sql.json(rows)}) as s (id text, "forceId" text, "teamId" text, kind text, label text, "from" date, "to" date)
    on conflict (id) do update set label = excluded.label, starts_on = excluded.starts_on, ends_on = excluded.ends_on`
}

/** The subjects of a team, its force's own among them, in order of kind and label. */
export const subjectsOf = (sql: Sql, forceId: string, teamIds: readonly string[]) => sql<Subject[]>`
  select id, force_id as "forceId", team_id as "teamId", kind, label, starts_on as "from", ends_on as "to"
  from subject where force_id = ${forceId} and (team_id is null or team_id = any(${[...teamIds]}))
  order by kind, label, id`
