import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { ContractState, ContractStep } from './state.ts'

/** Where a contract is, who has its next step in hand and by when; revision 0 where no step was taken yet. */
export type Course = {
  readonly contractId: string
  readonly state: ContractState
  readonly ownerId: string | null
  readonly owner: string | null
  readonly dueOn: Day | null
  readonly revision: number
}

const columns = (sql: Sql) => sql`
  c.contract_id as "contractId", c.state, c.owner_id as "ownerId", p.name as owner, c.due_on as "dueOn", c.revision`

/** Where contracts are that took a step, by contract. */
export async function coursesOf(sql: Sql, contractIds: readonly string[]): Promise<Map<string, Course>> {
  const rows = await sql<Course[]>`
    select ${columns(sql)} from contract_course c left join person p on p.id = c.owner_id
    where c.contract_id = any(${[...contractIds]}) order by c.contract_id`
  return new Map(rows.map((row) => [row.contractId, row]))
}

/** A published contract that took no step is in force. */
export const notBegun = (contractId: string): Course => ({
  contractId,
  state: 'in force',
  ownerId: null,
  owner: null,
  dueOn: null,
  revision: 0,
})

/** Takes a contract's course for this transaction alone; null where the team has neither contract nor draft of this id. */
export async function takeCourse(sql: Sql, teamId: string, contractId: string): Promise<Course | null> {
  await sql`
    insert into contract_course (contract_id, team_id, state)
    select id, team_id, 'in force' from contract where id = ${contractId} and team_id = ${teamId} on conflict do nothing`
  const [row] = await sql<Course[]>`
    select ${columns(sql)} from contract_course c left join person p on p.id = c.owner_id
    where c.contract_id = ${contractId} and c.team_id = ${teamId} for update of c`
  return row ?? null
}

/** Those of these contracts that their panel judges, each taken for this transaction alone. */
export const takeFrozen = (sql: Sql, contractIds: readonly string[]) => sql<{ contractId: string; teamId: string }[]>`
  select contract_id as "contractId", team_id as "teamId" from contract_course
  where contract_id = any(${[...contractIds]}) and state = 'frozen' order by contract_id collate "C" for update`

/**
 * Whether a member of a panel has scored this contract in a round that is not closed; kept so for the transaction, as whoever scores
 * holds the same.
 */
export async function isBeingScored(sql: Sql, contractId: string): Promise<boolean> {
  await sql`select from round_contract where contract_id = ${contractId} for no key update`
  const rows = await sql`
    select from assessment_round r join score s on s.round_id = r.id and s.contract_id = ${contractId}
    where r.phase <> 'closed' and s.submitted_at is not null limit 1`
  return rows.length > 0
}

export type StepTaken = {
  readonly step: ContractStep | 'begin'
  readonly state: ContractState
  readonly takenOn: Day
  readonly reason: string
  readonly takenBy: string | null
  readonly by: string | null
}

/** Who took steps, when and why. */
type Taken = Pick<StepTaken, 'takenOn' | 'reason' | 'takenBy'> & { readonly at: Date }
type Steps = readonly Pick<StepTaken, 'step' | 'state'>[]

/** Begins the course of a draft. */
export async function beginCourse(
  sql: Sql,
  { id, teamId }: { readonly id: string; readonly teamId: string },
  taken: Omit<Taken, 'reason'>,
): Promise<void> {
  await sql`insert into contract_course (contract_id, team_id, state) values (${id}, ${teamId}, 'draft')`
  await saveSteps(sql, [id], [{ step: 'begin', state: 'draft' }], { ...taken, reason: '' })
}

/** Moves the courses of contracts on by these steps, each of which is counted, and keeps that they were taken. */
export async function moveCourses(
  sql: Sql,
  contractIds: readonly string[],
  steps: Steps,
  { ownerId, dueOn, ...taken }: Taken & Pick<Course, 'ownerId' | 'dueOn'>,
): Promise<void> {
  await sql`
    update contract_course
    set state = ${steps.at(-1)?.state ?? null}, owner_id = ${ownerId}, due_on = ${dueOn}, revision = revision + ${steps.length}
    where contract_id = any(${[...contractIds]})`
  await saveSteps(sql, contractIds, steps, taken)
}

const saveSteps = (
  sql: Sql,
  contractIds: readonly string[],
  steps: Steps,
  { takenOn, reason, at, takenBy }: Taken,
) => sql`
  insert into contract_step (contract_id, step, state, taken_on, reason, taken_at, taken_by)
  select c.id, s.step, s.state, ${takenOn}, ${reason}, ${at}, ${takenBy}
  from unnest(${[...contractIds]}::text[]) with ordinality as c (id, place)
  cross join unnest(${steps.map(({ step }) => step)}::text[], ${steps.map(({ state }) => state)}::text[])
    with ordinality as s (step, state, place)
  order by c.place, s.place`

/** Every step of a contract, the first first. */
export const stepsTaken = (sql: Sql, contractId: string) => sql<StepTaken[]>`
  select s.step, s.state, s.taken_on as "takenOn", s.reason, s.taken_by as "takenBy", p.name as by
  from contract_step s left join person p on p.id = s.taken_by where s.contract_id = ${contractId} order by s.id`

/** Somebody who may have a contract's next step in hand. */
export type PossibleOwner = { readonly id: string; readonly name: string }

/** Who of these roles works for a team or its whole force and is here still, by name. */
export const peopleOfRoles = (sql: Sql, teamId: string, roles: readonly string[]) => sql<PossibleOwner[]>`
  select p.id, p.name from person p
  where p.role = any(${[...roles]}) and p.ended_on is null and p.force_id = split_part(${teamId}, '/', 1)
    and (p.team_id is null or p.team_id = ${teamId})
  order by p.name, p.id`
