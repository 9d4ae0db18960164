import { after, durationInWords } from '#measures/recurrence.ts'
import type { MeasureOf, Reading } from '#measures/measure.ts'
import { daysBetween, inWords, type Day } from '#platform/day.ts'
import { later } from '../calendar.ts'
import { answers, entriesOf, type Evidence } from '../evidence-index.ts'
import { asClause, expectedInWords, nounOf } from '../in-words.ts'
import { expectationsOf, figure, listed, type Expectation, type Question } from '../question.ts'
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
  const rows = question.evidence.read(measure.of)
  const last = rows.at(-1)
  const grade = last?.facets['grade']
  if (!last || typeof grade !== 'string')
    return standing('unknown', `Nobody has judged yet: ${measure.question}`, { period: question.year })
  const place = measure.scale.indexOf(grade)
  const evidence = entriesOf(rows)
  if (place < 0)
    return standing('unknown', `The grade given, “${grade}”, is not on the scale ${measure.scale.join(', ')}.`, {
      evidence,
    })
  return standing(
    measure.passes.includes(grade) ? 'kept' : 'missed',
    `Judged “${grade}” on ${inWords(last.on)}: ${measure.question}`,
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
  const name = expectedInWords(measure.expected)
  if (expectations.length === 0) return standing('unknown', `Nobody has said which ${name} there are.`, { unit: '%' })
  return together(expectations.map(judge), expectedInWords(measure.expected, expectations.length))
}

const alone = (only: ObligationStanding): Standing =>
  standing(only.standing, only.reason, {
    value: only.value,
    unit: only.value === null ? null : 'days',
    period: only.period,
    nextDue: only.nextDue,
    evidence: only.evidence,
  })

function together(obligations: readonly ObligationStanding[], name: string): Standing {
  const good = obligations.filter(({ standing: word }) => word === 'kept' || word === 'due')
  const bad = obligations.filter((obligation) => !good.includes(obligation))
  const head = `${good.length} of ${obligations.length} ${name} (${figure((100 * good.length) / obligations.length)}%)`
  return standing(
    worstOf(obligations.map(({ standing: word }) => word)) as StandingWord,
    `${head}${bad.length === 0 ? '' : `; ${notSo(bad)}`}.`,
    {
      value: (100 * good.length) / obligations.length,
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

function notSo(bad: readonly ObligationStanding[]): string {
  const yet = bad.every(({ standing: word }) => word === 'on course') ? 'yet' : 'so'
  const why = bad[0] && bad.length === 1 ? ` (${asClause(bad[0].reason)})` : ''
  return `not ${yet} for ${listed(bad.map(({ subject }) => subject))}${why}`
}

function presence(
  of: Expectation,
  states: readonly Evidence[],
  reading: Reading,
  { asAt, year }: Question,
): ObligationStanding {
  const label = nounOf(reading)[0]
  const state = states.at(-1) ?? null
  const holds = state !== null && answers(state, reading)
  const turned = states.findLastIndex((each) => answers(each, reading) !== holds)
  const first = states[turned + 1]
  const since = first ? ` since ${inWords(first.on)}` : ''
  const reason = holds
    ? `In place${since}.`
    : state === null
      ? `No ${label} has been recorded.`
      : `Not in place${since}.`
  return obligation(of, holds ? 'kept' : asAt <= year.to ? 'late' : 'missed', reason, state)
}

function ageOf(
  measure: MeasureOf<'age'>,
  of: Expectation,
  last: Evidence | null,
  question: Question,
): ObligationStanding {
  const within = measure.within === 'agreed' ? agreedWith(of, question) : measure.within
  if (within === null) return obligation(of, 'unmeasurable', 'Nothing has been agreed: agree how often.', last)
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
  const head =
    last === null
      ? `Not done since the contract began on ${inWords(since)}`
      : `Last done on ${inWords(last.on)}, ${daysBetween(last.on, question.asAt)} days ago`
  return {
    ...obligation(
      of,
      last === null && word === 'kept' ? 'on course' : word,
      `${head}; within ${durationInWords(within)} was promised.`,
      last,
    ),
    value: last === null ? null : daysBetween(last.on, question.asAt),
    nextDue: due,
  }
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
  const said = last
    ? `Last ${nounOf(measure.of)[0]} ${days} days ago, on ${inWords(last.on)}`
    : `No ${nounOf(measure.of)[1]} recorded`
  return standing(
    'unmeasurable',
    `${said}. No limit has been set: somebody must decide ${measure.undecided ?? 'how old is too old'}.`,
    {
      value: days,
      unit: 'days',
      evidence: last ? [last.entry] : [],
    },
  )
}
