import { after, durationInWords } from '#measures/recurrence.ts'
import type { MeasureOf } from '#measures/measure.ts'
import { daysBetween, type Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { later } from '../calendar.ts'
import { entriesOf, type Evidence } from '../evidence-index.ts'
import type { Expectation, Question } from '../question.ts'
import type { Gap, ObligationStanding, PeriodStanding, StandingWord } from '../standing.ts'

/**
 * Whether it is longer since the last time than promised or agreed (D3.1). The standing is of the open gap; gaps of the
 * past that were too long are told beside it. Before the first time, the contract's first day counts as the last.
 */
export function byGaps(
  measure: MeasureOf<'cadence'>,
  of: Expectation,
  rows: readonly Evidence[],
  question: Question,
  every: string | null,
): ObligationStanding {
  if (every === null || !every.startsWith('P')) return unmeasured(of, rows, every, question.say)
  const start = later(question.year.from, of.lifetime.from)
  const ended = of.lifetime.to !== null && of.lifetime.to < question.asAt
  const last = lastBefore(rows, question.asAt)
  const since = last === null ? start : last.on
  const due = after(since, every)
  const word = ended ? 'kept' : openGap(measure, since, due, every, question.asAt)
  const gaps = pastGaps(rows, start, every)
  return {
    subject: of.label,
    subjectId: of.id,
    standing: word,
    value: daysBetween(since, question.asAt),
    nextDue: ended ? null : due,
    reason: reasonOf({ last, since, due, every, word, gaps }, question.say),
    period: { from: since, to: due },
    gaps:
      word === 'late' || word === 'missed'
        ? [...gaps, { from: since, to: question.asAt, days: daysBetween(since, question.asAt) }]
        : gaps,
    evidence: entriesOf(rows.filter((row) => row.on >= question.year.from)),
    periods: periodsOfGaps(rows, start, every),
  }
}

function unmeasured(of: Expectation, rows: readonly Evidence[], every: string | null, say: Say): ObligationStanding {
  const reason =
    every === null
      ? say.text`No level of contact has been agreed: agree one with them.`
      : say.text`The agreed level, ${every}, is not a length of time.`
  return {
    subject: of.label,
    subjectId: of.id,
    standing: 'unmeasurable',
    value: null,
    nextDue: null,
    reason,
    period: null,
    gaps: [],
    evidence: entriesOf(rows),
    periods: [],
  }
}

const lastBefore = (rows: readonly Evidence[], asAt: Day): Evidence | null =>
  rows.findLast((row) => row.on <= asAt) ?? null

/** Within the interval it is kept, or due in its last quarter; for one interval more (or the grace) it is late. */
function openGap(measure: MeasureOf<'cadence'>, since: Day, due: Day, every: string, asAt: Day): StandingWord {
  if (asAt > due) return asAt <= after(due, measure.grace ?? every) ? 'late' : 'missed'
  return daysBetween(asAt, due) * 4 <= daysBetween(since, due) ? 'due' : 'kept'
}

function pairsOf(rows: readonly Evidence[], start: Day): { from: Day; to: Day; by: Evidence }[] {
  let from = start
  return rows
    .filter((row) => row.on >= start)
    .map((by) => {
      const pair = { from, to: by.on, by }
      from = by.on
      return pair
    })
}

const pastGaps = (rows: readonly Evidence[], start: Day, every: string): Gap[] =>
  pairsOf(rows, start)
    .filter(({ from, to }) => to > after(from, every))
    .map(({ from, to }) => ({ from, to, days: daysBetween(from, to) }))

const periodsOfGaps = (rows: readonly Evidence[], start: Day, every: string): PeriodStanding[] =>
  pairsOf(rows, start).map(({ from, to, by }) => ({
    from,
    to,
    standing: to > after(from, every) ? 'late' : 'kept',
    value: daysBetween(from, to),
    evidence: [by.entry],
  }))

type Open = {
  readonly last: Evidence | null
  readonly since: Day
  readonly due: Day
  readonly every: string
  readonly word: StandingWord
  readonly gaps: readonly Gap[]
}

function reasonOf({ last, since, due, every, word, gaps }: Open, say: Say): string {
  const head = last === null ? say.text`Not yet since ${say.day(since)}` : say.text`Last on ${say.day(last.on)}`
  const isOver = word === 'late' || word === 'missed'
  const then = isOver ? say.text`was due by ${say.day(due)}` : say.text`next due by ${say.day(due)}`
  const past = gaps.length === 0 ? '' : ` ${longerBefore(gaps, say)}`
  return `${say.text`${head}; at least every ${durationInWords(every, say)}, ${then}.`}${past}`
}

function longerBefore(gaps: readonly Gap[], say: Say): string {
  const longest = Math.max(...gaps.map((gap) => gap.days))
  return gaps.length === 1
    ? say.text`Longer than that once before, ${longest} days at most.`
    : say.text`Longer than that ${gaps.length} times before, ${longest} days at most.`
}
