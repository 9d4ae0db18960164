import type { MeasureOf, Target } from '#measures/measure.ts'
import type { Day, Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { periodsPer } from '../calendar.ts'
import { entriesOf, inSpan, type Evidence } from '../evidence-index.ts'
import { allInWords, noSchoolCalendar, whenInWords } from '../in-words.ts'
import { figure, isPressing, soFar, type Question } from '../question.ts'
import { standing, worstOf, type PeriodStanding, type Standing, type StandingWord } from '../standing.ts'

/** A figure of one period; a null value says that nobody knows it. */
export type Level = {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly evidence: readonly Evidence[]
}

type Levelled = MeasureOf<'count' | 'sum' | 'distinct' | 'share'>

/** How one measure takes its figure, and how it says it. */
export type Levels = {
  readonly measure: Levelled
  readonly unit: string
  readonly rows: readonly Evidence[]
  readonly levelOf: (rows: readonly Evidence[], period: Span) => Level
  /** The figure and when it was taken (` in July 2020`, or nothing), as a sentence without its full stop. */
  readonly say: (level: Level, when: string) => string
  readonly undecided: string
}

type Outcome = { readonly period: Span; readonly level: Level; readonly word: StandingWord }

/** Takes a figure in each period and holds it against the target, where there is one. */
export function standingOfLevels(levels: Levels, question: Question): Standing {
  const { per } = levels.measure
  if (levels.measure.of.latest) return ofState(levels, question)
  const periods = periodsPer(per, question.year, question.calendar, question.asAt)
  const { say } = question
  if (periods === null) return standing('unmeasurable', noSchoolCalendar(say))
  const begun = periods.filter((period) => period.from <= question.asAt)
  if (begun.length === 0)
    return standing('on course', say.text`The contract has not begun.`, {
      unit: levels.unit,
      nextDue: periods[0]?.to ?? null,
    })
  const outcomes = begun.map((period) => outcomeOf(levels, period, question))
  return levels.measure.target
    ? againstTarget(levels, outcomes, periods, levels.measure.target, question)
    : withoutTarget(levels, outcomes, question)
}

function ofState(levels: Levels, question: Question): Standing {
  const period = { from: question.year.from, to: question.asAt }
  const level = levels.levelOf(levels.rows, period)
  const shown = shownAs(levels, level, period)
  const { target } = levels.measure
  if (!target) return standing('unmeasurable', `${levels.say(level, '')}. ${missing(levels, question.say)}`, shown)
  if (level.value === null) return standing('unknown', `${levels.say(level, '')}.`, shown)
  const met = meets(level.value, target)
  const open = question.asAt < question.year.to
  return standing(
    met ? 'kept' : open ? 'late' : 'missed',
    `${levels.say(level, '')}; ${targetInWords(target, levels, question.say)}.`,
    {
      ...shown,
      target: targetFigure(target),
    },
  )
}

function outcomeOf(levels: Levels, period: Span, question: Question): Outcome {
  const level = levels.levelOf(inSpan(levels.rows, soFar(period, question.asAt)), period)
  return { period, level, word: wordOf(level, levels.measure.target, period, question.asAt) }
}

function wordOf(level: Level, target: Target | undefined, period: Span, asAt: Day): StandingWord {
  if (!target) return 'unmeasurable'
  const closed = asAt >= period.to
  if (level.value === null) return closed ? 'unknown' : isPressing(period, asAt) ? 'due' : 'on course'
  if ('atMost' in target) return level.value > target.atMost ? 'missed' : closed ? 'kept' : 'on course'
  if (meets(level.value, target)) return 'kept'
  if (asAt > period.to) return 'missed'
  return isPressing(period, asAt) ? 'due' : 'on course'
}

function againstTarget(
  levels: Levels,
  outcomes: readonly Outcome[],
  periods: readonly Span[],
  target: Target,
  question: Question,
): Standing {
  const last = outcomes.at(-1) as Outcome
  const word = worstOf(outcomes.map((outcome) => outcome.word)) as StandingWord
  const open = last.word === 'on course' || last.word === 'due'
  return standing(word, reasonOf(levels, outcomes, target, question), {
    ...shownAs(levels, last.level, last.period),
    target: targetFigure(target),
    nextDue: open ? last.period.to : (periods[outcomes.length]?.to ?? null),
    evidence: entriesOf(outcomes.flatMap((outcome) => outcome.level.evidence)),
    periods: outcomes.map(asPeriod),
  })
}

function reasonOf(levels: Levels, outcomes: readonly Outcome[], target: Target, question: Question): string {
  const last = outcomes.at(-1) as Outcome
  const { say } = question
  const now = `${levels.say(last.level, ` ${whenInWords(last.period, question)}`)}; ${targetInWords(target, levels, say)}.`
  if (outcomes.length === 1) return now
  const missed = outcomes.filter((outcome) => outcome.word === 'missed').map((outcome) => outcome.period)
  return missed.length === 0
    ? now
    : `${say.text`Missed in ${missed.length} of ${outcomes.length} periods, ${allInWords(missed, say)}.`} ${now}`
}

function withoutTarget(levels: Levels, outcomes: readonly Outcome[], question: Question): Standing {
  const last = outcomes.at(-1) as Outcome
  const said = levels.say(last.level, ` ${whenInWords(last.period, question)}`)
  return standing('unmeasurable', `${said}. ${missing(levels, question.say)}`, {
    ...shownAs(levels, last.level, last.period),
    evidence: entriesOf(outcomes.flatMap((outcome) => outcome.level.evidence)),
    periods: outcomes.map(asPeriod),
  })
}

function missing({ measure, undecided }: Levels, say: Say): string {
  const what = measure.undecided === undefined ? undecided : say.ownText(measure.undecided)
  return say.text`It cannot be judged kept or missed until somebody decides ${what}.`
}

const shownAs = (levels: Levels, level: Level, period: Span) => ({
  value: level.value,
  unit: levels.unit,
  numerator: level.numerator,
  denominator: level.denominator,
  period,
  evidence: entriesOf(level.evidence),
})

const asPeriod = ({ period, level, word }: Outcome): PeriodStanding => ({
  ...period,
  standing: word,
  value: level.value,
  evidence: entriesOf(level.evidence),
})

/** Whether a figure reaches a target. */
export function meets(value: number, target: Target): boolean {
  if ('atLeast' in target) return value >= target.atLeast
  return 'above' in target ? value > target.above : value <= target.atMost
}

/** The number of a target, whichever way it points. */
export const targetFigure = (target: Target): number =>
  'atLeast' in target ? target.atLeast : 'above' in target ? target.above : target.atMost

function targetInWords(target: Target, levels: Levels, say: Say): string {
  const asked = targetFigure(target)
  if (levels.unit === '%' && asked === 100) return say.text`100% was promised`
  const said = `${figure(asked)}${levels.unit === '%' ? '%' : ''}`
  if ('atLeast' in target) return say.text`at least ${said} was promised`
  return 'above' in target ? say.text`more than ${said} was promised` : say.text`at most ${said} was promised`
}
