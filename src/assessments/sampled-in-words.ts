import type { EvidenceRow } from '#ledger/ledger.sql.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { day, inWords } from '#platform/day.ts'

/** An entry that was drawn by lot, in one sentence that says where to find it. */
export function sampledInWords({ entry, kind, happenedOn, quantities, facets, source }: EvidenceRow): string {
  const told = Object.entries({ ...quantities, ...facets }).filter(([, value]) => value !== false)
  const figures = told.map(([name, value]) => (value === true ? name : `${name}: ${String(value)}`))
  const label = kinds[kind as Kind]?.label ?? kind
  return `${label}, ${inWords(day(happenedOn))}${figures.length > 0 ? ` (${figures.join(', ')})` : ''}. Entry ${entry}, from ${source}.`
}
