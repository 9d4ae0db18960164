import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { rolesOf, type Level } from './escalation.ts'

/** That somebody must be told of a recommendation. */
export type Escalation = {
  readonly recommendationId: string
  readonly overdueSince: Day
  readonly level: Level
  readonly on: Day
}

/** Notes who is told; answers those who were not noted before, so that of two who note at once one has each. */
export const saveEscalations = (sql: Sql, escalations: readonly Escalation[], at: Date) => sql<Escalation[]>`
  insert into recommendation_escalation (recommendation_id, overdue_since, level, escalated_on, escalated_at)
  select e."recommendationId", e."overdueSince", e.level, e."on", ${at}
  from jsonb_to_recordset(${sql.json([...escalations])}) as e ("recommendationId" uuid, "overdueSince" date, level text, "on" date)
  on conflict do nothing
  returning recommendation_id as "recommendationId", overdue_since as "overdueSince", level, escalated_on as "on"`

/** Somebody to be told of a recommendation. */
export type Reader = {
  readonly recommendationId: string
  readonly level: Level
  readonly personId: string
  readonly email: string
}

/**
 * Whom each escalation reaches, of those who are here: the owner, or where they left, whoever could give it to somebody else;
 * Inspectors and senior management of the force; of the panel those of its round who declared no conflict with the team.
 */
export const readersOf = (sql: Sql, escalations: readonly Escalation[]) => sql<Reader[]>`
  with told as (
    select e."recommendationId" as id, e.level, n.round_id, n.contract_id, c.team_id, split_part(c.team_id, '/', 1) as force_id,
      case when e.level = 'owner' then coalesce((select owner_id from recommendation_step s
        where s.recommendation_id = n.id and s.step = 'reassigned' order by place desc limit 1), n.owner_id) end as owner_id
    from jsonb_to_recordset(${sql.json([...escalations])}) as e ("recommendationId" uuid, level text)
    join recommendation n on n.id = e."recommendationId" join contract c on c.id = n.contract_id
  ), owned as (
    select told.*, o.ended_on is null and coalesce(o.team_id, told.team_id) = told.team_id as owner_is_here
    from told left join person o on o.id = told.owner_id
  )
  select distinct t.id as "recommendationId", t.level, p.id as "personId", p.email
  from owned t
  join jsonb_each(${sql.json(rolesOf)}) as l (level, roles) on l.level = t.level
  join person p on p.ended_on is null and p.force_id = t.force_id and coalesce(p.team_id, t.team_id) = t.team_id
    and case when t.level = 'owner' then
        case when t.owner_is_here then p.id = t.owner_id else p.role in ('sergeant', 'inspector') end
      else l.roles ? p.role end
    and (t.level <> 'panel' or (exists (select from round_member m where m.round_id = t.round_id and m.person_id = p.id)
      and not exists (select from round_conflict k
        where k.round_id = t.round_id and k.contract_id = t.contract_id and k.person_id = p.id)))
  order by p.id, t.id, t.level`
