import { closedRatingOf, type ClosedRating } from '#assessments/ratings/ratings.sql.ts'
import type { Pack } from '#assessments/packs/pack.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Sitting } from '../sittings/sitting.ts'
import { tallyOf, votesOn, type Tally } from '../votes/tally.ts'
import { countedOf } from '../votes/votes.sql.ts'
import { gradedIn } from './graded.sql.ts'
import { outcomesOf, type StandardOutcome } from './outcome.ts'

type Of = {
  readonly teamId: string
  readonly contractId: string
  readonly year: number
  readonly packs: readonly Pack[]
  readonly sitting: Sitting | null
}

/** A contract as all sides see it; what a side has not published is null. */
export type ContractOutcome = {
  readonly standards: readonly StandardOutcome[]
  readonly rating: ClosedRating | null
  /** What the sitting says of the whole contract. */
  readonly whole: Tally | null
}

/** Reads what each side says of a contract: the commissioner’s panel once its round is closed, the community as its sitting stands. */
export async function contractOutcome(sql: Sql, of: Of): Promise<ContractOutcome> {
  const { teamId, year, contractId, sitting, packs } = of
  const [rating, graded, counted] = await Promise.all([
    closedRatingOf(sql, teamId, year),
    gradedIn(sql, [contractId]),
    sitting ? countedOf(sql, sitting.id) : [],
  ])
  const voted = sitting && { choices: sitting.choices, counted }
  return {
    standards: outcomesOf({ packs, graded, voted, contractId }),
    rating,
    whole: sitting && tallyOf(sitting.grades, votesOn(counted, contractId, null)),
  }
}
