import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** What is agreed with a subject, and how to log a contact with it. */
export type Level = {
  readonly teamId: string
  readonly subjectId: string
  readonly relationshipId: string
  readonly label: string
  readonly kind: string
  readonly every: string | null
  readonly agreedOn: Day | null
  readonly beganOn: Day
  readonly nextDue: Day | null
  readonly owner: string
  readonly organisationId: string | null
}

/** What teams agreed with subjects of some kinds, in order of label. */
export const levelsWith = (sql: Sql, teamIds: readonly string[], kinds: readonly string[]) => sql<Level[]>`
  select r.team_id as "teamId", r.subject_id as "subjectId", r.id as "relationshipId", s.label, s.kind, r.every,
    r.agreed_on as "agreedOn", r.began_on as "beganOn", r.next_due as "nextDue", p.name as owner, r.organisation_id as "organisationId"
  from relationship r join subject s on s.id = r.subject_id join person p on p.id = r.owner_id
  where r.team_id = any(${[...teamIds]}) and r.ended_on is null and s.kind = any(${[...kinds]})
  order by s.kind, s.label, r.id limit 1000`
