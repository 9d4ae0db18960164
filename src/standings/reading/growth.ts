import type { MeasureOf, Reading } from '#measures/measure.ts'
import { addDays, addMonths, daysBetween, type Day, type Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { earlier } from '../calendar.ts'
import { entriesOf, inSpan, type Evidence } from '../evidence-index.ts'
import { figure, type Question } from '../question.ts'
import { standing, type PeriodStanding, type Standing } from '../standing.ts'
import { nounOf } from '#measures/reading-in-words.ts'
import { noneOf } from '../in-words.ts'

type Growth = MeasureOf<'growth'>
/** A figure as at a day, or why there is none. */
type Taken = { readonly value: number; readonly evidence: readonly Evidence[] } | { readonly missing: string }
type Now = {
  readonly value: number
  readonly baseline: number
  readonly evidence: readonly Evidence[]
  readonly to: Day
}

/** A figure against its baseline, to a value, by a percentage or at all, by a day (T1: likes to 8,200; T2: by 10 percent). */
export function growth(measure: Growth, question: Question): Standing {
  const by = measure.by === 'contract end' ? question.year.to : (measure.by as Day)
  const to = earlier(question.asAt, by)
  const base = baselineOf(measure, question, to)
  const unit = unitOf(measure)
  if ('missing' in base) return standing('unknown', `${base.missing}.`, { unit, nextDue: by })
  const now = valueAt(measure, question, { from: question.year.from, to })
  if ('missing' in now) return standing('unknown', `${now.missing}.`, { unit, nextDue: by })
  return judged(measure, { value: now.value, baseline: base.value, evidence: now.evidence, to }, by, question)
}

function judged(measure: Growth, now: Now, by: Day, question: Question): Standing {
  const goal = goalOf(measure, now.baseline)
  const reached = measure.to === 'increase' ? now.value > goal : now.value >= goal
  const open = question.asAt <= by
  const word = reached
    ? open && isTally(measure)
      ? 'on course'
      : 'kept'
    : !open
      ? 'missed'
      : inStep(measure, now, goal, by, question)
        ? 'on course'
        : 'due'
  return standing(word, reasonOf(measure, now, { goal, by, reached }, question.say), {
    ...figures(measure, now, goal),
    period: { from: startOf(measure, question.year), to: by },
    nextDue: open && !reached ? by : null,
    evidence: entriesOf(now.evidence),
    periods: steps(measure, question, now.to),
  })
}

/** Percentages are shown as percentages; everything else in its own unit. */
function figures(measure: Growth, now: Now, goal: number) {
  if (typeof measure.to === 'object' && 'percent' in measure.to)
    return {
      value: percentGrowth(now),
      unit: '%',
      target: measure.to.percent,
      numerator: now.value,
      denominator: now.baseline,
    }
  return { value: now.value, unit: unitOf(measure), target: goal, numerator: now.value, denominator: now.baseline }
}

const percentGrowth = ({ value, baseline }: { value: number; baseline: number }) =>
  baseline === 0 ? 0 : (100 * (value - baseline)) / baseline

function goalOf(measure: Growth, baseline: number): number {
  if (measure.to === 'increase') return baseline
  return 'value' in measure.to ? measure.to.value : baseline * (1 + measure.to.percent / 100)
}

/** On course is at least as far as an even pace would have come. */
function inStep(measure: Growth, now: Now, goal: number, by: Day, question: Question): boolean {
  const from = startOf(measure, question.year)
  const whole = daysBetween(from, by)
  const pace = whole <= 0 ? 1 : daysBetween(from, now.to) / whole
  return isTally(measure) ? now.value >= goal : now.value >= now.baseline + (goal - now.baseline) * pace
}

const startOf = (measure: Growth, year: Span): Day =>
  typeof measure.from === 'object' ? (measure.from.on as Day) : year.from

/** A tally grows through the year from nothing; a snapshot is a level. */
const isTally = (measure: Growth): boolean => !('snapshot' in measure.of)

function baselineOf(measure: Growth, question: Question, to: Day): Taken {
  if (typeof measure.from === 'object') return { value: measure.from.value, evidence: [] }
  const { year, say } = question
  if (isTally(measure) || measure.from === 'previous year') {
    const before = {
      from: addMonths(year.from, -12),
      to: isTally(measure) ? addMonths(to, -12) : addDays(year.from, -1),
    }
    const taken = valueAt(measure, question, before)
    if ('missing' in taken) return { missing: say.text`There is no figure for the year before: ${taken.missing}` }
    return isTally(measure) && taken.evidence.length === 0
      ? { missing: say.text`Nothing was recorded for the year before, so growth is not known` }
      : taken
  }
  const first = valueAt(measure, question, { from: year.from, to: year.from })
  return 'missing' in first ? firstInYear(measure, question) : first
}

/** Where nothing was counted by the contract's first day, the first count in it is what growth starts from. */
function firstInYear(measure: Growth, question: Question): Taken {
  const rows = inSpan(snapshots(measure, question), question.year)
  const first = rows[0]
  return first
    ? valueAt(measure, question, { from: question.year.from, to: first.on })
    : { missing: noneOf(kindOnly(measure), question.say) }
}

function valueAt(measure: Growth, question: Question, span: Span): Taken {
  const { of } = measure
  if ('snapshot' in of) return snapshotAt(measure, question, span.to)
  const rows = inSpan(question.evidence.read(readingOf(measure)), span)
  if ('count' in of) return { value: rows.length, evidence: rows }
  if ('distinct' in of) return { value: new Set(rows.map((row) => String(row.facets[of.facet]))).size, evidence: rows }
  const known = rows.filter((row) => row.quantities[of.quantity] !== undefined)
  if (known.length === 0 && rows.length > 0)
    return { missing: question.say.text`No ${question.say.toldText(of.quantity)} were counted` }
  return { value: known.reduce((total, row) => total + (row.quantities[of.quantity] ?? 0), 0), evidence: known }
}

/** The newest count of each account, added up; where one that is named has none, nobody knows the total. */
function snapshotAt(measure: Growth, question: Question, d: Day): Taken {
  if (!('snapshot' in measure.of)) throw new TypeError('not a snapshot')
  const { only } = measure.of
  const newest = new Map<string, Evidence>()
  for (const row of snapshots(measure, question))
    if (row.on <= d) for (const id of row.subjects.length > 0 ? row.subjects : ['']) newest.set(id, row)
  const { say } = question
  const lacking = (only ?? []).find((id) => !newest.has(id))
  if (lacking !== undefined)
    return { missing: say.text`There is no count for ${say.ownText(labelOf(lacking, question))} by ${say.day(d)}` }
  if (newest.size === 0) return { missing: say.text`${noneOf(kindOnly(measure), say)} by ${say.day(d)}` }
  const taken = only ? only.map((id) => newest.get(id) as Evidence) : [...newest.values()]
  const { quantity } = measure.of
  return { value: taken.reduce((total, row) => total + (row.quantities[quantity] ?? 0), 0), evidence: taken }
}

const labelOf = (id: string, question: Question) => question.subjects.find((subject) => subject.id === id)?.label ?? id

function snapshots(measure: Growth, question: Question): readonly Evidence[] {
  const quantity = 'quantity' in measure.of ? measure.of.quantity : ''
  return question.evidence.read({ ...readingOf(measure), having: quantity })
}

/** What is told of missing rows names their kind, not what is asked of them. */
const kindOnly = (measure: Growth): Reading => ({ kind: readingOf(measure).kind })

function readingOf({ of }: Growth): Reading {
  if ('snapshot' in of) return { kind: of.snapshot }
  if ('count' in of) return of.count
  return 'sum' in of ? of.sum : of.distinct
}

function unitOf(measure: Growth): string {
  const kind = readingOf(measure).kind
  const name = typeof kind === 'string' ? kind : (kind[0] as string)
  const entry = kinds[name as Kind] as KindOfEvidence | undefined
  return 'quantity' in measure.of
    ? (entry?.quantities[measure.of.quantity] ?? measure.of.quantity)
    : nounOf(readingOf(measure))[1]
}

type Aim = { readonly goal: number; readonly by: Day; readonly reached: boolean }

function reasonOf(measure: Growth, now: Now, { goal, by, reached }: Aim, say: Say): string {
  const { to } = measure
  const unit = unitOf(measure)
  const value = say.count(now.value, { one: `{n} ${unit}`, other: `{n} ${unit}` })
  const base = `${figure(now.baseline)} (${signed(percentGrowth(now))}%)`
  const grown = say.text`${value} by ${say.day(now.to)}, from ${base}`
  if (to === 'increase') return say.text`${grown}; an increase was promised by ${say.day(by)}.`
  const short = reached ? '' : `, ${say.text`${figure(Math.ceil(goal - now.value))} short`}`
  const asked =
    'value' in to
      ? say.text`at least ${figure(goal)} was promised by ${say.day(by)}`
      : say.text`${figure(to.percent)}% more (${figure(Math.ceil(goal))}) was promised by ${say.day(by)}`
  return `${grown}; ${asked}${short}.`
}

/** Two decimals: a target of 10% is missed by 9.94%. */
const signed = (n: number) =>
  `${n >= 0 ? '+' : '−'}${Math.abs(n).toLocaleString('en-GB', { maximumFractionDigits: 2 })}`

/** The level at the end of each month so far, for the chart of the year. */
function steps(measure: Growth, question: Question, to: Day): PeriodStanding[] {
  if (!('snapshot' in measure.of)) return []
  const found: PeriodStanding[] = []
  for (let from = startOf(measure, question.year); from <= to; from = addMonths(from, 1)) {
    const end = earlier(addDays(addMonths(from, 1), -1), to)
    const taken = snapshotAt(measure, question, end)
    if ('value' in taken)
      found.push({ from, to: end, standing: 'on course', value: taken.value, evidence: entriesOf(taken.evidence) })
  }
  return found
}
