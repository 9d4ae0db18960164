import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { resilienceOf, type Scheme } from './scheme.ts'

const today = day('2026-11-21')

const lasting: Scheme = {
  organisationId: 'o',
  name: 'Pub Watch',
  subjectId: 's',
  relationshipId: 'r',
  owner: 'The sergeant',
  every: 'FREQ=MONTHLY',
  lastContactOn: day('2026-11-01'),
  nextDue: today,
  coordinator: 'Morgan',
  deputy: 'Rowan',
  members: 1,
  countedOn: day('2025-11-20'),
}

const told = (changes: Partial<Scheme>) =>
  resilienceOf({ ...lasting, ...changes }, today).map(({ has, why }) => (has ? 'yes' : why))

test('a scheme lasts that has counted members, two who lead it, and contact as agreed', () => {
  assert.deepEqual(told({}), ['yes', 'yes', 'yes'])
})

test('what a scheme lacks is said in words, each by itself', () => {
  const lacks: readonly [Partial<Scheme>, number, string][] = [
    [{ members: null, countedOn: null }, 0, 'nobody has counted them yet'],
    [{ countedOn: day('2025-11-19') }, 0, 'nobody has counted them for a year'],
    [{ members: 0 }, 0, 'none when last counted'],
    [{ coordinator: null }, 1, 'it has no coordinator'],
    [{ deputy: null }, 1, 'nobody stands in for the coordinator'],
    [{ every: null }, 2, 'nothing is agreed yet'],
    [{ nextDue: null }, 2, 'nothing is agreed yet'],
    [{ lastContactOn: null }, 2, 'we have not met yet'],
    [{ nextDue: day('2026-11-20') }, 2, 'longer ago than agreed'],
  ]
  for (const [changes, at, why] of lacks) {
    const expected = ['yes', 'yes', 'yes'].with(at, why)
    assert.deepEqual(told(changes), expected)
  }
})
