import type { Sql } from '#platform/database/database.ts'
import type { Graded } from './outcome.ts'

/** What closed rounds of the commissioner’s panel gave each standard of these contracts. */
export const gradedIn = (sql: Sql, contractIds: readonly string[]) => sql<(Graded & { readonly contractId: string })[]>`
  select m.contract_id as "contractId", m.standard_id as "standardId", m.grade, r.grades as scale
  from moderated_score m join assessment_round r on r.id = m.round_id
  where r.phase = 'closed' and m.contract_id = any(${[...contractIds]}) order by r.closed_on, 1, 2`
