import { after, everyInWords, periodsOf } from '#measures/recurrence.ts'
import type { MeasureOf } from '#measures/measure.ts'
import { addDays, daysBetween, inWords, type Day, type Span } from '#platform/day.ts'
import { halfTermsIn, isWorkingDay, lengthOf } from '../calendar.ts'
import { entriesOf, inSpan, type Evidence } from '../evidence-index.ts'
import { allInWords, whenInWords } from '../in-words.ts'
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
  if (all === null)
    return nothing(
      of,
      'unmeasurable',
      'No school calendar has been loaded for this year, so its half terms are not known.',
    )
  const periods = all.filter((period) => existsIn(period, of.lifetime) && !isExcused(measure, period, question))
  if (periods.length === 0) return nothing(of, 'on course', 'Nothing falls due in this contract year.')
  const outcomes = match(
    periods.filter((period) => period.from <= question.asAt),
    rows,
    measure,
    question.asAt,
  )
  if (outcomes.length === 0) return nothing(of, 'on course', 'The first period has not begun.', periods[0]?.to ?? null)
  return told(measure, every, of, outcomes, periods, question.asAt)
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
  asAt: Day,
): ObligationStanding {
  const last = outcomes.at(-1) as Outcome
  const open = asAt <= last.period.to && last.by === null
  return {
    subject: of.label,
    subjectId: of.id,
    standing: wordOf(measure, outcomes),
    value: outcomes.filter((outcome) => outcome.by !== null).length,
    nextDue: open ? last.period.to : (periods[outcomes.length]?.to ?? null),
    reason: reasonOf(measure, every, outcomes),
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

function reasonOf(measure: Cadence, every: string, outcomes: readonly Outcome[]): string {
  const judged = outcomes.filter(({ word }) => word === 'kept' || word === 'late' || word === 'missed')
  const missed = outcomes.filter(({ word }) => word === 'missed').map(({ period }) => period)
  const late = outcomes.filter(({ word }) => word === 'late')
  const parts = [
    `Promised ${measure.generally === undefined ? '' : 'generally '}${everyInWords(every)}: ${keptInWords(measure, every, judged)}`,
    missed.length > 0 && judged.length > 1 ? `missed ${allInWords(missed)}` : '',
    ...late.map(lateInWords),
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.${next(outcomes)}`
}

function keptInWords({ generally }: Cadence, every: string, judged: readonly Outcome[]): string {
  const kept = judged.filter(({ word }) => word === 'kept')
  const [first] = judged
  if (!first) return 'nothing has fallen due yet'
  if (judged.length === 1 && first.word === 'kept') return `done on ${inWords(first.by?.on as Day)}`
  if (judged.length === 1 && first.word === 'missed') return `not done ${whenInWords(first.period)}`
  const share = generally === undefined ? '' : ` (${figure((100 * kept.length) / judged.length)}%, ${generally}% asked)`
  return `kept in ${kept.length} of ${judged.length} ${periodsOfRule(every, judged.length)}${share}`
}

function periodsOfRule(every: string, n: number): string {
  const word = { 'FREQ=DAILY': 'day', 'FREQ=WEEKLY': 'week', 'FREQ=MONTHLY': 'month', 'half term': 'half term' }[every]
  return `${word ?? 'period'}${n === 1 ? '' : 's'}`
}

const lateInWords = ({ period, by, daysLate }: Outcome): string =>
  by === null
    ? `that of ${periodInWords(period)} is ${daysLate} ${daysLate === 1 ? 'day' : 'days'} overdue`
    : `that of ${periodInWords(period)} was ${daysLate} ${daysLate === 1 ? 'day' : 'days'} late`

function next(outcomes: readonly Outcome[]): string {
  const last = outcomes.at(-1)
  return last && (last.word === 'due' || last.word === 'on course') ? ` Next due by ${inWords(last.period.to)}.` : ''
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
