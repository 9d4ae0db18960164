import { after, everyInWords, periodsOf } from '#measures/recurrence.ts'
import type { MeasureOf } from '#measures/measure.ts'
import { addDays, daysBetween, type Day, type Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { halfTermsIn, isWorkingDay, lengthOf } from '../calendar.ts'
import { entriesOf, inSpan, type Evidence } from '../evidence-index.ts'
import { allInWords, noSchoolCalendar, thenInWords } from '../in-words.ts'
import { existsIn, figure, isPressing, periodInWords, type Expectation, type Question } from '../question.ts'
import { worstOf, type Gap, type ObligationStanding, type PeriodStanding, type StandingWord } from '../standing.ts'

type Cadence = MeasureOf<'cadence'>
type Outcome = {
  readonly period: Span
  readonly word: StandingWord
  readonly by: Evidence | null
  readonly daysLate: number
}

/** Whether each period that a rule makes of the contract year has at least one piece of evidence. */
export function byPeriods(
  measure: Cadence,
  every: string,
  of: Expectation,
  rows: readonly Evidence[],
  question: Question,
): ObligationStanding {
  const all = every === 'half term' ? halfTermsIn(question.year, question.calendar) : periodsOf(every, question.year)
  const { say } = question
  if (all === null) return nothing(of, 'unmeasurable', noSchoolCalendar(say))
  const periods = all.filter((period) => existsIn(period, of.lifetime) && !isExcused(measure, period, question))
  if (periods.length === 0) return nothing(of, 'on course', say.text`Nothing falls due in this contract year.`)
  const outcomes = match(
    periods.filter((period) => period.from <= question.asAt),
    rows,
    measure,
    question.asAt,
  )
  if (outcomes.length === 0)
    return nothing(of, 'on course', say.text`The first period has not begun.`, periods[0]?.to ?? null)
  return told(measure, every, of, outcomes, periods, question)
}

const isExcused = (measure: Cadence, period: Span, { calendar }: Question) =>
  measure.workingDays === true && lengthOf(period) === 1 && !isWorkingDay(period.from, calendar)

const nothing = (
  of: Expectation,
  word: StandingWord,
  reason: string,
  nextDue: Day | null = null,
): ObligationStanding => ({
  subject: of.label,
  subjectId: of.id,
  standing: word,
  value: null,
  nextDue,
  reason,
  period: null,
  gaps: [],
  evidence: [],
  periods: [],
})

/** Each piece of evidence serves one period: its own first, and where that is served, the one before it, late. */
function match(periods: readonly Span[], rows: readonly Evidence[], measure: Cadence, asAt: Day): Outcome[] {
  const spent = new Set<Evidence>()
  return periods.map((period) => {
    const inTime = inSpan(rows, period).find((row) => !spent.has(row))
    if (inTime) {
      spent.add(inTime)
      return { period, word: 'kept', by: inTime, daysLate: 0 }
    }
    if (asAt <= period.to)
      return { period, word: isPressing(period, asAt) ? 'due' : 'on course', by: null, daysLate: 0 }
    return afterItsDay(period, rows, spent, measure, asAt)
  })
}

function afterItsDay(
  period: Span,
  rows: readonly Evidence[],
  spent: Set<Evidence>,
  measure: Cadence,
  asAt: Day,
): Outcome {
  if (!measure.grace) return { period, word: 'missed', by: null, daysLate: 0 }
  const until = after(period.to, measure.grace)
  const late = inSpan(rows, { from: addDays(period.to, 1), to: until }).find((row) => !spent.has(row))
  if (late) {
    spent.add(late)
    return { period, word: 'late', by: late, daysLate: daysBetween(period.to, late.on) }
  }
  return { period, word: asAt <= until ? 'late' : 'missed', by: null, daysLate: daysBetween(period.to, asAt) }
}

function told(
  measure: Cadence,
  every: string,
  of: Expectation,
  outcomes: readonly Outcome[],
  periods: readonly Span[],
  { asAt, say }: Question,
): ObligationStanding {
  const last = outcomes.at(-1) as Outcome
  const open = asAt <= last.period.to && last.by === null
  return {
    subject: of.label,
    subjectId: of.id,
    standing: wordOf(measure, outcomes),
    value: outcomes.filter((outcome) => outcome.by !== null).length,
    nextDue: open ? last.period.to : (periods[outcomes.length]?.to ?? null),
    reason: reasonOf(measure, every, outcomes, say),
    period: last.period,
    gaps: gapsOf(outcomes),
    evidence: entriesOf(outcomes.flatMap((outcome) => outcome.by ?? [])),
    periods: outcomes.map(asPeriod),
  }
}

/** "Generally" forgives a share of periods; otherwise a promise stands as its worst period does. */
function wordOf(measure: Cadence, outcomes: readonly Outcome[]): StandingWord {
  const words = outcomes.map((outcome) => outcome.word)
  if (measure.generally === undefined) return worstOf(words) as StandingWord
  const share = keptShare(outcomes)
  if (share === null) return worstOf(words) as StandingWord
  if (share < measure.generally) return 'missed'
  return words.at(-1) === 'on course' || words.at(-1) === 'due' ? 'on course' : 'kept'
}

function keptShare(outcomes: readonly Outcome[]): number | null {
  const judged = outcomes.filter(({ word }) => word === 'kept' || word === 'late' || word === 'missed')
  const kept = judged.filter(({ word }) => word === 'kept').length
  return judged.length === 0 ? null : (100 * kept) / judged.length
}

function reasonOf(measure: Cadence, every: string, outcomes: readonly Outcome[], say: Say): string {
  const judged = outcomes.filter(({ word }) => word === 'kept' || word === 'late' || word === 'missed')
  const missed = outcomes.filter(({ word }) => word === 'missed').map(({ period }) => period)
  const late = outcomes.filter(({ word }) => word === 'late')
  const kept = keptInWords(measure, every, judged, say)
  const parts = [
    measure.generally === undefined
      ? say.text`Promised ${everyInWords(every, say)}: ${kept}`
      : say.text`Promised generally ${everyInWords(every, say)}: ${kept}`,
    missed.length > 0 && judged.length > 1 ? say.text`missed ${allInWords(missed, say)}` : '',
    ...late.map((outcome) => lateInWords(outcome, say)),
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.${next(outcomes, say)}`
}

function keptInWords({ generally }: Cadence, every: string, judged: readonly Outcome[], say: Say): string {
  const kept = judged.filter(({ word }) => word === 'kept')
  const [first] = judged
  if (!first) return say.text`nothing has fallen due yet`
  if (judged.length === 1 && first.word === 'kept') return say.text`done on ${say.day(first.by?.on as Day)}`
  if (judged.length === 1 && first.word === 'missed') return say.text`not done ${thenInWords(first.period, say)}`
  const share =
    generally === undefined
      ? ''
      : ` (${say.text`${figure((100 * kept.length) / judged.length)}%, ${generally}% asked`})`
  return `${say.text`kept in ${kept.length} of ${judged.length} ${periodsOfRule(every, judged.length, say)}`}${share}`
}

/** How periods of a rule are counted. */
export const periodNouns: Readonly<Record<string, readonly [one: string, several: string]>> = {
  'FREQ=DAILY': ['day', 'days'],
  'FREQ=WEEKLY': ['week', 'weeks'],
  'FREQ=MONTHLY': ['month', 'months'],
  'half term': ['half term', 'half terms'],
}
export const otherPeriods = ['period', 'periods'] as const

function periodsOfRule(every: string, n: number, say: Say): string {
  const [one, several] = periodNouns[every] ?? otherPeriods
  return say.word(n === 1 ? one : several)
}

function lateInWords({ period, by, daysLate }: Outcome, say: Say): string {
  const days = say.count(daysLate, { one: '{n} day', other: '{n} days' })
  const said = periodInWords(period, say)
  return by === null ? say.text`that of ${said} is ${days} overdue` : say.text`that of ${said} was ${days} late`
}

function next(outcomes: readonly Outcome[], say: Say): string {
  const last = outcomes.at(-1)
  const isOpen = last?.word === 'due' || last?.word === 'on course'
  return last && isOpen ? ` ${say.text`Next due by ${say.day(last.period.to)}.`}` : ''
}

/** Runs of periods without evidence, joined. */
function gapsOf(outcomes: readonly Outcome[]): Gap[] {
  const gaps: Gap[] = []
  for (const { period, word, by } of outcomes) {
    if (by !== null || (word !== 'missed' && word !== 'late')) continue
    const before = gaps.at(-1)
    const from = before && addDays(before.to, 1) === period.from ? (gaps.pop() as Gap).from : period.from
    gaps.push({ from, to: period.to, days: daysBetween(from, period.to) + 1 })
  }
  return gaps
}

const asPeriod = ({ period, word, by }: Outcome): PeriodStanding => ({
  ...period,
  standing: word,
  value: by === null ? 0 : 1,
  evidence: by === null ? [] : [by.entry],
})
