import { closedRatingOf, judgedOf, type ClosedRating } from '#assessments/ratings.sql.ts'
import { roundsOf } from '#assessments/rounds.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Pack } from '#assessments/pack.ts'
import { outcomesOf, type Graded, type StandardOutcome } from './outcome.ts'
import type { Sitting } from './sitting.ts'
import { tallyOf, votesOn, type Tally } from './tally.ts'
import { countedOf, votersOf, type Voters } from './votes.sql.ts'

type Of = {
  readonly forceId: string
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
  readonly voters: Voters
}

/** Reads what each side says of a contract: the commissioner’s panel once its round is closed, the community as its sitting stands. */
export async function contractOutcome(sql: Sql, of: Of): Promise<ContractOutcome> {
  const { contractId, sitting, packs } = of
  const [{ rating, graded }, counted, voters] = await Promise.all([
    gradedIn(sql, of),
    sitting ? countedOf(sql, sitting.id) : [],
    sitting ? votersOf(sql, sitting.id) : [],
  ])
  const voted = sitting && { choices: sitting.choices, counted }
  return {
    standards: outcomesOf({ packs, graded, voted, contractId }),
    rating,
    whole: sitting && tallyOf(sitting.grades, votesOn(counted, contractId, null)),
    voters: voters.find((each) => each.contractId === contractId) ?? { contractId, byLink: 0, onPaper: 0 },
  }
}

async function gradedIn(sql: Sql, { forceId, teamId, year }: Of) {
  const rating = await closedRatingOf(sql, teamId, year)
  if (rating === null) return { rating, graded: [] }
  const [judged, rounds] = await Promise.all([judgedOf(sql, rating), roundsOf(sql, forceId)])
  const scale = rounds.find(({ id }) => id === rating.roundId)?.grades ?? []
  const graded: Graded[] = judged.map(({ standardId, grade }) => ({ standardId, grade, scale }))
  return { rating, graded }
}
