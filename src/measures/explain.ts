import { inWords, type Day } from '#platform/day.ts'
import { kindsOf } from './check.ts'
import type { KindOfEvidence } from './dictionary.ts'
import { kinds, type Kind } from './kinds.ts'
import type { Expected, Measure, MeasureOf, Per, Reading, Target } from './measure.ts'
import { durationInWords, everyInWords } from './recurrence.ts'

/** What a measure asks and how it is told, in one sentence that anybody can read. */
export function explain(measure: Measure): string {
  const sentence = body(measure)
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function body(measure: Measure): string {
  switch (measure.measure) {
    case 'count':
      return `counts ${things(measure.of)} ${overPeriod(measure.of, measure.per)}${ask(measure.target, '', measure.undecided)}`
    case 'sum':
      return `adds up “${measure.quantity}” over ${things(measure.of)} ${overPeriod(measure.of, measure.per)}, leaving out those without a figure${ask(measure.target, '', measure.undecided)}`
    case 'distinct':
      return `counts the different values of “${measure.facet}” among ${things(measure.of)} ${overPeriod(measure.of, measure.per)}${ask(measure.target, '', measure.undecided)}`
    case 'coverage':
      return `of ${expectedInWords(measure.expected)}, takes the share touched by at least one of ${things(measure.of)} ${inPeriod(measure.per)}${ask(measure.target, '%')}`
    case 'cadence':
      return cadence(measure)
    case 'growth':
      return growth(measure)
    case 'share':
      return share(measure)
    case 'latency':
      return latency(measure)
    case 'age':
      return age(measure)
    case 'present':
      return `looks at the newest ${nounOf(measure.of)[0]}${measure.expected ? ` for ${eachOf(measure.expected)}` : ''} and asks that it be in place${inBrackets(measure.of)}`
    case 'judged':
      return `shows a person’s judgement, never computed: ${measure.question.replace(/[.?]$/, '')}; ${orList(measure.passes)} is good enough`
  }
}

function cadence(measure: MeasureOf<'cadence'>): string {
  const who = measure.expected ? ` for ${eachOf(measure.expected)}` : ''
  if (measure.every === null)
    return `asks for ${things(measure.of)}${who} again and again, but nobody has decided ${measure.undecided ?? 'how often'}`
  const often = `${measure.generally === undefined ? '' : 'generally '}${everyInWords(measure.every)}`
  const share = measure.generally === undefined ? '' : `, in at least ${measure.generally}% of periods`
  const grace = measure.grace
    ? `; up to ${durationInWords(measure.grace)} after its day it counts as late, then as missed`
    : ''
  return `asks for at least one of ${things(measure.of)}${who} ${often}${share}${measure.workingDays ? ', on working days' : ''}${grace}`
}

function growth(measure: MeasureOf<'growth'>): string {
  const { of, from, to, by } = measure
  const what =
    'snapshot' in of
      ? `“${of.quantity}” at the last ${nounOf({ kind: of.snapshot })[0]} of each`
      : 'count' in of
        ? `the number of ${things(of.count)}`
        : 'sum' in of
          ? `“${of.quantity}” over ${things(of.sum)}`
          : `the different values of “${of.facet}” among ${things(of.distinct)}`
  const base =
    typeof from === 'object'
      ? `${number(from.value)} on ${inWords(from.on as Day)}`
      : from === 'contract start'
        ? 'what it was when the contract began'
        : 'the year before'
  const goal =
    to === 'increase' ? 'any increase' : 'value' in to ? `at least ${number(to.value)}` : `${number(to.percent)}% more`
  return `compares ${what} with ${base}, and asks for ${goal} by ${by === 'contract end' ? 'the end of the contract' : inWords(by as Day)}`
}

function share(measure: MeasureOf<'share'>): string {
  const { satisfied } = measure
  const good =
    'quantities' in satisfied
      ? `takes “${satisfied.quantities[0]}” as a share of “${satisfied.quantities[1]}” over ${things(measure.of)}`
      : 'answeredBy' in satisfied
        ? `of ${things(measure.of)}, takes the share answered by ${things(satisfied.answeredBy)}`
        : `of ${things(measure.of)}, takes the share${explainWhere({ kind: '', where: satisfied.where, having: satisfied.having })}`
  return `${good} ${overPeriod(measure.of, measure.per)}${ask(measure.target, '%', measure.undecided)}`
}

function latency(measure: MeasureOf<'latency'>): string {
  const limit =
    measure.within === null
      ? `but nobody has decided ${measure.undecided ?? 'how soon is soon enough'}`
      : `and asks for ${measure.share === 100 ? 'every one' : `${measure.share}%`} within ${durationInWords(measure.within)}${measure.workingDays ? ', in working days' : ''}`
  return `takes the time from each of ${things(measure.from)} to the first of ${things(measure.to)} about it, ${limit}`
}

function age(measure: MeasureOf<'age'>): string {
  const who = measure.expected ? ` for ${eachOf(measure.expected)}` : ''
  if (measure.within === null)
    return `takes the days since the last of ${things(measure.of)}${who}, but nobody has decided ${measure.undecided ?? 'how old is too old'}`
  const limit = measure.within === 'agreed' ? 'as long as agreed with each' : durationInWords(measure.within)
  return `takes the days since the last of ${things(measure.of)}${who}, and asks for at most ${limit}`
}

const nounOf = (reading: Reading): readonly [string, string] =>
  (kinds[kindsOf(reading)[0] as Kind] as KindOfEvidence | undefined)?.noun ?? ['entry', 'entries']

const things = (reading: Reading): string =>
  `${orList(kindsOf(reading).map((kind) => nounOf({ kind })[1]))}${inBrackets(reading)}`

/** What a reading asks of its rows, in brackets: ` (how: meeting or visit; briefing)`. */
function inBrackets({ where, having }: Reading): string {
  const parts = Object.entries(where ?? {}).map(([facet, wanted]) =>
    typeof wanted === 'boolean' ? `${wanted ? '' : 'not '}${facet}` : `${facet}: ${orList([wanted].flat())}`,
  )
  if (having) parts.push(`with a figure for “${having}”`)
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}

/** What a reading asks of its rows: ` with “advertised” and with a figure for “reached”`; empty where it asks nothing. */
export function explainWhere({ where, having }: Reading): string {
  const parts = Object.entries(where ?? {}).map(([facet, wanted]) =>
    typeof wanted === 'boolean'
      ? wanted
        ? `with “${facet}”`
        : `without “${facet}”`
      : `whose ${facet} is ${orList([wanted].flat())}`,
  )
  if (having) parts.push(`with a figure for “${having}”`)
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`
}

const periods: Record<Per, string> = {
  day: 'each day',
  week: 'each week',
  month: 'each month',
  quarter: 'each quarter',
  'half year': 'each half year',
  'half term': 'each half term',
  'contract year': 'in the contract year',
  'rolling year': 'over the last twelve months',
}

const inPeriod = (per: Per) => periods[per]
const overPeriod = (reading: Reading, per: Per) => (reading.latest ? 'as they stand on the day' : periods[per])

const expectedInWords = (expected: Expected) =>
  'facet' in expected
    ? orList(expected.values, 'and')
    : `every ${expected.subject}${expected.only ? ` named (${expected.only.length})` : ''}`

const eachOf = (expected: Expected) =>
  'facet' in expected
    ? `each of ${orList(expected.values, 'and')}`
    : expected.only?.length === 1
      ? `one ${expected.subject}`
      : `each ${expected.subject}${expected.only ? ' named' : ''}`

function ask(target: Target | undefined, unit: string, undecided?: string): string {
  if (!target) return `; it cannot be judged until somebody decides ${undecided ?? 'what would be enough'}`
  if ('atLeast' in target) return `, and asks for at least ${number(target.atLeast)}${unit}`
  return 'above' in target
    ? `, and asks for more than ${number(target.above)}${unit}`
    : `, and asks for at most ${number(target.atMost)}${unit}`
}

const number = (n: number) => n.toLocaleString('en-GB')

function orList(words: readonly string[], word = 'or'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`
}
