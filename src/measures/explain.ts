import { capitalised } from '#platform/capitalised.ts'
import type { Day } from '#platform/day.ts'
import { english, type Say } from '#platform/language/say.ts'
import type { Measure, MeasureOf, Per, Reading, Target } from './measure.ts'
import { eachOf, expectedInWords, explainWhere, inBrackets, nounOf, orList, things } from './reading-in-words.ts'
import { durationInWords, everyInWords } from './recurrence.ts'

/** What a measure asks and how it is told, in one sentence that anybody can read. */
export const explain = (measure: Measure): string => explainIn(english)(measure)

/** The same in a language; what a framework wrote is kept apart in it, for `marked`. */
export const explainIn =
  (say: Say) =>
  (measure: Measure): string =>
    `${capitalised(body(measure, say))}.`

function body(measure: Measure, say: Say): string {
  switch (measure.measure) {
    case 'count':
      return `${say.text`counts ${things(measure.of, say)} ${overPeriod(measure, say)}`}${judgedBy(measure, '', say)}`
    case 'sum':
      return sum(measure, say)
    case 'distinct':
      return distinct(measure, say)
    case 'coverage':
      return coverage(measure, say)
    case 'cadence':
      return cadence(measure, say)
    case 'growth':
      return growth(measure, say)
    case 'share':
      return share(measure, say)
    case 'latency':
      return latency(measure, say)
    case 'age':
      return age(measure, say)
    case 'present':
      return present(measure, say)
    case 'judged':
      return judged(measure, say)
  }
}

function sum(measure: MeasureOf<'sum'>, say: Say): string {
  const [figure, of] = [say.toldText(measure.quantity), things(measure.of, say)]
  const how = say.text`adds up “${figure}” over ${of} ${overPeriod(measure, say)}, leaving out those without a figure`
  return `${how}${judgedBy(measure, '', say)}`
}

function distinct(measure: MeasureOf<'distinct'>, say: Say): string {
  const [facet, of] = [say.toldText(measure.facet), things(measure.of, say)]
  const how = say.text`counts the different values of “${facet}” among ${of} ${overPeriod(measure, say)}`
  return `${how}${judgedBy(measure, '', say)}`
}

function coverage(measure: MeasureOf<'coverage'>, say: Say): string {
  const [all, of] = [expectedInWords(measure.expected, say), things(measure.of, say)]
  const how = say.text`of ${all}, takes the share touched by at least one of ${of} ${inPeriod(measure.per, say)}`
  return `${how}${asks(measure.target, '%', say)}`
}

function cadence(measure: MeasureOf<'cadence'>, say: Say): string {
  const what = `${things(measure.of, say)}${forWhom(measure, say)}`
  const { every, generally, grace, undecided } = measure
  if (every === null) {
    const missing = undecided === undefined ? say.text`how often` : say.ownText(undecided)
    return say.text`asks for ${what} again and again, but nobody has decided ${missing}`
  }
  const often = everyInWords(every, say)
  const asked =
    generally === undefined
      ? say.text`asks for at least one of ${what} ${often}`
      : say.text`asks for at least one of ${what} generally ${often}, in at least ${generally}% of periods`
  const days = measure.workingDays ? `, ${say.text`on working days`}` : ''
  return `${asked}${days}${grace === undefined ? '' : `; ${late(grace, say)}`}`
}

const late = (grace: string, say: Say): string =>
  say.text`up to ${durationInWords(grace, say)} after its day it counts as late, then as missed`

function growth(measure: MeasureOf<'growth'>, say: Say): string {
  const { from, to, by } = measure
  const base =
    typeof from === 'object'
      ? say.text`${number(from.value)} on ${say.day(from.on as Day)}`
      : from === 'contract start'
        ? say.text`what it was when the contract began`
        : say.text`the year before`
  const goal =
    to === 'increase'
      ? say.text`any increase`
      : 'value' in to
        ? say.text`at least ${number(to.value)}`
        : say.text`${number(to.percent)}% more`
  const end = by === 'contract end' ? say.text`the end of the contract` : say.day(by as Day)
  return say.text`compares ${whatGrows(measure.of, say)} with ${base}, and asks for ${goal} by ${end}`
}

function whatGrows(of: MeasureOf<'growth'>['of'], say: Say): string {
  if ('snapshot' in of)
    return say.text`“${say.toldText(of.quantity)}” at the last ${say.toldText(nounOf({ kind: of.snapshot })[0])} of each`
  if ('count' in of) return say.text`the number of ${things(of.count, say)}`
  return 'sum' in of
    ? say.text`“${say.toldText(of.quantity)}” over ${things(of.sum, say)}`
    : say.text`the different values of “${say.toldText(of.facet)}” among ${things(of.distinct, say)}`
}

