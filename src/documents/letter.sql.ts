import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** What a panel recommended, as its letter said it first: later owners and days do not change a letter. */
export type FirstRecommended = {
  readonly standardId: string
  readonly words: string
  readonly closedBy: string
  readonly ownerRole: Role
  readonly dueOn: Day
}

/** What a round recommended to a team, what was due first first. */
export const firstRecommended = (sql: Sql, roundId: string, contractId: string) => sql<FirstRecommended[]>`
  select n.standard_id as "standardId", n.words, n.closed_by as "closedBy", p.role as "ownerRole", n.due_on as "dueOn"
  from recommendation n join person p on p.id = n.owner_id
  where n.round_id = ${roundId} and n.contract_id = ${contractId} order by n.due_on, n.id`
