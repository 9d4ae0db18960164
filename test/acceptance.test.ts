import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { contractFileSchema } from '#contracts/commitment.ts'
import { readFramework } from '#frameworks/load-framework.ts'
import type { Framework } from '#frameworks/framework.ts'
import { faultsOf } from '#measures/check.ts'
import { kinds } from '#measures/kinds.ts'
import type { Measure } from '#measures/measure.ts'
import ids from './acceptance-ids.json' with { type: 'json' }

const textOf = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const frameworks = ['dorset-2019', 'devon-and-cornwall-2017'].map((name) => frameworkIn(`frameworks/${name}.json`))
const contracts = ['west-dorset-2019', 'devon-and-cornwall'].map(contractOf)
const successor = contractOf('west-dorset-current')

const measured = measuresById()

test('every standard that the documents set is in a framework, with key elements and measures', () => {
  const standards = new Map(frameworks.flatMap((framework) => framework.standards.map((s) => [s.id, s] as const)))
  const empty = ids.standards.filter(
    (id) => !standards.get(id)?.keyElements.length || !standards.get(id)?.measures.length,
  )
  assert.deepEqual(empty, [], `standards missing or empty: ${empty.join(', ')}`)
  assert.deepEqual([...standards.keys()].sort(), [...ids.standards].sort())
})

test('every pillar of the policing promise is in a framework, with its commitments', () => {
  const pillars = new Map(frameworks.flatMap((framework) => framework.pillars.map((p) => [p.id, p] as const)))
  const empty = ids.pillars.filter((id) => !pillars.get(id)?.commitments.length)
  assert.deepEqual(empty, [], `pillars missing or empty: ${empty.join(', ')}`)
})

for (const group of ['measures', 'serviceStandards', 'recurrences', 'targets'] as const)
  test(`every one of the ${ids[group].length} ${group} of the documents has a measure`, () => {
    const missing = ids[group].filter((id) => !measured.get(id)?.length)
    assert.deepEqual(missing, [], `without a measure: ${missing.join(', ')}`)
  })

test('every measure reads only evidence that can be recorded', () => {
  const faults = [...measured].flatMap(([id, measures]) =>
    measures.flatMap((measure) => faultsOf(measure, kinds).map((fault) => `${id}: ${fault}`)),
  )
  assert.deepEqual(faults, [])
})

test('the lists hold what the documents hold, each once', () => {
  const { undecided, ...lists } = ids
  const counts = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set(list).size]))
  assert.deepEqual(counts, {
    standards: 20,
    measures: 60,
    pillars: 4,
    serviceStandards: 19,
    recurrences: 58,
    targets: 7,
  })
  assert.deepEqual(
    undecided.filter((id) => !ids.recurrences.includes(id)),
    [],
  )
})

test('every recurrence for which the documents set no interval or amount says which decision is missing', () => {
  const declared = ids.recurrences.filter((id) => measured.get(id)?.some((measure) => measure.undecided !== undefined))
  assert.deepEqual(declared, [...ids.undecided].sort())
})

test('a measure names a missing decision where one is missing, and nowhere else', () => {
  const wrong = [...measured].flatMap(([id, measures]) =>
    measures.filter((measure) => undecidedIn(measure) !== (measure.undecided !== undefined)).map(() => id),
  )
  assert.deepEqual(wrong, [])
})

test('the contract that follows leaves no decision open and drops no promise', () => {
  const open = successor.commitments
    .filter((promise) => promise.measures.some(undecidedIn))
    .map((promise) => promise.ref)
  assert.deepEqual(open, [])
  const kept = new Set(successor.commitments.map((promise) => promise.ref))
  assert.deepEqual(
    contracts[0]?.commitments.filter((promise) => !kept.has(promise.ref)),
    [],
  )
})

test('every promise of the demonstration serves standards that its framework has, with faultless measures', () => {
  const faults = [...contracts, successor].flatMap((contract) => {
    const known = new Set(frameworks.find(({ id }) => id === contract.framework)?.standards.map(({ id }) => id))
    return contract.commitments.flatMap((promise) => [
      ...promise.standards.filter((id) => !known.has(id)).map((id) => `${promise.ref}: no standard ${id}`),
      ...promise.measures.flatMap((measure) => faultsOf(measure, kinds)).map((fault) => `${promise.ref}: ${fault}`),
    ])
  })
  assert.deepEqual(faults, [])
})

function frameworkIn(path: string): Framework {
  const read = readFramework(textOf(path), kinds)
  assert.ok(read.ok, `${path}: ${read.ok ? '' : JSON.stringify(read.faults)}`)
  return read.framework
}

function contractOf(name: string) {
  return contractFileSchema.parse(JSON.parse(textOf(`demonstration/${name}.contract.json`)))
}

function measuresById(): Map<string, Measure[]> {
  const asked = frameworks.flatMap((framework) => [
    ...framework.standards.flatMap((standard) => standard.measures),
    ...framework.serviceStandards,
    ...framework.duties.map(({ ref, measures }) => ({ id: ref, measures })),
  ])
  const promised = contracts.flatMap((contract) =>
    contract.commitments.map(({ ref, measures }) => ({ id: ref, measures })),
  )
  return new Map([...asked, ...promised].map(({ id, measures }) => [id, measures]))
}

/** Nobody can say whether it is kept: the interval, the limit or the amount is not set. */
function undecidedIn(measure: Measure): boolean {
  if (measure.measure === 'cadence') return measure.every === null
  if (measure.measure === 'latency' || measure.measure === 'age') return measure.within === null
  return ['count', 'sum', 'distinct', 'share'].includes(measure.measure) && !('target' in measure)
}
