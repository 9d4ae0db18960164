import type { Contract } from '#contracts/contract.ts'
import { contractHeads, findContract } from '#contracts/contracts.sql.ts'
import { contractYearAt, deskOfYear, type YearFound } from '#contract-year/contract-year-at.ts'
import { piecesWritten, type PieceWritten } from '#contract-year/draft-pieces.sql.ts'
import type { Framework } from '#frameworks/framework.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { planFormOf, type AskedForm } from '#frameworks/plan-form.ts'
import { isAllowed } from '#people/permissions.ts'
import type { Visit } from '#platform/http/visit.ts'

/** The plan of a year as a visit finds it. */
export type PlanFound = YearFound & {
  readonly framework: Framework
  readonly form: AskedForm
  readonly pieces: ReadonlyMap<string, PieceWritten>
  /** It is a draft, and whoever looks may write it. */
  readonly mayWrite: boolean
}

/** The plan of an address; throws as `contractYearAt` does. */
export async function planAt(visit: Visit): Promise<PlanFound> {
  const found = await contractYearAt(visit)
  const framework = await frameworkOfContract(visit.db, found.contract.frameworkId)
  const pieces = await piecesWritten(visit.db, found.contract.id)
  const isDraft = found.isDraft && found.course.state === 'draft'
  const mayWrite = isDraft && visit.person !== null && isAllowed(visit.person, 'write contracts', visit.params)
  return { ...found, framework, form: planFormOf(framework), pieces, mayWrite }
}

/** The contract of the team whose year came last before this one; null where it is the first. */
export async function contractBefore({ db }: Visit, { team, contract }: YearFound): Promise<Contract | null> {
  const before = (await contractHeads(db, [team.id])).find(({ year }) => year < contract.year)
  return before === undefined ? null : findContract(db, team.id, before.year)
}

/** The plan of a year at the desk. */
export const deskOfPlan = (teamId: string, year: number): string => `${deskOfYear(teamId, year)}/plan`

/** How often a piece was written, as its form carries it. */
export const revisionOf = ({ pieces }: PlanFound, piece: string): number => pieces.get(piece)?.revision ?? 0
