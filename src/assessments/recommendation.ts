import { Refusal } from '#platform/refusal.ts'

export const answerSteps = ['answered', 'closure proposed', 'closure accepted', 'sent back'] as const
/** What a team and its panel do with a recommendation. */
export type AnswerStep = (typeof answerSteps)[number]

/** Where a recommendation stands: its last step. */
export type RecommendationState = AnswerStep | 'not answered'

const follows: Readonly<Record<AnswerStep, readonly RecommendationState[]>> = {
  answered: ['not answered', 'answered', 'sent back'],
  'closure proposed': ['not answered', 'answered', 'sent back'],
  'closure accepted': ['closure proposed'],
  'sent back': ['closure proposed'],
}

/** Whether a step may be taken from a state. */
export const mayFollow = (step: AnswerStep, state: RecommendationState): boolean => follows[step].includes(state)

/** The panel accepts only what a team proposed, and nobody answers what is closed. Throws a Refusal (409). */
export function refuseOutOfTurn(step: AnswerStep, state: RecommendationState): void {
  if (mayFollow(step, state)) return
  if (state === 'closure accepted') throw new Refusal('This recommendation is closed.', 409)
  if (state === 'closure proposed') throw new Refusal('The team proposed to close it: the panel decides first.', 409)
  throw new Refusal('The team has not proposed to close it yet.', 409)
}

/** Where it stands, in words that the public reads. */
export const stateInWords: Readonly<Record<RecommendationState, string>> = {
  'not answered': 'Not answered yet',
  answered: 'Answered',
  'closure proposed': 'Said to be done',
  'closure accepted': 'Done, as the panel sees it',
  'sent back': 'Not done, as the panel sees it',
}
