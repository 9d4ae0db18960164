import { inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'

export const phases = ['set up', 'scoring', 'moderation', 'closed'] as const
/** How far a round is. */
export type Phase = (typeof phases)[number]

/** What somebody is to a round: *team* for those whose contract is judged, *office* for others of the commissioner’s, *nobody* for the rest. */
export type Seat = 'chair' | 'member' | 'team' | 'office' | 'nobody'

/** One year's assessment of a force's contracts. */
export type Round = {
  readonly id: string
  readonly forceId: string
  readonly year: number
  readonly opensOn: Day
  readonly scoringOn: Day
  readonly moderationOn: Day
  readonly closesOn: Day
  /** Best first. */
  readonly grades: readonly string[]
  /** Days after the closing within which a recommendation is to be answered. */
  readonly answerWithin: number
  readonly phase: Phase
  readonly closedOn: Day | null
}

export const usualGrades = ['outstanding', 'good', 'adequate', 'requires improvement', 'inadequate'] as const
export const usualAnswerWithin = 56

type Rule = { readonly in: readonly Phase[]; readonly by: readonly Seat[]; readonly to?: Phase }
const panel: readonly Seat[] = ['chair', 'member']

/** Every step of a round, when it may be taken and by whom: the only place that says so. */
export const steps = {
  'set the rubric': { in: ['set up'], by: ['chair'] },
  'move the days': { in: ['set up', 'scoring', 'moderation'], by: ['chair'] },
  'change the panel': { in: ['set up', 'scoring', 'moderation'], by: ['chair'] },
  'declare a conflict': { in: ['set up', 'scoring', 'moderation'], by: panel },
  'begin scoring': { in: ['set up'], by: ['chair'], to: 'scoring' },
  'give a score': { in: ['scoring', 'moderation'], by: panel },
  'begin moderation': { in: ['scoring'], by: ['chair'], to: 'moderation' },
  'moderate a score': { in: ['moderation'], by: ['chair'] },
  'rate a contract': { in: ['moderation'], by: ['chair'] },
  dissent: { in: ['moderation'], by: panel },
  recommend: { in: ['moderation'], by: ['chair'] },
  'close the round': { in: ['moderation'], by: ['chair'], to: 'closed' },
  'answer a recommendation': { in: ['closed'], by: ['team'] },
  'judge an answer': { in: ['closed'], by: [...panel, 'office'] },
} as const satisfies Readonly<Record<string, Rule>>

export type RoundStep = keyof typeof steps

/** Whether somebody may take a step now. */
export const mayStep = (step: RoundStep, phase: Phase, seat: Seat): boolean =>
  (steps[step] as Rule).in.includes(phase) && (steps[step] as Rule).by.includes(seat)

const seatInWords: Readonly<Record<Seat, string>> = {
  chair: 'the chair',
  member: 'members of the panel',
  team: 'the team',
  office: 'the commissioner’s office',
  nobody: 'nobody',
}

/** The phase after a step; throws a Refusal where it is not this person’s to take (403) or not now (409). */
export function afterStep(step: RoundStep, phase: Phase, seat: Seat): Phase {
  const rule: Rule = steps[step]
  if (!rule.by.includes(seat)) {
    const who = rule.by.length > 1 ? seatInWords.member : seatInWords[rule.by[0] ?? 'nobody']
    throw new Refusal(`Only ${who} may do this (${step}).`, 403)
  }
  if (!rule.in.includes(phase))
    throw new Refusal(
      `This round is ${inPhaseWords[phase]}, and this (${step}) belongs where it is ${rule.in.map((each) => inPhaseWords[each]).join(' or ')}.`,
      409,
    )
  return rule.to ?? phase
}

export const inPhaseWords: Readonly<Record<Phase, string>> = {
  'set up': 'being set up',
  scoring: 'being scored',
  moderation: 'being moderated',
  closed: 'closed',
}

/** Which day each step waits for, and what is said before it. */
const waits = {
  'begin scoring': { day: 'scoringOn', words: 'Scoring begins' },
  'begin moderation': { day: 'moderationOn', words: 'Moderation begins' },
  'close the round': { day: 'closesOn', words: 'This round closes' },
} as const satisfies Partial<Readonly<Record<RoundStep, { readonly day: keyof Days; readonly words: string }>>>

/** Nothing begins before the day that all were told, which the chair may move. Throws a Refusal (409). */
export function refuseTooEarly(step: keyof typeof waits, round: Days, today: Day): void {
  const { day, words } = waits[step]
  if (today < round[day])
    throw new Refusal(`${words} on ${inWords(round[day])}. Whoever leads the panel can move its days.`, 409)
}

/** Until a round opens it is its chair’s alone to arrange. Throws a Refusal (409). */
export function refuseUnopened({ phase, opensOn }: Round, isChair: boolean, today: Day): void {
  if (phase === 'set up' && !isChair && today < opensOn)
    throw new Refusal(`This round opens on ${inWords(opensOn)}. Until then whoever leads the panel arranges it.`, 409)
}

/** The four days of a round, in the order in which they come. */
export const dayNames = ['opensOn', 'scoringOn', 'moderationOn', 'closesOn'] as const
export type Days = Pick<Round, (typeof dayNames)[number]>

const daysStillToCome: Readonly<Record<Phase, readonly (keyof Days)[]>> = {
  'set up': dayNames,
  scoring: ['moderationOn', 'closesOn'],
  moderation: ['closesOn'],
  closed: [],
}

/** Which days of a round may still be moved: those of what has not begun, and its opening until somebody could come. */
export const movableDays = ({ phase, opensOn }: Pick<Round, 'phase' | 'opensOn'>, today: Day): (keyof Days)[] =>
  daysStillToCome[phase].filter((name) => name !== 'opensOn' || opensOn > today)

/** What is wrong with moved days: one that is over, or out of order; beside the day it is. */
export function movedFaults(round: Days, moved: Days, today: Day): Record<string, string> {
  const over = dayNames.filter((name) => moved[name] !== round[name] && moved[name] < today)
  return { ...Object.fromEntries(over.map((name) => [name, `${inWords(moved[name])} is over`])), ...dayFaults(moved) }
}

/** What is wrong with the order of a round’s days, beside the day that comes too early. */
export function dayFaults({ opensOn, scoringOn, moderationOn, closesOn }: Days): Record<string, string> {
  return {
    ...(scoringOn < opensOn && { scoringOn: `Scoring cannot begin before the round opens on ${inWords(opensOn)}` }),
    ...(moderationOn < scoringOn && {
      moderationOn: `Moderation cannot begin before scoring, which begins on ${inWords(scoringOn)}`,
    }),
    ...(closesOn < moderationOn && {
      closesOn: `The round cannot close before moderation, which begins on ${inWords(moderationOn)}`,
    }),
  }
}

/** Where a member has declared a conflict with a team. Throws a Refusal (403). */
export function refuseConflict(hasConflict: boolean, teamName: string): void {
  if (hasConflict)
    throw new Refusal(
      `You declared a conflict of interest with ${teamName}, so its pack, its scores and its rating are closed to you.`,
      403,
    )
}

/** The chair moderates; where the chair has a conflict with the team, any other member of the panel does. */
export const seatFor = (seat: Seat, chairHasConflict: boolean): Seat =>
  seat === 'member' && chairHasConflict ? 'chair' : seat
