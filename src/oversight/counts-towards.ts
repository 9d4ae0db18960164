import type { Fact } from '#ledger/evidence.ts'
import { kindsOf, readingsOf } from '#measures/check.ts'
import type { Measure, Reading } from '#measures/measure.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { answers, type Evidence } from '#standings/evidence-index.ts'
import type { Standing } from '#standings/standing.ts'

/** A promise whose measure reads the evidence that a record made, and how it stands now. */
export type CountsTowards = { readonly ref: string; readonly text: string; readonly standing: Standing }

/** The subject that a record is about. */
type About = { readonly id: string; readonly kind: string; readonly label: string }

/**
 * The commitments of a contract that a record counts towards by the facts it made, in the order of the plan. A promise to
 * clerks is not kept by a word with a school: where the record is about a subject, the promise must expect it.
 */
export function countsTowards(
  { standards, others }: Pick<ContractStanding, 'standards' | 'others'>,
  facts: readonly Fact[],
  about: About | null = null,
): CountsTowards[] {
  const rows = facts.map(asEvidence)
  const all = [...standards.flatMap(({ commitments }) => commitments), ...others]
  const reading = all.filter(({ measures }) => measures.some((measure) => counts(measure, rows, about)))
  return [...new Map(reading.map(({ ref, text, standing }) => [ref, { ref, text, standing }])).values()]
}

const counts = (measure: Measure, rows: readonly Evidence[], about: About | null): boolean =>
  expects(measure, about) && readingsOf(measure).some((reading) => rows.some((row) => reads(reading, row)))

function expects(measure: Measure, about: About | null): boolean {
  const expected = 'expected' in measure ? measure.expected : undefined
  if (about === null || expected === undefined || !('subject' in expected)) return true
  const { subject, only } = expected
  return subject === about.kind && (only === undefined || only.includes(about.id) || only.includes(about.label))
}

const reads = (reading: Reading, row: Evidence) => kindsOf(reading).includes(row.kind) && answers(row, reading)

function asEvidence({ kind, happenedOn, happenedAt, quantities = {}, facets = {}, about }: Fact): Evidence {
  const at = happenedAt?.getTime() ?? null
  return { entry: 0, kind, on: happenedOn, at, subjects: [], quantities, facets, about: about ?? null }
}