function share(measure: MeasureOf<'share'>, say: Say): string {
  return `${shareOf(measure, say)} ${overPeriod(measure, say)}${judgedBy(measure, '%', say)}`
}

function shareOf({ of, satisfied }: MeasureOf<'share'>, say: Say): string {
  const all = things(of, say)
  if ('answeredBy' in satisfied)
    return say.text`of ${all}, takes the share answered by ${things(satisfied.answeredBy, say)}`
  if (!('quantities' in satisfied))
    return say.text`of ${all}, takes the share${explainWhere({ kind: '', ...satisfied }, say)}`
  const [part, whole] = satisfied.quantities.map(say.toldText)
  return say.text`takes “${part ?? ''}” as a share of “${whole ?? ''}” over ${all}`
}

function latency(measure: MeasureOf<'latency'>, say: Say): string {
  const how = say.text`takes the time from each of ${things(measure.from, say)} to the first of ${things(measure.to, say)} about it`
  return `${how}, ${soonEnough(measure, say)}`
}

function soonEnough({ within, share: asked, workingDays, undecided }: MeasureOf<'latency'>, say: Say): string {
  if (within === null) {
    const missing = undecided === undefined ? say.text`how soon is soon enough` : say.ownText(undecided)
    return say.text`but nobody has decided ${missing}`
  }
  const limit = durationInWords(within, say)
  const said =
    asked === 100
      ? say.text`and asks for every one within ${limit}`
      : say.text`and asks for ${`${asked}%`} within ${limit}`
  return workingDays ? say.text`${said}, in working days` : said
}

function age(measure: MeasureOf<'age'>, say: Say): string {
  const what = `${things(measure.of, say)}${forWhom(measure, say)}`
  const { within, undecided } = measure
  if (within === null) {
    const missing = undecided === undefined ? say.text`how old is too old` : say.ownText(undecided)
    return say.text`takes the days since the last of ${what}, but nobody has decided ${missing}`
  }
  const limit = within === 'agreed' ? say.text`as long as agreed with each` : durationInWords(within, say)
  return say.text`takes the days since the last of ${what}, and asks for at most ${limit}`
}

function present(measure: MeasureOf<'present'>, say: Say): string {
  const what = `${say.toldText(nounOf(measure.of)[0])}${forWhom(measure, say)}`
  return `${say.text`looks at the newest ${what} and asks that it be in place`}${inBrackets(measure.of, say)}`
}

function judged({ question, passes }: MeasureOf<'judged'>, say: Say): string {
  const asked = say.ownText(question.replace(/[.?]$/, ''))
  return say.text`shows a person’s judgement, never computed: ${asked}; ${orList(passes.map(say.toldText), say)} is good enough`
}

const forWhom = ({ expected }: MeasureOf<'cadence' | 'age' | 'present'>, say: Say): string =>
  expected ? ` ${say.text`for ${eachOf(expected, say)}`}` : ''

const overPeriod = ({ of, per }: { readonly of: Reading; readonly per: Per }, say: Say): string =>
  of.latest ? say.text`as they stand on the day` : inPeriod(per, say)

/** How each length of period is told. */
export const periodsAsked: Readonly<Record<Per, string>> = {
  day: 'each day',
  week: 'each week',
  month: 'each month',
  quarter: 'each quarter',
  'half year': 'each half year',
  'half term': 'each half term',
  'contract year': 'in the contract year',
  'rolling year': 'over the last twelve months',
}

const inPeriod = (per: Per, say: Say): string => say.word(periodsAsked[per])

type Judged = { readonly target?: Target | undefined; readonly undecided?: string | undefined }

function judgedBy({ target, undecided }: Judged, unit: string, say: Say): string {
  if (target) return asks(target, unit, say)
  const missing = undecided === undefined ? say.text`what would be enough` : say.ownText(undecided)
  return `; ${say.text`it cannot be judged until somebody decides ${missing}`}`
}

function asks(target: Target, unit: string, say: Say): string {
  if ('atLeast' in target) return `, ${say.text`and asks for at least ${`${number(target.atLeast)}${unit}`}`}`
  return 'above' in target
    ? `, ${say.text`and asks for more than ${`${number(target.above)}${unit}`}`}`
    : `, ${say.text`and asks for at most ${`${number(target.atMost)}${unit}`}`}`
}

const number = (n: number): string => n.toLocaleString('en-GB')
