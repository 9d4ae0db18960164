import type { StepTaken } from '#contract-year/course.sql.ts'
import type { ContractState } from '#contract-year/state.ts'
import type { Fact } from '#ledger/evidence.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Consultation, ConsultationTold, Profile } from './asked.sql.ts'

/** Until its panel has the year, a team may tell whom it asked and what its plan rests on. */
export const isTold = (state: ContractState): boolean => !['frozen', 'rated', 'closed'].includes(state)

/** Thrown once the panel has the year. */
export function refuseUntold(state: ContractState): void {
  if (!isTold(state))
    throw new Refusal(
      `This contract is ${state}: what its panel was given stays as it is. Tell it with the plan of the next year.`,
      409,
    )
}

/** Thrown where a consultation was withdrawn, so that nothing more is said of it. */
export function refuseWithdrawn({ withdrawn }: Pick<Consultation, 'withdrawn'>): void {
  if (withdrawn !== null) throw new Refusal('This consultation was withdrawn. Tell of another instead.', 409)
}

/** The day on which a plan was signed and so approved; null while it is not, or where it was sent back since. */
export const approvedOn = (taken: readonly Pick<StepTaken, 'step' | 'state' | 'takenOn'>[]): Day | null =>
  taken.reduce<Day | null>((day, { step, state, takenOn }) => {
    if (step === 'sign') return takenOn
    return step === 'send back' && state === 'draft' ? null : day
  }, null)

/** The record from which the evidence of a consultation came. */
export const sourceOf = (id: string): string => `consultation/${id}`

/** D1.6: that a community was asked about the plan, and whether that was before it was approved. */
export const communityConsulted = (
  id: string,
  { heldOn, answers }: Pick<ConsultationTold, 'heldOn' | 'answers'>,
  approved: Day | null,
): Fact => ({
  kind: 'community consulted',
  happenedOn: heldOn,
  quantities: { answers },
  facets: { 'before approval': approved === null || heldOn <= approved },
  source: sourceOf(id),
})

/** D1.5: that the plan rests on a profile of the area's communities. */
export const profileLinked = ({ id, linkedOn }: Pick<Profile, 'id' | 'linkedOn'>): Fact => ({
  kind: 'profile linked',
  happenedOn: linkedOn,
  source: `profile/${id}`,
})
