import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { oldCrime } from './old-crime.ts'

test('whoever loads crime is told once a newer month should have been here, and not while the newest is young or none is', () => {
  const months = [{ month: day('2026-06-01') }, { month: day('2026-05-01') }]
  assert.equal(oldCrime(months, day('2026-09-29')), null)
  assert.equal(oldCrime(months, day('2026-09-30')), '2026-06-01')
  assert.equal(oldCrime([], day('2026-09-30')), null)
})
