import type { Measure } from '#measures/measure.ts'
import type { ObligationStanding, Standing } from '#standings/standing.ts'
import { countsProtected, disclosed, disclosedAlone } from './disclosure.ts'

export const withheldWords = 'The figures are withheld, since they are small and could point at somebody.'

/** A standing as anybody may take it: small figures by a protected characteristic are withheld, its word is not. */
export function disclosedStanding(measures: readonly Measure[], standing: Standing): Standing {
  if (!measures.some(countsProtected)) return standing
  const { numerator, denominator, value } = standing
  const shared = sharedFigures(numerator, denominator)
  const isWithheld = shared.isWithheld || (value !== null && disclosedAlone(value) === null)
  if (!isWithheld) return { ...standing, obligations: standing.obligations.map(disclosedObligation) }
  return {
    ...standing,
    value: null,
    numerator: null,
    denominator: shared.denominator,
    reason: withheldWords,
    evidence: [],
    periods: [],
    obligations: standing.obligations.map(disclosedObligation),
  }
}

/** A numerator and what is left of its denominator are two counts with a total. */
function sharedFigures(numerator: number | null, denominator: number | null) {
  if (numerator === null || denominator === null) {
    const isWithheld = disclosedAlone(numerator) !== numerator || disclosedAlone(denominator) !== denominator
    return { isWithheld, denominator: disclosedAlone(denominator) }
  }
  const { parts, total } = disclosed([numerator, Math.max(0, denominator - numerator)])
  return { isWithheld: parts.includes(null) || total === null, denominator: total === null ? null : denominator }
}

const disclosedObligation = (obligation: ObligationStanding): ObligationStanding =>
  disclosedAlone(obligation.value) === obligation.value
    ? obligation
    : { ...obligation, value: null, reason: withheldWords, evidence: [], periods: [] }
