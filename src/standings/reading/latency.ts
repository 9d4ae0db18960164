import { after, durationFrom, durationInWords } from '#measures/recurrence.ts'
import type { MeasureOf } from '#measures/measure.ts'
import { dayAt, daysBetween, type Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { workingDaysBetween } from '../calendar.ts'
import { entriesOf, inSpan, type Evidence } from '../evidence-index.ts'
import { counted, figure, type Question } from '../question.ts'
import { soonest, standing, type Standing, type StandingWord } from '../standing.ts'
import { nounOf } from '#measures/reading-in-words.ts'
import { noneOf } from '../in-words.ts'

type Latency = MeasureOf<'latency'>
/** One thing that called for an answer, and what came of it. */
type Pair = {
  readonly from: Evidence
  readonly to: Evidence | null
  readonly outcome: 'in time' | 'too late' | 'overdue' | 'waiting' | 'no time known'
  readonly due: Day | null
}

/** Time from one kind of evidence to its answer, pair by pair (S2: enquiry to first reply; R32: incident to message). */
export function latency(measure: Latency, question: Question): Standing {
  const asked = inSpan(question.evidence.read(measure.from), question.year)
  const answers = firstAnswers(question.evidence.read(measure.to))
  const pairs = asked.map((from) => pairOf(from, answers(from), measure, question))
  if (measure.within === null) return withoutLimit(measure, pairs, question)
  if (pairs.length === 0)
    return standing('on course', nothingAsked(measure, question.say), {
      unit: '%',
      target: measure.share,
      period: question.year,
    })
  return judged(measure, pairs, question)
}

const nothingAsked = ({ from }: Latency, say: Say): string =>
  say.text`${noneOf({ kind: from.kind }, say)}: nothing has called for an answer.`

/** Finds the first answer to a thing at or after it. */
function firstAnswers(rows: readonly Evidence[]): (from: Evidence) => Evidence | null {
  const byThing = new Map<string, Evidence[]>()
  for (const row of rows) if (row.about !== null) byThing.set(row.about, [...(byThing.get(row.about) ?? []), row])
  return (from) => {
    const found = from.about === null ? undefined : byThing.get(from.about)
    return (
      found?.find((row) => row.on > from.on || (row.on === from.on && (row.at ?? from.at ?? 0) >= (from.at ?? 0))) ??
      null
    )
  }
}

function pairOf(from: Evidence, to: Evidence | null, measure: Latency, question: Question): Pair {
  if (measure.within === null) return { from, to, outcome: to ? 'in time' : 'waiting', due: null }
  const byTheHour = /T/.test(measure.within)
  return byTheHour ? timed(from, to, measure.within, question) : byDay(from, to, measure, question)
}

function timed(from: Evidence, to: Evidence | null, within: string, { asAt, calendar }: Question): Pair {
  if (from.at === null || (to !== null && to.at === null)) return { from, to, outcome: 'no time known', due: null }
  const deadline = from.at + durationFrom(from.at, within, calendar.timeZone)
  const due = dayAt(new Date(deadline), calendar.timeZone)
  if (to !== null) return { from, to, outcome: (to.at as number) <= deadline ? 'in time' : 'too late', due }
  return { from, to, outcome: asAt > due ? 'overdue' : 'waiting', due }
}

function byDay(from: Evidence, to: Evidence | null, measure: Latency, { asAt, calendar }: Question): Pair {
  const limit = daysBetween(from.on, after(from.on, measure.within as string))
  const taken = (d: Day) => (measure.workingDays ? workingDaysBetween(from.on, d, calendar) : daysBetween(from.on, d))
  const due = measure.workingDays ? null : after(from.on, measure.within as string)
  if (to !== null) return { from, to, outcome: taken(to.on) <= limit ? 'in time' : 'too late', due }
  return { from, to, outcome: taken(asAt) > limit ? 'overdue' : 'waiting', due }
}

function withoutLimit(measure: Latency, pairs: readonly Pair[], question: Question): Standing {
  const answered = pairs.filter((pair) => pair.to !== null)
  const days = answered.map((pair) => daysBetween(pair.from.on, (pair.to as Evidence).on)).sort((a, b) => a - b)
  const middle = days[Math.floor(days.length / 2)]
  const { say } = question
  const said =
    pairs.length === 0
      ? noneOf({ kind: measure.from.kind }, say)
      : answeredInWords(measure, answered.length, pairs.length, middle, say)
  const undecided = measure.undecided === undefined ? say.text`how soon is soon enough` : say.ownText(measure.undecided)
  const reason = say.text`${said}. No limit has been set: somebody must decide ${undecided}.`
  return standing('unmeasurable', reason, {
    value: middle ?? null,
    unit: 'days',
    numerator: answered.length,
    denominator: pairs.length,
    period: question.year,
    evidence: evidenceOf(pairs),
  })
}

function answeredInWords(measure: Latency, n: number, of: number, middle: number | undefined, say: Say): string {
  const all = counted(of, nounOf(measure.from), say)
  if (middle === undefined) return say.text`${n} of ${all} answered`
  const days = say.count(middle, { one: '{n} day', other: '{n} days' })
  return say.text`${n} of ${all} answered, half of them within ${days}`
}

function judged(measure: Latency, pairs: readonly Pair[], question: Question): Standing {
  const decided = pairs.filter(
    (pair) => pair.outcome === 'in time' || pair.outcome === 'too late' || pair.outcome === 'overdue',
  )
  const inTime = decided.filter((pair) => pair.outcome === 'in time').length
  const value = decided.length === 0 ? null : (100 * inTime) / decided.length
  const waiting = pairs.filter((pair) => pair.outcome === 'waiting')
  return standing(
    wordOf(measure, pairs, value, question),
    reasonOf(measure, pairs, [inTime, decided.length], question.say),
    {
      value,
      unit: '%',
      target: measure.share,
      numerator: decided.length === 0 ? null : inTime,
      denominator: decided.length === 0 ? null : decided.length,
      period: question.year,
      nextDue: soonest(waiting.map((pair) => pair.due)),
      evidence: evidenceOf(pairs),
    },
  )
}

function wordOf(
  measure: Latency,
  pairs: readonly Pair[],
  value: number | null,
  { asAt, year }: Question,
): StandingWord {
  if (value === null) return pairs.some((pair) => pair.outcome === 'waiting') ? 'on course' : 'unknown'
  if (value >= measure.share) return 'kept'
  return asAt <= year.to && pairs.some((pair) => pair.outcome === 'overdue') ? 'late' : 'missed'
}

function reasonOf(
  measure: Latency,
  pairs: readonly Pair[],
  [inTime, decided]: readonly [number, number],
  say: Say,
): string {
  const many = (outcome: Pair['outcome']) => pairs.filter((pair) => pair.outcome === outcome).length
  const [overdue, waiting, unknown] = [many('overdue'), many('waiting'), many('no time known')]
  const parts = [
    judgedInWords(measure, inTime, decided, say),
    overdue === 0 ? '' : say.text`${overdue} still unanswered and overdue`,
    waiting === 0 ? '' : say.text`${waiting} waiting, within the limit`,
    unknown === 0 ? '' : say.text`${unknown} left out, because no time was recorded`,
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

function judgedInWords(measure: Latency, inTime: number, decided: number, say: Say): string {
  const within = durationInWords(measure.within as string, say)
  const limit = measure.workingDays ? say.text`${within} (working days)` : within
  if (decided === 0) return say.text`None has reached its limit of ${limit}`
  const shares = say.text`${figure((100 * inTime) / decided)}%; ${figure(measure.share)}% promised`
  return `${say.text`${inTime} of ${counted(decided, nounOf(measure.from), say)} answered within ${limit}`} (${shares})`
}

const evidenceOf = (pairs: readonly Pair[]) =>
  entriesOf(pairs.flatMap((pair) => (pair.to === null ? [pair.from] : [pair.from, pair.to])))
