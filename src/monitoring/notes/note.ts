import { addDays, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'

export const noteSteps = ['answered', 'asked again', 'closed'] as const
/** What becomes of a note: its team answers, the commissioner’s office asks again or closes it. */
export type NoteStep = (typeof noteSteps)[number]

export const noteStates = ['waits', 'answered', 'closed'] as const
export type NoteState = (typeof noteStates)[number]

/** Whose step it is. */
export type Side = 'team' | 'office'

/** Days within which a team answers unless the note says otherwise: two of its weeks. */
export const usualClock = 14

type Told = {
  readonly answerBy: Day
  readonly steps: readonly { readonly step: NoteStep; readonly answerBy: Day | null; readonly takenOn: Day }[]
}

/** How a note stands as at a day. */
export type NoteStanding = { readonly state: NoteState; readonly answerBy: Day; readonly overdueSince: Day | null }

/** Where a note stands as at a day, from what was said to it by then: pure. */
export function noteStandsAt({ answerBy: first, steps }: Told, on: Day): NoteStanding {
  const by = steps.filter(({ takenOn }) => takenOn <= on)
  const last = by.at(-1)?.step
  const answerBy = by.findLast((step) => step.answerBy !== null)?.answerBy ?? first
  const state = last === 'closed' ? 'closed' : last === 'answered' ? 'answered' : 'waits'
  return { state, answerBy, overdueSince: state === 'waits' && answerBy < on ? addDays(answerBy, 1) : null }
}

const rules: Readonly<Record<NoteStep, { readonly by: Side; readonly in: readonly NoteState[] }>> = {
  answered: { by: 'team', in: ['waits', 'answered'] },
  'asked again': { by: 'office', in: ['answered'] },
  closed: { by: 'office', in: ['waits', 'answered'] },
}

/** Whether a side may take a step now: the only place that says so. */
export const mayTake = (step: NoteStep, state: NoteState, side: Side): boolean =>
  rules[step].by === side && rules[step].in.includes(state)

/** Throws a Refusal where a step is the other side’s (403) or does not follow (409). */
export function refuseOutOfTurn(step: NoteStep, state: NoteState, side: Side): void {
  if (rules[step].by !== side)
    throw new Refusal(
      `This (${step}) is for ${rules[step].by === 'team' ? 'the team' : 'the commissioner’s office'}.`,
      403,
    )
  if (rules[step].in.includes(state)) return
  throw new Refusal(
    state === 'closed'
      ? 'This note is closed: nothing more can be said to it.'
      : 'The team has not answered yet, so there is nothing to ask again.',
    409,
  )
}

/** A team is not asked to answer by a day that is over. Throws a Refusal (422). */
export function refusePast(answerBy: Day, today: Day): void {
  if (answerBy < today) throw new Refusal('The day by which it is to be answered is over.')
}

export const noteStateInWords: Readonly<Record<NoteState | NoteStep, string>> = {
  waits: 'Waits for an answer',
  answered: 'Answered',
  'asked again': 'Asked again',
  closed: 'Closed',
}
