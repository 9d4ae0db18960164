import { leadOf, nextStep, type ContractState } from '#contract-year/state.ts'
import { permissions } from '#people/permissions.ts'
import type { Role } from '#people/person.ts'
import { addDays, type Day } from '#platform/day.ts'

/**
 * What a team’s contract waits for by a day: its own next step, or the contract that follows it. `ownDay` is a day that somebody
 * set; else it is the year’s own, as its first day, its last, or those of its round.
 */
export type YearStep = {
  readonly contractId: string
  readonly teamId: string
  readonly teamName: string
  readonly year: number
  readonly state: ContractState
  readonly what: 'next step' | 'next contract'
  readonly dueOn: Day
  readonly ownDay: boolean
  readonly ownerId: string | null
  readonly today: Day
}

/** On which side of its day somebody is reminded of a step. */
export type Moment = 'before' | 'after'

/** A year cannot be drafted in a week, nor a self evaluation; a day that somebody set is theirs to prepare. */
const within = ({ what, ownDay, state }: YearStep): number =>
  ownDay ? 7 : what === 'next contract' || state === 'draft' ? 30 : 14

/** So long after its day a step is still worth a reminder; older ones are history. */
export const remindedAfter = 60

/** Whether a step is near enough to its day to be told of, and on which side; null where it is not. */
export function momentOf(step: YearStep): Moment | null {
  const { dueOn, today } = step
  if (today > dueOn) return today <= addDays(dueOn, remindedAfter) ? 'after' : null
  return addDays(dueOn, -within(step)) <= today ? 'before' : null
}

/** The step by its name, under which its reminder is written down. */
export const stepOf = ({ what, state }: Pick<YearStep, 'what' | 'state'>): string =>
  what === 'next contract' ? 'begin the next contract' : (nextStep(state) ?? state)

/** Whose step it is, where nobody has it in hand. */
export function rolesFor({ what, state }: Pick<YearStep, 'what' | 'state'>): readonly Role[] {
  const step = nextStep(state)
  return permissions[what === 'next contract' || step === null ? 'write contracts' : leadOf(state, step).needs]
}

const nextSteps: Partial<Readonly<Record<ContractState, string>>> = {
  draft: 'is to be submitted for signature',
  submitted: 'is to be signed',
  signed: 'is to be endorsed',
  endorsed: 'is to be published',
  'in force': 'needs its self evaluation drafted before the round of the panel opens',
  'self evaluation drafted': 'is to be given to the panel',
}

/** What is to be done, after the name of a contract: “Contract 2026 of West Dorset is to be signed”. */
export const toBeDone = ({ what, state, ownDay }: Pick<YearStep, 'what' | 'state' | 'ownDay'>): string =>
  what === 'next contract'
    ? 'ends, and the next one is not begun'
    : state === 'in force' && ownDay
      ? 'needs its self evaluation drafted'
      : (nextSteps[state] ?? 'waits for its next step')
