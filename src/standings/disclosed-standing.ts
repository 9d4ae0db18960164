import type { Measure } from '#measures/measure.ts'
import { english, type Say } from '#platform/language/say.ts'
import type { ProtectedFigures } from './disclosed.sql.ts'
import { countsProtected, disclosed, disclosedAlone, isSmall, tellsSmall } from './disclosure.ts'
import type { ObligationStanding, PeriodStanding, Standing } from './standing.ts'

/**
 * A standing as anybody may read it: small figures by a protected characteristic are withheld with all that tells them (the
 * working, the sentence why, the evidence that could be counted), its word is not.
 */
export function disclosedStanding(measures: readonly Measure[], whole: Standing, say: Say = english): Standing {
  if (!measures.some(countsProtected)) return whole
  const { denominator, isWithheld } = figuresOf(whole)
  const periods = periodsOf(whole)
  const obligations = whole.obligations.map((each) => obligationOf(each, whole.unit, say))
  const isPartly = periods.isWithheld || obligations.some(({ reason }, n) => reason !== whole.obligations[n]?.reason)
  if (isWithheld || periods.tellsAll) {
    const few = whole.unit !== '%' && whole.value !== null && isSmall(whole.value)
    const reason = few ? fewerWords(say) : withheldWords(say)
    return { ...whole, ...nothingTold, denominator, reason, periods: periods.all, obligations }
  }
  if (!isPartly) return whole
  return { ...whole, reason: withheldWords(say), evidence: [], isWithheld: true, periods: periods.all, obligations }
}

const nothingTold = { value: null, numerator: null, evidence: [], isWithheld: true } as const

/**
 * A sum over all communities, beside whose evidence people of protected ones are only told as below or from 5 on: withheld
 * where those could be worked out from it.
 */
export function disclosedSum(
  measures: readonly Measure[],
  standing: Standing,
  figures: readonly ProtectedFigures[],
  say: Say = english,
): Standing {
  const summed = summedBy(measures)
  if (summed.length === 0 || standing.isWithheld === true) return standing
  const tells = (evidence: readonly number[]) => {
    const behind = new Set(evidence)
    const own = figures.filter(({ entry }) => behind.has(entry))
    return summed.some((quantity) => tellsSmall(own.map(({ quantities }) => Number(quantities[quantity] ?? 0))))
  }
  const periods = standing.periods.map((period) => (tells(period.evidence) ? untold(period) : period))
  const isTold = !tells(standing.evidence) && periods.every(({ value }, n) => value === standing.periods[n]?.value)
  return isTold ? standing : { ...standing, ...nothingTold, reason: withheldWords(say), periods: periods.map(untold) }
}

/**
 * A standing as at a day that somebody chose: two such days side by side would tell what came between them, so nothing is
 * told of figures that hold few people of a protected community.
 */
export function disclosedOnAskedDay(
  measures: readonly Measure[],
  standing: Standing,
  figures: readonly ProtectedFigures[],
  say: Say = english,
): Standing {
  const holdsFew = summedBy(measures).some((quantity) =>
    figures.some((one) => isHeld(one.quantities[quantity] ?? null)),
  )
  if (!holdsFew && !measures.some(countsProtected)) return standing
  const reason = askedDayWords(say)
  const told = { value: null, reason, gaps: [], evidence: [] }
  const obligations = standing.obligations.map((each) => ({ ...each, ...told, periods: each.periods.map(untold) }))
  return { ...standing, ...nothingTold, ...told, denominator: null, periods: standing.periods.map(untold), obligations }
}

const summedBy = (measures: readonly Measure[]): string[] =>
  measures.flatMap((each) => (each.measure === 'sum' ? [each.quantity] : []))

const untold = (period: PeriodStanding): PeriodStanding => ({ ...period, value: null, evidence: [] })

/** Why a figure is not told that could point at somebody. */
export const withheldWords = (say: Say): string =>
  say.text`The figures are withheld, since they are small and could point at somebody.`

const askedDayWords = (say: Say): string =>
  say.text`The figures are told as at the usual day only, since those of two days side by side could point at somebody.`

const fewerWords = (say: Say): string =>
  say.text`Fewer than 5: smaller figures are not told, since they could point at somebody.`

/** A numerator and what is left of its denominator are two counts with a total. */
function figuresOf({ value, unit, numerator, denominator }: Standing) {
  const isSmallValue = unit !== '%' && value !== null && isSmall(value)
  if (numerator === null || denominator === null) {
    const isWithheld = isSmallValue || isHeld(numerator) || isHeld(denominator)
    return { isWithheld, denominator: disclosedAlone(denominator) }
  }
  const { parts, total } = disclosed([numerator, Math.max(0, denominator - numerator)])
  const isWithheld = isSmallValue || parts.includes(null) || total === null
  return { isWithheld, denominator: total === null ? null : denominator }
}

const isHeld = (n: number | null): boolean => n !== null && isSmall(n)

/** Counts of periods with their total; of a percentage nobody says of how many, so none is told. */
function periodsOf({ periods, unit }: Standing) {
  const counts = disclosed(periods.map(({ value }) => value ?? 0))
  const all = periods.map((period, n): PeriodStanding => {
    const isTold = period.value === null || (unit !== '%' && counts.parts[n] !== null)
    return isTold ? period : untold(period)
  })
  const isWithheld = all.some(({ value }, n) => value !== periods[n]?.value)
  return { all, isWithheld, tellsAll: isWithheld && unit !== '%' && counts.total === null }
}

function obligationOf(obligation: ObligationStanding, unit: string | null, say: Say): ObligationStanding {
  const { value, periods } = obligation
  const isSmallOne = isHeld(value) || periods.some((period) => isHeld(period.value))
  if (!isSmallOne || unit === '%') return obligation
  const told = { value: null, reason: withheldWords(say), gaps: [], evidence: [] }
  return { ...obligation, ...told, periods: periods.map(untold) }
}
