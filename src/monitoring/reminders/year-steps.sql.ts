import type { Sql } from '#platform/database/database.ts'
import type { Moment, YearStep } from './year-step.ts'

type Asked = { readonly at: Date; readonly teamId: string | null; readonly days: number }

/**
 * What the contracts of every team, or of one, wait for by a day that is near: the day that somebody set, else for a draft its
 * first day, for a self evaluation the day on which the round of its panel opens, for its freezing the day on which scoring begins;
 * and of a contract that ends without a next one, its last day. By team and day.
 */
export const yearSteps = (sql: Sql, { at, teamId, days }: Asked) => sql<YearStep[]>`
  with today as (select id as force_id, (${at}::timestamptz at time zone time_zone)::date as day from force),
  live as (
    select k.contract_id, k.team_id, k.state, k.owner_id, k.due_on from contract_course k
    union all
    select c.id, c.team_id, 'in force', null, null from contract c
    where not exists (select from contract_course k where k.contract_id = c.id)
  ), rounds as (
    select rc.contract_id, r.opens_on, r.scoring_on from round_contract rc join assessment_round r on r.id = rc.round_id
    where r.phase = 'set up'
  ), steps as (
    select l.contract_id, l.team_id, l.state, 'next step' as what, l.owner_id, l.due_on is not null as own_day,
      coalesce(l.due_on, case
        when l.state in ('draft', 'submitted', 'signed', 'endorsed') then (d.document -> 'span' ->> 'from')::date
        when l.state = 'in force' then r.opens_on
        when l.state = 'self evaluation drafted' then r.scoring_on end) as due_on
    from live l left join contract_draft d on d.contract_id = l.contract_id left join rounds r on r.contract_id = l.contract_id
    where l.state in ('draft', 'submitted', 'signed', 'endorsed', 'in force', 'self evaluation drafted')
    union all
    select c.id, c.team_id, l.state, 'next contract', null, false, c.ends_on
    from contract c join live l on l.contract_id = c.id
    where not exists (select from contract n where n.team_id = c.team_id and n.starts_on > c.starts_on)
      and not exists (select from contract_draft n where n.team_id = c.team_id and n.year > c.year)
  )
  select s.contract_id as "contractId", s.team_id as "teamId", t.name as "teamName",
    split_part(s.contract_id, '/', 3)::int as year, s.state, s.what, s.due_on as "dueOn", s.own_day as "ownDay",
    s.owner_id as "ownerId", n.day as today
  from steps s join team t on t.id = s.team_id join today n on n.force_id = t.force_id
  where s.due_on between n.day - ${days}::int and n.day + ${days}::int
    ${teamId === null ? sql`` : sql`and s.team_id = ${teamId}`}
  order by t.id, s.due_on, s.contract_id, s.what`

/** A step with the roles whose it is where nobody has it in hand. */
export type Addressed = Pick<YearStep, 'contractId' | 'teamId' | 'ownerId'> & {
  readonly step: string
  readonly roles: readonly string[]
}

/** Somebody to be told of a step. */
export type Reader = {
  readonly contractId: string
  readonly step: string
  readonly personId: string
  readonly email: string
}

/** Whom each step reaches, of those who are here: whoever has it in hand, else, and where they left, those whose step it is. */
export const readersOf = (sql: Sql, steps: readonly Addressed[]) => sql<Reader[]>`
  with asked as (
    select a.*, o.id is not null as owner_is_here
    from jsonb_to_recordset(${sql.json([...steps] as never)}) as a ("contractId" text, "teamId" text, "ownerId" uuid, step text, roles jsonb)
    left join person o on o.id = a."ownerId" and o.ended_on is null and coalesce(o.team_id, a."teamId") = a."teamId"
  )
  select a."contractId", a.step, p.id as "personId", p.email
  from asked a join person p on p.ended_on is null and case when a.owner_is_here then p.id = a."ownerId" else
    p.force_id = split_part(a."teamId", '/', 1) and coalesce(p.team_id, a."teamId") = a."teamId" and a.roles ? p.role end
  order by p.id, a."contractId", a.step`

/** That somebody is reminded of a step on one side of its day. */
export type Reminder = Pick<YearStep, 'contractId' | 'dueOn'> & { readonly step: string; readonly moment: Moment }

/** Notes of which steps somebody is reminded; answers those of which nobody was before. */
export const saveYearReminders = (sql: Sql, reminders: readonly Reminder[], at: Date) => sql<Reminder[]>`
  insert into year_reminder (contract_id, step, due_on, moment, written_at)
  select r."contractId", r.step, r."dueOn", r.moment, ${at}
  from jsonb_to_recordset(${sql.json([...reminders])}) as r ("contractId" text, step text, "dueOn" date, moment text)
  on conflict do nothing returning contract_id as "contractId", step, due_on as "dueOn", moment`
