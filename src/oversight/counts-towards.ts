import { evidenceOf } from '#engagements/held/record-engagement.ts'
import type { Engagement } from '#engagements/engagement.ts'
import { kindsOf, readingsOf } from '#measures/check.ts'
import type { Reading } from '#measures/measure.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { answers, type Evidence } from '#standings/evidence-index.ts'
import type { Standing } from '#standings/standing.ts'

/** A promise whose measure reads the evidence that an engagement made, and how it stands now. */
export type CountsTowards = { readonly ref: string; readonly text: string; readonly standing: Standing }

/** The commitments of a contract that an engagement counts towards, in the order of the plan. */
export function countsTowards(
  { standards, others }: Pick<ContractStanding, 'standards' | 'others'>,
  engagement: Engagement,
  timeZone: string,
): CountsTowards[] {
  const row = asEvidence(engagement, timeZone)
  const all = [...standards.flatMap(({ commitments }) => commitments), ...others]
  const reading = all.filter(({ measures }) => measures.flatMap(readingsOf).some((each) => reads(each, row)))
  return [...new Map(reading.map(({ ref, text, standing }) => [ref, { ref, text, standing }])).values()]
}

const reads = (reading: Reading, row: Evidence) => kindsOf(reading).includes(row.kind) && answers(row, reading)

function asEvidence(engagement: Engagement, timeZone: string): Evidence {
  const { kind, happenedOn, happenedAt, quantities = {}, facets = {}, about = null } = evidenceOf(engagement, timeZone)
  return { entry: 0, kind, on: happenedOn, at: happenedAt?.getTime() ?? null, subjects: [], quantities, facets, about }
}
