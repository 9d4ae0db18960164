import { kinds } from '#measures/kinds.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { courseBy, type StateTable } from '#platform/state-table.ts'

export const states = [
  'raised',
  'triaged',
  'set',
  'planned',
  'in hand',
  'reported back',
  'closed',
  'reopened',
  'turned down',
] as const
/** Where a matter is on its way from a concern to its outcome; *raised* is a concern nobody has looked at yet. */
export type PriorityState = (typeof states)[number]

export const steps = [
  'triage',
  'turn down',
  'set',
  'plan',
  'begin',
  'task',
  'update',
  'report back',
  'go on',
  'close',
  'reopen',
] as const
/** What may be done with it. */
export type Step = (typeof steps)[number]

/** W1: which step leads where from each state; whatever is not here is refused. */
const course: StateTable<PriorityState, Step, PriorityState> = {
  raised: { triage: 'triaged' },
  triaged: { set: 'set', 'turn down': 'turned down' },
  set: { plan: 'planned', update: 'set' },
  planned: { begin: 'in hand', task: 'planned', update: 'planned' },
  'in hand': { 'report back': 'reported back', task: 'in hand', update: 'in hand' },
  'reported back': { close: 'closed', 'go on': 'in hand', reopen: 'reopened' },
  closed: { reopen: 'reopened' },
  reopened: { plan: 'planned', update: 'reopened' },
  'turned down': {},
}

/** Where a step of a matter leads, and the steps that are open from a state. */
export const { leadOf: afterStep, stepsFrom } = courseBy('this', steps, course)

/** The one step that takes a matter on towards its outcome; null where there is none. */
export const nextStep = (state: PriorityState): Step | null =>
  (['set', 'plan', 'begin', 'report back', 'close'] as const).find((step) => course[state][step] !== undefined) ?? null

export const outcomes = ['done', 'partly', 'could not', 'still trying'] as const
/** What came of a priority. */
export type Outcome = (typeof outcomes)[number]

export const grades = ['low', 'medium', 'high'] as const
export type Grade = (typeof grades)[number]

/** One of threat, risk and harm: how much, and why somebody thinks so. */
export type Score = { readonly grade: Grade; readonly why: string }
export const scored = ['threat', 'risk', 'harm'] as const
export type Scores = Readonly<Record<(typeof scored)[number], Score>>

export type Level = 'higher' | 'standard'

/** One high score makes a priority a higher one, so that a great harm is not averaged away. */
export const levelOf = (scores: Scores): Level =>
  scored.some((name) => scores[name].grade === 'high') ? 'higher' : 'standard'

export const concernings = kinds['priority set'].facets['about people or places']
export type Concerning = (typeof concernings)[number]

/** A priority as the desk works on it. */
export type Priority = {
  readonly id: string
  /** What the ledger calls it. */
  readonly about: string
  readonly teamId: string
  /** In plain words, for everybody to read; likewise `said`, `plan` and `reportBack`. */
  readonly title: string
  /** What people said, in general words that name nobody. */
  readonly said: string
  readonly neighbourhoodId: string | null
  readonly concerning: Concerning | null
  /** Null until it is set. */
  readonly scores: Scores | null
  readonly level: Level | null
  readonly plan: string
  readonly state: Exclude<PriorityState, 'raised'>
  readonly outcome: Outcome | null
  readonly reportBack: string | null
  readonly setOn: Day | null
  readonly closedOn: Day | null
  readonly revision: number
}

/** R14: a priority with higher threat, risk or harm is not begun before an engagement works on it. Throws a Refusal (409). */
export function refuseWithoutStrand({ level }: Pick<Priority, 'level'>, hasStrand: boolean): void {
  if (level === 'higher' && !hasStrand)
    throw new Refusal(
      'A priority with higher threat, risk or harm needs an engagement of its own first (R14): plan one that works on it.',
      409,
    )
}

/** W1: nothing is closed while we still try, or before all who raised it and can be reached were told. Throws a Refusal (409). */
export function refuseUntold({ outcome }: Pick<Priority, 'outcome'>, callsLeft: number): void {
  if (outcome === 'still trying')
    throw new Refusal('You said that you are still trying, so it cannot be closed: go on with it.', 409)
  if (callsLeft > 0)
    throw new Refusal(
      `Tell those who raised it first: ${callsLeft === 1 ? 'one call is' : `${callsLeft} calls are`} still to be made.`,
      409,
    )
}

/** Thrown where somebody else changed a priority since its form was opened. */
export const changedMeanwhile = (): Refusal =>
  new Refusal('Somebody else changed this while you typed. What you typed is kept below: look at both, then send.', 409)
