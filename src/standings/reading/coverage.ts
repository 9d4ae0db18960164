import type { MeasureOf } from '#measures/measure.ts'
import type { Day, Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { periodsPer } from '../calendar.ts'
import { entriesOf, inSpan, type Evidence } from '../evidence-index.ts'
import { expectedInWords, nobodySaid, noSchoolCalendar, partInWords, thenInWords, whenInWords } from '../in-words.ts'
import {
  existsIn,
  expectationsOf,
  isPressing,
  listed,
  rowsTouching,
  soFar,
  type Expectation,
  type Question,
} from '../question.ts'
import {
  standing,
  worstOf,
  type ObligationStanding,
  type PeriodStanding,
  type Standing,
  type StandingWord,
} from '../standing.ts'
import { meets, targetFigure } from './levels.ts'

type Touch = { readonly expectation: Expectation; readonly rows: readonly Evidence[] }
type Round = {
  readonly period: Span
  readonly touches: readonly Touch[]
  readonly value: number | null
  readonly word: StandingWord
}

/** Of all that should be touched in each period, the share that was (R54: every open school each half term; R15). */
export function coverage(measure: MeasureOf<'coverage'>, question: Question): Standing {
  const periods = periodsPer(measure.per, question.year, question.calendar, question.asAt)
  const { say } = question
  if (periods === null) return standing('unmeasurable', noSchoolCalendar(say))
  const expectations = expectationsOf(measure.expected, question)
  if (expectations.length === 0) return standing('unknown', nobodySaid(measure.expected, say), { unit: '%' })
  const rounds = roundsOf(measure, periods, expectations, question)
  const last = rounds.at(-1)
  if (!last)
    return standing('on course', say.text`The first period has not begun.`, {
      unit: '%',
      nextDue: periods[0]?.to ?? null,
    })
  return summed(measure, rounds, last, periods, question)
}

function roundsOf(
  measure: MeasureOf<'coverage'>,
  periods: readonly Span[],
  expectations: readonly Expectation[],
  question: Question,
): Round[] {
  const { asAt } = question
  const all = expectations.map((expectation) => ({
    expectation,
    rows: rowsTouching(expectation, measure.of, question),
  }))
  return periods
    .filter((period) => period.from <= asAt)
    .map((period) => {
      const touches = all
        .map(({ expectation, rows }) => ({ expectation, rows: inSpan(rows, soFar(period, asAt)) }))
        .filter(({ expectation, rows }) => rows.length > 0 || existsIn(period, expectation.lifetime))
      const touched = touches.filter(({ rows }) => rows.length > 0).length
      const value = touches.length === 0 ? null : (100 * touched) / touches.length
      return { period, touches, value, word: wordOf(value, measure, period, asAt) }
    })
}

function wordOf(value: number | null, measure: MeasureOf<'coverage'>, period: Span, asAt: Day): StandingWord {
  if (value === null || meets(value, measure.target)) return 'kept'
  if (asAt > period.to) return 'missed'
  return isPressing(period, asAt) ? 'due' : 'on course'
}

function summed(
  measure: MeasureOf<'coverage'>,
  rounds: readonly Round[],
  last: Round,
  periods: readonly Span[],
  question: Question,
): Standing {
  const { asAt, say } = question
  const touched = last.touches.filter((touch) => touch.rows.length > 0).length
  const open = asAt <= last.period.to && last.word !== 'kept'
  return standing(
    worstOf(rounds.map((round) => round.word)) as StandingWord,
    reasonOf(measure, rounds, last, question),
    {
      value: last.value,
      unit: '%',
      target: targetFigure(measure.target),
      numerator: touched,
      denominator: last.touches.length,
      period: last.period,
      nextDue: open ? last.period.to : (periods[rounds.length]?.to ?? null),
      evidence: [...new Set(rounds.flatMap((round) => round.touches.flatMap((touch) => entriesOf(touch.rows))))],
      periods: rounds.map(asPeriod),
      obligations: rounds.flatMap((round) => round.touches.map((touch) => obligation(round, touch, asAt, say))),
    },
  )
}

function reasonOf(measure: MeasureOf<'coverage'>, rounds: readonly Round[], last: Round, question: Question): string {
  const { asAt, say } = question
  const left = leftIn(last, say)
  const all = last.touches.length
  const name = expectedInWords(measure.expected, say, all)
  const now = `${partInWords(all - left.length, all, name, last.value ?? 100, say)} ${whenInWords(last.period, question)}`
  const names = listed(left, say)
  const still = asAt <= last.period.to ? say.text`still to come: ${names}` : say.text`left out: ${names}`
  const before = rounds
    .filter((round) => round.word === 'missed' && round !== last)
    .flatMap((round) => leftOutInWords(round, say))
  return `${before.join('')}${now}${left.length === 0 ? '' : `; ${still}`}.`
}

const leftIn = ({ touches }: Round, say: Say): string[] =>
  touches.filter(({ rows }) => rows.length === 0).map(({ expectation }) => say.toldText(expectation.label))

function leftOutInWords(round: Round, say: Say): string[] {
  const left = leftIn(round, say)
  return left.length === 0 ? [] : [`${say.text`Left out ${thenInWords(round.period, say)}: ${listed(left, say)}.`} `]
}

const asPeriod = (round: Round): PeriodStanding => ({
  ...round.period,
  standing: round.word,
  value: round.value,
  evidence: [...new Set(round.touches.flatMap((touch) => entriesOf(touch.rows)))],
})

function obligation(round: Round, { expectation, rows }: Touch, asAt: Day, say: Say): ObligationStanding {
  const done = rows.length > 0
  const open = asAt <= round.period.to
  const word: StandingWord = done ? 'kept' : !open ? 'missed' : isPressing(round.period, asAt) ? 'due' : 'on course'
  return {
    subject: expectation.label,
    subjectId: expectation.id,
    standing: word,
    value: rows.length,
    nextDue: done || !open ? null : round.period.to,
    reason: done
      ? doneInWords(rows, say)
      : open
        ? say.text`Not yet; to be done by ${say.day(round.period.to)}.`
        : say.text`Not done ${thenInWords(round.period, say)}.`,
    period: round.period,
    gaps: [],
    evidence: entriesOf(rows),
    periods: [],
  }
}

function doneInWords(rows: readonly Evidence[], say: Say): string {
  const first = say.day(rows[0]?.on as Day)
  return rows.length === 1 ? say.text`Done on ${first}.` : say.text`Done on ${first}, and ${rows.length} times in all.`
}
