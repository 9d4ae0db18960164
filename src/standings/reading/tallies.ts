import { kindsOf } from '#measures/check.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { explainWhere, nounOf } from '#measures/reading-in-words.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import type { MeasureOf, Reading } from '#measures/measure.ts'
import { capitalised } from '#platform/capitalised.ts'
import { english, type Say } from '#platform/language/say.ts'
import { answers, type Evidence } from '../evidence-index.ts'
import { countedOf, noneOf, severalOf } from '../in-words.ts'
import { counted, figure, type Question } from '../question.ts'
import type { Standing } from '../standing.ts'
import { standingOfLevels, type Level } from './levels.ts'

/** Rows in each period (D2.1: engagement events held). */
export function count(measure: MeasureOf<'count'>, question: Question): Standing {
  const [, several] = nounOf(measure.of)
  const { say } = question
  return standingOfLevels(
    {
      measure,
      unit: several,
      rows: question.evidence.read(measure.of),
      levelOf: (rows) => ({ value: rows.length, numerator: rows.length, denominator: null, evidence: rows }),
      say: ({ value }, when) => `${countedOf(value ?? 0, measure.of, say)}${when}`,
      undecided: say.text`how many ${say.toldText(several)} there should be`,
    },
    question,
  )
}

/** A quantity added up (D2.2: people spoken with); rows that carry no figure are said, never counted as nought. */
export function sum(measure: MeasureOf<'sum'>, question: Question): Standing {
  const unit = unitOf(measure.of, measure.quantity)
  const { say } = question
  return standingOfLevels(
    {
      measure,
      unit,
      rows: question.evidence.read(measure.of),
      levelOf: (rows) => {
        const known = rows.filter((row) => row.quantities[measure.quantity] !== undefined)
        const total = known.reduce((sofar, row) => sofar + (row.quantities[measure.quantity] ?? 0), 0)
        return {
          value: known.length === 0 ? null : total,
          numerator: known.length,
          denominator: rows.length,
          evidence: rows,
        }
      },
      say: (level, when) => saySum(level, { unit, of: measure.of, when }, say),
      undecided: say.text`how many ${say.toldText(unit)} there should be`,
    },
    question,
  )
}

type Summed = { readonly unit: string; readonly of: Reading; readonly when: string }

function saySum({ value, numerator, denominator }: Level, { unit, of, when }: Summed, say: Say): string {
  if (value === null)
    return denominator === 0
      ? `${noneOf(of, say)}${when}`
      : `${say.text`No figure was taken at any of ${countedOf(denominator ?? 0, of, say)}`}${when}`
  const without = (denominator ?? 0) - (numerator ?? 0)
  const rest = without === 0 ? '' : `; ${leftOutInWords(without, of, say)}`
  const total = say.count(value, { one: `{n} ${unit}`, other: `{n} ${unit}` })
  return `${say.text`${total} over ${countedOf(numerator ?? 0, of, say)}`}${when}${rest}`
}

function leftOutInWords(without: number, of: Reading, say: Say): string {
  const said = counted(without, nounOf(of), say)
  return without === 1
    ? say.text`${said} without a figure is left out, not counted as nought`
    : say.text`${said} without a figure are left out, not counted as nought`
}

const unitOf = (reading: Reading, quantity: string): string =>
  (kinds[kindsOf(reading)[0] as Kind] as KindOfEvidence | undefined)?.quantities[quantity] ?? quantity

/** Different values of a facet (D2.4: methods used). */
export function distinct(measure: MeasureOf<'distinct'>, question: Question): Standing {
  const { say } = question
  const facet = say.toldText(measure.facet)
  return standingOfLevels(
    {
      measure,
      unit: `different values of ${measure.facet}`,
      rows: question.evidence.read(measure.of).filter((row) => row.facets[measure.facet] !== undefined),
      levelOf: (rows) => {
        const values = new Set(rows.flatMap((row) => valuesOf(row, measure.facet)))
        return { value: values.size, numerator: values.size, denominator: null, evidence: rows }
      },
      say: ({ value }, when) =>
        value === 1
          ? `${say.text`1 different value of “${facet}” recorded`}${when}`
          : `${say.text`${value ?? 0} different values of “${facet}” recorded`}${when}`,
      undecided: say.text`how many different values of “${facet}” there should be`,
    },
    question,
  )
}

