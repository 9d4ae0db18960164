import { entryOf, facetOf, type Dictionary, type KindOfEvidence } from './dictionary.ts'
import type { Expected, Measure, Reading } from './measure.ts'

/** What is wrong with a measure against the data dictionary, each fault in one sentence; empty where nothing is. */
export function faultsOf(measure: Measure, dictionary: Dictionary): string[] {
  return [
    ...readingsOf(measure).flatMap((reading) => readingFaults(reading, dictionary)),
    ...quantityFaults(measure, dictionary),
    ...expectedFaults(measure, dictionary),
    ...(measure.measure === 'distinct' ? facetFaults(kindsOf(measure.of), measure.facet, dictionary) : []),
    ...(measure.measure === 'judged' ? gradeFaults(measure) : []),
  ]
}

/** Every reading of the ledger that a measure makes. */
export function readingsOf(measure: Measure): Reading[] {
  if (measure.measure === 'latency') return [measure.from, measure.to]
  if (measure.measure === 'growth') return [growthReading(measure.of)]
  if (measure.measure === 'share' && 'answeredBy' in measure.satisfied)
    return [measure.of, measure.satisfied.answeredBy]
  return [measure.of]
}

/** The reading behind a growth measure; a snapshot reads every row of its kind. */
export function growthReading(of: Extract<Measure, { measure: 'growth' }>['of']): Reading {
  if ('snapshot' in of) return { kind: of.snapshot }
  if ('count' in of) return of.count
  return 'sum' in of ? of.sum : of.distinct
}

/** The kinds of evidence a reading takes, as a list. */
export const kindsOf = (reading: Reading): readonly string[] =>
  typeof reading.kind === 'string' ? [reading.kind] : reading.kind

/** All kinds of evidence that can change what a measure says, agreements on contact included. */
export function kindsRead(measure: Measure): string[] {
  const read = readingsOf(measure).flatMap(kindsOf)
  const agreed =
    (measure.measure === 'cadence' && measure.every === 'agreed') ||
    (measure.measure === 'age' && measure.within === 'agreed')
  return agreed ? [...read, 'contact level agreed'] : [...read]
}

function readingFaults(reading: Reading, dictionary: Dictionary): string[] {
  const unknown = kindsOf(reading).filter((kind) => !Object.hasOwn(dictionary, kind))
  if (unknown.length > 0) return unknown.map((kind) => `there is no evidence of the kind “${kind}”`)
  const known = kindsOf(reading)
  const asked = Object.entries(reading.where ?? {})
  return [
    ...asked.flatMap(([facet, wanted]) => facetFaults(known, facet, dictionary, wanted)),
    ...(reading.having ? missingQuantity(known, reading.having, dictionary) : []),
  ]
}

function facetFaults(
  known: readonly string[],
  facet: string,
  dictionary: Dictionary,
  wanted: string | boolean | readonly string[] = [],
): string[] {
  return known.flatMap((kind) => {
    const entry = entryOf(dictionary, kind)
    if (!entry) return []
    const values = facetOf(entry, facet)
    if (values === undefined) return [`“${kind}” has no facet “${facet}”; it has ${listed(Object.keys(entry.facets))}`]
    return valueFaults(kind, facet, values, wanted)
  })
}

function valueFaults(
  kind: string,
  facet: string,
  values: KindOfEvidence['facets'][string],
  wanted: string | boolean | readonly string[],
): string[] {
  if (values === 'words') return []
  if (values === 'yes or no')
    return typeof wanted === 'boolean' || wanted.length === 0 ? [] : [`“${facet}” of “${kind}” is true or false`]
  const asked = typeof wanted === 'string' ? [wanted] : typeof wanted === 'boolean' ? [String(wanted)] : wanted
  return asked
    .filter((value) => !values.includes(value))
    .map((value) => `“${facet}” of “${kind}” is never “${value}”; it is one of ${listed(values)}`)
}

function quantityFaults(measure: Measure, dictionary: Dictionary): string[] {
  if (measure.measure === 'sum') return missingQuantity(kindsOf(measure.of), measure.quantity, dictionary)
  if (measure.measure === 'share' && 'quantities' in measure.satisfied)
    return measure.satisfied.quantities.flatMap((quantity) =>
      missingQuantity(kindsOf(measure.of), quantity, dictionary),
    )
  if (measure.measure !== 'growth') return []
  if ('distinct' in measure.of) return facetFaults(kindsOf(measure.of.distinct), measure.of.facet, dictionary)
  return 'quantity' in measure.of
    ? missingQuantity(kindsOf(growthReading(measure.of)), measure.of.quantity, dictionary)
    : []
}

const missingQuantity = (known: readonly string[], quantity: string, dictionary: Dictionary): string[] =>
  known
    .filter((kind) => !Object.hasOwn(entryOf(dictionary, kind)?.quantities ?? { [quantity]: '' }, quantity))
    .map((kind) => `“${kind}” carries no figure “${quantity}”`)

function expectedFaults(measure: Measure, dictionary: Dictionary): string[] {
  const expected: Expected | undefined = 'expected' in measure ? measure.expected : undefined
  if (!expected || !('of' in measure) || !('kind' in measure.of)) return []
  const known = kindsOf(measure.of)
  if ('facet' in expected) return facetFaults(known, expected.facet, dictionary, expected.values)
  return known
    .filter((kind) => entryOf(dictionary, kind)?.subjects.includes(expected.subject) === false)
    .map((kind) => `“${kind}” never touches a ${expected.subject}`)
}

const gradeFaults = (measure: Extract<Measure, { measure: 'judged' }>): string[] =>
  measure.passes
    .filter((grade) => !measure.scale.includes(grade))
    .map((grade) => `the grade “${grade}” is not on the scale`)

const listed = (words: readonly string[]) => (words.length === 0 ? 'none' : words.join(', '))
