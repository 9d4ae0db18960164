import { addDays, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'

const courseSteps = ['answered', 'closure proposed', 'closure accepted', 'sent back'] as const
const timeSteps = ['more time asked', 'more time granted', 'more time refused'] as const
export const recommendationSteps = [...courseSteps, ...timeSteps, 'reassigned'] as const
/** What a team and its panel do with a recommendation. */
export type RecommendationStep = (typeof recommendationSteps)[number]

export const recommendationStates = ['not answered', ...courseSteps] as const
/** Where a recommendation stands: the last step of its course; more time and another owner leave it where it is. */
export type RecommendationState = (typeof recommendationStates)[number]

/** Where it stands, and until when its team asks for more time; null where it does not, or the panel has decided. */
export type Course = { readonly state: RecommendationState; readonly asksUntil: Day | null }

/** What was said and when it is due; `answerBy` is null before its round is closed. */
type Told = {
  readonly firstDueOn: Day
  readonly answerBy: Day | null
  readonly steps: readonly { readonly step: RecommendationStep; readonly takenOn: Day; readonly until: Day | null }[]
}

/** How a recommendation stands as at a day; overdue is what waits for its team, not what waits for the panel. */
export type StandsAt = Course & { readonly dueOn: Day; readonly overdueSince: Day | null }

/** Where a recommendation stands as at a day, from what was said to it by then: pure. */
export function standsAt({ firstDueOn, answerBy, steps }: Told, on: Day): StandsAt {
  const begun: Course & { readonly dueOn: Day } = { state: 'not answered', asksUntil: null, dueOn: firstDueOn }
  const by = steps.filter(({ takenOn }) => takenOn <= on).reduce(afterStep, begun)
  const clocks = by.state === 'not answered' && answerBy !== null ? [by.dueOn, answerBy] : [by.dueOn]
  const waits = by.state === 'closure proposed' || by.state === 'closure accepted'
  const [first = by.dueOn] = clocks.toSorted()
  return { ...by, overdueSince: waits || first >= on ? null : addDays(first, 1) }
}

type Standing = Course & { readonly dueOn: Day }

function afterStep(before: Standing, { step, until }: Told['steps'][number]): Standing {
  if (step === 'reassigned') return before
  if (step === 'more time asked') return { ...before, asksUntil: until }
  if (step === 'more time refused') return { ...before, asksUntil: null }
  if (step === 'more time granted') return { ...before, asksUntil: null, dueOn: until ?? before.dueOn }
  // Whoever says that it is done needs no more time.
  return { ...before, state: step, asksUntil: step === 'closure proposed' ? null : before.asksUntil }
}

const open: readonly RecommendationState[] = ['not answered', 'answered', 'sent back']

const follows: Readonly<Record<RecommendationStep, (course: Course) => boolean>> = {
  answered: ({ state }) => open.includes(state),
  'closure proposed': ({ state }) => open.includes(state),
  'closure accepted': ({ state }) => state === 'closure proposed',
  'sent back': ({ state }) => state === 'closure proposed',
  'more time asked': ({ state, asksUntil }) => open.includes(state) && asksUntil === null,
  'more time granted': ({ state, asksUntil }) => open.includes(state) && asksUntil !== null,
  'more time refused': ({ state, asksUntil }) => open.includes(state) && asksUntil !== null,
  reassigned: ({ state }) => state !== 'closure accepted',
}

/** Whether a step may be taken from where it stands: the only place that says so. */
export const mayFollow = (step: RecommendationStep, course: Course): boolean => follows[step](course)

/** The panel accepts only what a team proposed, and nobody answers what is closed. Throws a Refusal (409). */
export function refuseOutOfTurn(step: RecommendationStep, course: Course): void {
  if (mayFollow(step, course)) return
  if (course.state === 'closure accepted') throw new Refusal('This recommendation is closed.', 409)
  if (step === 'more time granted' || step === 'more time refused')
    throw new Refusal('The team does not ask for more time.', 409)
  if (course.state === 'closure proposed')
    throw new Refusal('The team proposed to close it: the panel decides first.', 409)
  if (step === 'more time asked') throw new Refusal('More time is asked for already: the panel decides first.', 409)
  throw new Refusal('The team has not proposed to close it yet.', 409)
}

/** Where it stands, and what was done, in words that the public reads. */
export const stateInWords: Readonly<Record<RecommendationState | RecommendationStep, string>> = {
  'not answered': 'Not answered yet',
  answered: 'Answered',
  'closure proposed': 'Said to be done',
  'closure accepted': 'Done, as the panel sees it',
  'sent back': 'Not done, as the panel sees it',
  'more time asked': 'More time asked for',
  'more time granted': 'More time given',
  'more time refused': 'More time not given',
  reassigned: 'Given to another owner',
}
