import type { Day, Span } from '#platform/day.ts'

/**
 * What the evidence says of a promise as at a day. *late* can still be mended, *missed* cannot; *unmeasurable* lacks a
 * decision, *unknown* lacks figures.
 */
export type StandingWord = 'kept' | 'on course' | 'due' | 'late' | 'missed' | 'unmeasurable' | 'unknown'

/** From worst to best among those that can be judged; the rest say only that nobody can tell. */
export const worstFirst: readonly StandingWord[] = [
  'missed',
  'late',
  'unknown',
  'due',
  'on course',
  'kept',
  'unmeasurable',
]

/** A span without what was promised in it, in whole days. */
export type Gap = Span & { readonly days: number }

/** One period of a promise and what came of it. */
export type PeriodStanding = Span & {
  readonly standing: StandingWord
  readonly value: number | null
  readonly evidence: readonly number[]
}

/** What the evidence says of one obligation: one clerk, one scheme, one school in one half term. */
export type ObligationStanding = {
  readonly subject: string
  readonly subjectId: string | null
  readonly standing: StandingWord
  readonly value: number | null
  readonly nextDue: Day | null
  readonly reason: string
  readonly period: Span | null
  readonly gaps: readonly Gap[]
  readonly evidence: readonly number[]
  readonly periods: readonly PeriodStanding[]
}

/** A figure with its working: never one without the other. Percentages run from 0 to 100. */
export type Standing = {
  readonly standing: StandingWord
  readonly value: number | null
  readonly unit: string | null
  readonly target: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly period: Span | null
  readonly nextDue: Day | null
  readonly reason: string
  readonly gaps: readonly Gap[]
  /** Numbers of the ledger's entries it rests on, in order. */
  readonly evidence: readonly number[]
  readonly periods: readonly PeriodStanding[]
  readonly obligations: readonly ObligationStanding[]
  /** Figures were taken out of it before anybody reads it. */
  readonly isWithheld?: true
}

/** A standing with nothing to show but its word and why; the parts given are added. */
export const standing = (
  word: StandingWord,
  reason: string,
  parts: Partial<Omit<Standing, 'standing' | 'reason'>> = {},
): Standing => ({
  standing: word,
  value: null,
  unit: null,
  target: null,
  numerator: null,
  denominator: null,
  period: null,
  nextDue: null,
  gaps: [],
  evidence: [],
  periods: [],
  obligations: [],
  ...parts,
  reason,
})

/** The worst of several words; *unmeasurable* only where nothing at all can be measured. Of none: null. */
export function worstOf(words: readonly StandingWord[]): StandingWord | null {
  return worstFirst.find((word) => words.includes(word)) ?? null
}

/** The soonest of several days, or null. */
export const soonest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, d) => (d !== null && (first === null || d < first) ? d : first), null)
