import { after, durationInWords } from '#measures/recurrence.ts'
import type { MeasureOf, Reading } from '#measures/measure.ts'
import { daysBetween, type Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { later } from '../calendar.ts'
import { answers, entriesOf, type Evidence } from '../evidence-index.ts'
import { nounOf } from '#measures/reading-in-words.ts'
import { asClause, expectedInWords, nobodySaid, noneOf, partInWords } from '../in-words.ts'
import { expectationsOf, listed, type Expectation, type Question } from '../question.ts'
import { soonest, standing, worstOf, type ObligationStanding, type Standing, type StandingWord } from '../standing.ts'
import { agreedWith } from './cadence.ts'

/** Whether the newest state of each thing is as promised (R20: five schemes each with a named contact; R33: four sections). */
export function present(measure: MeasureOf<'present'>, question: Question): Standing {
  const states = question.evidence.read({ kind: measure.of.kind })
  const all = each(measure, question, (of) => presence(of, states.filter(of.touchedBy), measure.of, question))
  return measure.expected ? all : ofOne(all)
}

/** A state of the team as a whole is one of one, or none of one. */
function ofOne(state: Standing): Standing {
  const held = state.standing === 'kept' ? 1 : 0
  return { ...state, value: 100 * held, unit: '%', target: 100, numerator: held, denominator: 1 }
}

/** Days since the last time, of each thing (D7.3: each section of the page since its review). */
export function age(measure: MeasureOf<'age'>, question: Question): Standing {
  const rows = question.evidence.read(measure.of)
  if (measure.within === null) return withoutLimit(measure, rows, question)
  return each(measure, question, (of) => ageOf(measure, of, rows.findLast(of.touchedBy) ?? null, question))
}

/** The newest judgement of a person, kept apart from figures (D1.4, R46): it is shown, never computed. */
export function judged(measure: MeasureOf<'judged'>, question: Question): Standing {
  const { say } = question
  const asked = say.ownText(measure.question)
  const rows = question.evidence.read(measure.of)
  const last = rows.at(-1)
  const grade = last?.facets['grade']
  if (!last || typeof grade !== 'string')
    return standing('unknown', say.text`Nobody has judged yet: ${asked}`, { period: question.year })
  const place = measure.scale.indexOf(grade)
  const said = say.toldText(grade)
  const evidence = entriesOf(rows)
  if (place < 0)
    return standing(
      'unknown',
      say.text`The grade given, “${said}”, is not on the scale ${say.ownText(measure.scale.join(', '))}.`,
      { evidence },
    )
  return standing(
    measure.passes.includes(grade) ? 'kept' : 'missed',
    say.text`Judged “${said}” on ${say.day(last.on)}: ${asked}`,
    {
      value: place + 1,
      unit: `of ${measure.scale.length} grades`,
      target: Math.min(...measure.passes.map((pass) => measure.scale.indexOf(pass))) + 1,
      evidence,
      period: question.year,
    },
  )
}

const whole: Expectation = {
  id: null,
  label: '',
  lifetime: { from: '0001-01-01' as Day, to: null },
  touchedBy: () => true,
}

function each(
  measure: MeasureOf<'present' | 'age'>,
  question: Question,
  judge: (of: Expectation) => ObligationStanding,
): Standing {
  if (!measure.expected) return alone(judge(whole))
  const expectations = expectationsOf(measure.expected, question).filter(
    ({ lifetime }) => lifetime.from <= question.asAt && (lifetime.to === null || lifetime.to >= question.asAt),
  )
  const { say } = question
  if (expectations.length === 0) return standing('unknown', nobodySaid(measure.expected, say), { unit: '%' })
  return together(expectations.map(judge), expectedInWords(measure.expected, say, expectations.length), say)
}

const alone = (only: ObligationStanding): Standing =>
  standing(only.standing, only.reason, {
    value: only.value,
    unit: only.value === null ? null : 'days',
    period: only.period,
    nextDue: only.nextDue,
    evidence: only.evidence,
  })

function together(obligations: readonly ObligationStanding[], name: string, say: Say): Standing {
  const good = obligations.filter(({ standing: word }) => word === 'kept' || word === 'due')
  const bad = obligations.filter((obligation) => !good.includes(obligation))
  const percent = (100 * good.length) / obligations.length
  const head = partInWords(good.length, obligations.length, name, percent, say)
  return standing(
    worstOf(obligations.map(({ standing: word }) => word)) as StandingWord,
    `${head}${bad.length === 0 ? '' : `; ${notSo(bad, say)}`}.`,
    {
      value: percent,
      unit: '%',
      target: 100,
      numerator: good.length,
      denominator: obligations.length,
      nextDue: soonest(obligations.map(({ nextDue }) => nextDue)),
      evidence: [...new Set(obligations.flatMap(({ evidence }) => evidence))].sort((a, b) => a - b),
      obligations,
    },
  )
}

function notSo(bad: readonly ObligationStanding[], say: Say): string {
  const why = bad[0] && bad.length === 1 ? ` (${asClause(bad[0].reason)})` : ''
  const names = listed(
    bad.map(({ subject }) => say.toldText(subject)),
    say,
  )
  return bad.every(({ standing: word }) => word === 'on course')
    ? say.text`not yet for ${names}${why}`
    : say.text`not so for ${names}${why}`
}

function presence(
  of: Expectation,
  states: readonly Evidence[],
  reading: Reading,
  { asAt, year, say }: Question,
): ObligationStanding {
  const state = states.at(-1) ?? null
  const holds = state !== null && answers(state, reading)
  const turned = states.findLastIndex((each) => answers(each, reading) !== holds)
  const first = states[turned + 1]
  const reason =
    state === null
      ? say.text`No ${say.toldText(nounOf(reading)[0])} has been recorded.`
      : holds
        ? inPlace(first, say)
        : notInPlace(first, say)
  return obligation(of, holds ? 'kept' : asAt <= year.to ? 'late' : 'missed', reason, state)
}

const inPlace = (first: Evidence | undefined, say: Say): string =>
  first ? say.text`In place since ${say.day(first.on)}.` : say.text`In place.`

const notInPlace = (first: Evidence | undefined, say: Say): string =>
  first ? say.text`Not in place since ${say.day(first.on)}.` : say.text`Not in place.`

function ageOf(
  measure: MeasureOf<'age'>,
  of: Expectation,
  last: Evidence | null,
  question: Question,
): ObligationStanding {
  const within = measure.within === 'agreed' ? agreedWith(of, question) : measure.within
  if (within === null)
    return obligation(of, 'unmeasurable', question.say.text`Nothing has been agreed: agree how often.`, last)
  const since = last === null ? later(question.year.from, of.lifetime.from) : last.on
  const due = after(since, within)
  const word: StandingWord =
    question.asAt > due
      ? question.asAt <= question.year.to
        ? 'late'
        : 'missed'
      : daysBetween(question.asAt, due) * 4 <= daysBetween(since, due)
        ? 'due'
        : 'kept'
  const days = last === null ? null : daysBetween(last.on, question.asAt)
  const reason = agedInWords(since, days, within, question.say)
  return {
    ...obligation(of, last === null && word === 'kept' ? 'on course' : word, reason, last),
    value: days,
    nextDue: due,
  }
}

function agedInWords(since: Day, days: number | null, within: string, say: Say): string {
  const head =
    days === null
      ? say.text`Not done since the contract began on ${say.day(since)}`
      : say.text`Last done on ${say.day(since)}, ${days} days ago`
  return say.text`${head}; within ${durationInWords(within, say)} was promised.`
}

const obligation = (of: Expectation, word: StandingWord, reason: string, by: Evidence | null): ObligationStanding => ({
  subject: of.label,
  subjectId: of.id,
  standing: word,
  value: null,
  nextDue: null,
  reason,
  period: null,
  gaps: [],
  evidence: by === null ? [] : [by.entry],
  periods: [],
})

function withoutLimit(measure: MeasureOf<'age'>, rows: readonly Evidence[], question: Question): Standing {
  const last = rows.at(-1)
  const days = last ? daysBetween(last.on, question.asAt) : null
  const { say } = question
  const said = last
    ? say.text`Last ${say.toldText(nounOf(measure.of)[0])} ${days ?? 0} days ago, on ${say.day(last.on)}`
    : noneOf({ kind: measure.of.kind }, say)
  const undecided = measure.undecided === undefined ? say.text`how old is too old` : say.ownText(measure.undecided)
  return standing('unmeasurable', say.text`${said}. No limit has been set: somebody must decide ${undecided}.`, {
    value: days,
    unit: 'days',
    evidence: last ? [last.entry] : [],
  })
}
