import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { contractFileSchema } from '#contracts/commitment.ts'
import type { Measure } from '#measures/measure.ts'
import { kinds } from '#measures/kinds.ts'
import { day } from '#platform/day.ts'
import holidays from '../calendars/england-and-wales-bank-holidays.json' with { type: 'json' }
import terms from '../calendars/school-terms.json' with { type: 'json' }
import forces from '../demonstration/forces.json' with { type: 'json' }
import subjects from '../demonstration/subjects.json' with { type: 'json' }

const contracts = {
  'west-dorset-2019': 'west-dorset',
  'west-dorset-current': 'west-dorset',
  'devon-and-cornwall': 'launceston',
}

for (const [name, team] of Object.entries(contracts))
  test(`all that the contract ${name} expects to be touched is registered with its team`, () => {
    const own = subjects.filter((subject) => subject.team === team)
    const unknown = expectedIn(name).filter(({ kind, id }) => !own.some((s) => s.kind === kind && (!id || s.id === id)))
    assert.deepEqual(unknown, [])
  })

test('every subject is of a kind that evidence can touch, belongs to a team and has an id of its own', () => {
  const touched = new Set<string>(Object.values(kinds).flatMap((kind) => kind.subjects))
  const teams = new Set(forces.flatMap((force) => force.teams.map((team) => `${force.id}/${team.id}`)))
  const lost = subjects.filter(
    ({ kind, force, team, from }) => !touched.has(kind) || !teams.has(`${force}/${team}`) || !day(from),
  )
  assert.deepEqual(lost, [])
  assert.equal(new Set(subjects.map(({ id }) => id)).size, subjects.length)
})

test('the numbers of the West Dorset contract stand: four clerks, five watch schemes, two neighbouring forces, three accounts', () => {
  const count = (kind: string) => subjects.filter((s) => s.team === 'west-dorset' && s.kind === kind).length
  assert.deepEqual(['council clerk', 'watch scheme', 'neighbouring force', 'social account'].map(count), [4, 5, 2, 3])
})

test('each neighbourhood of a force is covered by exactly one team', () => {
  for (const force of forces)
    assert.deepEqual(
      force.teams.flatMap((team) => team.neighbourhoods).sort(),
      force.neighbourhoods.map(({ id }) => id).sort(),
    )
})

test('each neighbourhood of a force has one boundary, which no police force published and whose source is told', () => {
  const folder = new URL('../demonstration/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.geojson'))
  const read = files.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  for (const { name, licence } of read) assert.match(`${name} ${licence}`, /an assumption, not .*Source: Office for/)
  type Properties = { readonly force: string; readonly id: string; readonly name: string }
  const placed: Properties[] = read.flatMap(({ features }) =>
    features.map((each: { properties: Properties }) => each.properties),
  )
  assert.deepEqual(
    placed.map(({ force, id, name }) => `${force} ${id} ${name}`).sort(),
    forces.flatMap((force) => force.neighbourhoods.map(({ id, name }) => `${force.id} ${id} ${name}`)).sort(),
  )
})

test('half terms of a council follow each other without overlap, and never on a bank holiday at either end', () => {
  const free = new Set(holidays.map(({ date }) => date))
  for (const council of new Set(terms.map((term) => term.council))) {
    const own = terms.filter((term) => term.council === council)
    const ends = own.flatMap(({ from, to }) => [day(from), day(to)])
    assert.deepEqual(ends, [...new Set(ends)].sort())
    assert.deepEqual(
      ends.filter((end) => free.has(end)),
      [],
    )
  }
})

test('Cornwall has its six half terms in the school year 2026 to 2027', () => {
  const year = terms.filter(({ council, from }) => council === 'Cornwall Council' && from >= '2026-09-01')
  assert.deepEqual(
    year.map(({ name }) => name),
    ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'],
  )
})

function expectedIn(name: string): { kind: string; id?: string }[] {
  const text = readFileSync(new URL(`../demonstration/${name}.contract.json`, import.meta.url), 'utf8')
  return contractFileSchema.parse(JSON.parse(text)).commitments.flatMap(({ measures }) => measures.flatMap(touchedBy))
}

function touchedBy(measure: Measure): { kind: string; id?: string }[] {
  if (measure.measure === 'growth')
    return 'only' in measure.of ? (measure.of.only ?? []).map((id) => ({ kind: 'social account', id })) : []
  if (!('expected' in measure) || !measure.expected || !('subject' in measure.expected)) return []
  const { subject, only } = measure.expected
  return only ? only.map((id) => ({ kind: subject, id })) : [{ kind: subject }]
}