function valuesOf(row: Evidence, facet: string): readonly string[] {
  const given = row.facets[facet]
  if (given === undefined) return []
  return typeof given === 'object' ? given : [String(given)]
}

/** Those that satisfy out of all that should, in percent (R04: events closed with footfall; S1: calls answered in time). */
export function share(measure: MeasureOf<'share'>, question: Question): Standing {
  const working = workingOf(measure, question)
  const { say } = question
  return standingOfLevels(
    {
      measure,
      unit: '%',
      rows: question.evidence.read(measure.of),
      levelOf: (rows) => {
        const { numerator, denominator } = working.take(rows)
        const value = denominator === 0 ? null : (100 * numerator) / denominator
        return { value, numerator, denominator, evidence: rows }
      },
      say: (level, when) =>
        level.value === null
          ? `${say.text`No ${severalOf(measure.of, say)} to judge by`}${when}`
          : `${working.say(level)} (${figure(level.value)}%)${when}`,
      undecided: say.text`what share would be enough`,
    },
    question,
  )
}

type Working = {
  readonly take: (rows: readonly Evidence[]) => { numerator: number; denominator: number }
  readonly say: (level: Level) => string
}

function workingOf(measure: MeasureOf<'share'>, question: Question): Working {
  const { satisfied } = measure
  const { say } = question
  if ('quantities' in satisfied) {
    const [part, whole] = satisfied.quantities
    return {
      take: (rows) => ({ numerator: total(rows, part), denominator: total(rows, whole) }),
      say: ({ numerator, denominator }) => saidOutOf([part, whole], numerator ?? 0, denominator ?? 0, say),
    }
  }
  const good = satisfying(measure, question)
  return {
    take: (rows) => ({ numerator: rows.filter(good).length, denominator: rows.length }),
    say: ({ numerator, denominator }) =>
      `${say.text`${figure(numerator ?? 0)} of ${countedOf(denominator ?? 0, measure.of, say)}`}${satisfiedInWords(satisfied, say)}`,
  }
}

/** `31 agree out of 38 answers`; a score is out of its most. */
function saidOutOf([part, whole]: readonly [string, string], n: number, of: number, say: Say): string {
  const counted = say.toldText(part)
  return whole === 'out of'
    ? say.text`${capitalised(counted)} ${figure(n)} out of ${figure(of)}`
    : say.text`${figure(n)} ${counted} out of ${figure(of)} ${say.toldText(whole)}`
}

function satisfiedInWords(satisfied: MeasureOf<'share'>['satisfied'], say: Say): string {
  if ('answeredBy' in satisfied)
    return severalOf(satisfied.answeredBy, english) === 'answers'
      ? ` ${say.text`answered`}`
      : ` ${say.text`answered by ${severalOf(satisfied.answeredBy, say)}`}`
  return 'quantities' in satisfied ? '' : explainWhere({ kind: '', ...satisfied }, say)
}

function satisfying(measure: MeasureOf<'share'>, question: Question): (row: Evidence) => boolean {
  const { satisfied } = measure
  if ('answeredBy' in satisfied) {
    const answered = new Set(question.evidence.read(satisfied.answeredBy).map((row) => row.about))
    return (row) => row.about !== null && answered.has(row.about)
  }
  if ('quantities' in satisfied) return () => false
  return (row) => answers(row, { where: satisfied.where, having: satisfied.having })
}

/** A share is of what both figures are known for: a row that lacks one tells nothing. */
const total = (rows: readonly Evidence[], quantity: string): number =>
  rows.reduce((sofar, row) => sofar + (row.quantities[quantity] ?? 0), 0)
