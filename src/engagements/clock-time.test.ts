import assert from 'node:assert/strict'
import test from 'node:test'
import { clockTime } from './clock-time.ts'

test('a time is understood as people write it', () => {
  const told = ['14:30', '2.30pm', '1430', '10am', '12pm', '12am', '9:05', '24:00', '14', '13pm', 'noon', '']
  assert.deepEqual(told.map(clockTime), [
    '14:30',
    '14:30',
    '14:30',
    '10:00',
    '12:00',
    '00:00',
    '09:05',
    null,
    null,
    null,
    null,
    null,
  ])
})
