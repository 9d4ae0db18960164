import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { ContractState } from './state.ts'

/** A contract that waits for somebody's step. */
export type ContractWaiting = {
  readonly year: number
  readonly state: ContractState
  readonly owner: string | null
  readonly dueOn: Day | null
}

/** The contracts of a team that wait for its own or its force's people, or for which somebody set a day; the newest first. */
export const contractsWaiting = (sql: Sql, teamId: string) => sql<ContractWaiting[]>`
  select split_part(c.contract_id, '/', 3)::int as year, c.state, p.name as owner, c.due_on as "dueOn"
  from contract_course c left join person p on p.id = c.owner_id
  where c.team_id = ${teamId} and (c.state in ('draft', 'submitted', 'signed', 'endorsed', 'self evaluation drafted')
    or (c.state = 'in force' and c.due_on is not null))
  order by year desc`
