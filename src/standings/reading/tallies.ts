import { kindsOf } from '#measures/check.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { explainWhere } from '#measures/explain.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import type { MeasureOf, Reading } from '#measures/measure.ts'
import { answers, type Evidence } from '../evidence-index.ts'
import { countedOf, nounOf, severalOf } from '../in-words.ts'
import { counted, figure, type Question } from '../question.ts'
import type { Standing } from '../standing.ts'
import { standingOfLevels, type Level } from './levels.ts'

/** Rows in each period (D2.1: engagement events held). */
export function count(measure: MeasureOf<'count'>, question: Question): Standing {
  const noun = nounOf(measure.of)
  return standingOfLevels(
    {
      measure,
      unit: noun[1],
      rows: question.evidence.read(measure.of),
      levelOf: (rows) => ({ value: rows.length, numerator: rows.length, denominator: null, evidence: rows }),
      say: ({ value }, when) => `${countedOf(value ?? 0, measure.of)}${when}`,
      undecided: `how many ${noun[1]} there should be`,
    },
    question,
  )
}

/** A quantity added up (D2.2: people spoken with); rows that carry no figure are said, never counted as nought. */
export function sum(measure: MeasureOf<'sum'>, question: Question): Standing {
  const unit = unitOf(measure.of, measure.quantity)
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
      say: (level, when) => saySum(level, unit, measure.of, when),
      undecided: `how many ${unit} there should be`,
    },
    question,
  )
}

function saySum({ value, numerator, denominator }: Level, unit: string, of: Reading, when: string): string {
  const noun = nounOf(of)
  if (value === null)
    return denominator === 0
      ? `No ${severalOf(of)} recorded${when}`
      : `No figure was taken at any of ${countedOf(denominator ?? 0, of)}${when}`
  const without = (denominator ?? 0) - (numerator ?? 0)
  const rest =
    without === 0
      ? ''
      : `; ${counted(without, noun)} without a figure ${without === 1 ? 'is' : 'are'} left out, not counted as nought`
  return `${figure(value)} ${unit} over ${countedOf(numerator ?? 0, of)}${when}${rest}`
}

const unitOf = (reading: Reading, quantity: string): string =>
  (kinds[kindsOf(reading)[0] as Kind] as KindOfEvidence | undefined)?.quantities[quantity] ?? quantity

/** Different values of a facet (D2.4: methods used). */
export function distinct(measure: MeasureOf<'distinct'>, question: Question): Standing {
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
        `${value} different ${value === 1 ? 'value' : 'values'} of “${measure.facet}” recorded${when}`,
      undecided: `how many different values of “${measure.facet}” there should be`,
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
          ? `No ${severalOf(measure.of)} to judge by${when}`
          : `${working.say(level)} (${figure(level.value)}%)${when}`,
      undecided: 'what share would be enough',
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
  if ('quantities' in satisfied) {
    const [part, whole] = satisfied.quantities
    return {
      take: (rows) => ({ numerator: total(rows, part), denominator: total(rows, whole) }),
      say: ({ numerator, denominator }) => saidOutOf([part, whole], numerator ?? 0, denominator ?? 0),
    }
  }
  const good = satisfying(measure, question)
  return {
    take: (rows) => ({ numerator: rows.filter(good).length, denominator: rows.length }),
    say: ({ numerator, denominator }) =>
      `${figure(numerator ?? 0)} of ${countedOf(denominator ?? 0, measure.of)}${satisfiedInWords(satisfied)}`,
  }
}

/** `31 agree out of 38 answers`; a score is out of its most. */
const saidOutOf = ([part, whole]: readonly [string, string], n: number, of: number): string =>
  whole === 'out of'
    ? `${part.charAt(0).toUpperCase()}${part.slice(1)} ${figure(n)} out of ${figure(of)}`
    : `${figure(n)} ${part} out of ${figure(of)} ${whole}`

function satisfiedInWords(satisfied: MeasureOf<'share'>['satisfied']): string {
  if ('answeredBy' in satisfied) {
    const answers = severalOf(satisfied.answeredBy)
    return answers === 'answers' ? ' answered' : ` answered by ${answers}`
  }
  return 'quantities' in satisfied ? '' : explainWhere({ kind: '', ...satisfied })
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
