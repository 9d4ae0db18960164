import { kinds, type Kind } from '#measures/kinds.ts'
import { day, inWords } from '#platform/day.ts'
import type { Sampled } from './sampled-entries.ts'

/** An entry that was drawn by lot in one sentence: what happened, to or with whom, on which day, and its figures. */
export function sampledInWords({ kind, title, subjectLabels, happenedOn, quantities, facets }: Sampled): string {
  const label = kinds[kind as Kind]?.label ?? kind
  const what = title === null ? label : `${label}: ${title}`
  const about = subjectLabels.length > 0 ? ` (${subjectLabels.join(', ')})` : ''
  const told = Object.entries({ ...quantities, ...facets }).filter(([, value]) => value !== false)
  const figures = told.map(([name, value]) => (value === true ? name : `${name}: ${[value].flat().join(', ')}`))
  return `${what}${about}, ${inWords(day(happenedOn))}${figures.length > 0 ? `: ${figures.join('; ')}` : ''}.`
}
