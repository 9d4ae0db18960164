import assert from 'node:assert/strict'
import test from 'node:test'
import { hashOfRecord, setRight, type PhoneRecord } from './phone-record.ts'

const now = new Date('2026-11-21T14:00:00Z')
const day = 24 * 60 * 60_000
const minute = 60_000
const record = (madeAt: number, fields: PhoneRecord['fields']): PhoneRecord => ({
  id: 'b3f0c9ce-6a6e-4c50-9f0e-2a7f6d7f0001',
  team: 'dorset/west-dorset',
  madeAt,
  fields,
})
const dated = (madeAt: number, phoneClock: number) => {
  const { heldOn, beganAt } = setRight(record(madeAt, { dated: 'by the clock' }), {
    phoneClock,
    now,
    timeZone: 'Europe/London',
  })
  return [heldOn, beganAt]
}

test('what a phone dated by a clock a day ahead, or behind, is put on the day it was held', () => {
  assert.deepEqual(dated(now.getTime() + day - 30 * minute, now.getTime() + day), ['2026-11-21', '13:30'])
  assert.deepEqual(dated(now.getTime() - day - 30 * minute, now.getTime() - day), ['2026-11-21', '13:30'])
})

test('a clock ten minutes out is let be, and a record that waited three days keeps its day', () => {
  assert.deepEqual(dated(now.getTime() - 30 * minute, now.getTime() + 9 * minute), ['2026-11-21', '13:30'])
  assert.deepEqual(dated(now.getTime() - 3 * day, now.getTime()), ['2026-11-18', '14:00'])
})

test('a clock that was set right before sending dates nothing after the moment it arrived', () => {
  assert.deepEqual(dated(now.getTime() + day, now.getTime()), ['2026-11-21', '14:00'])
})

test('a day that somebody typed stays as typed, whatever the clock shows', () => {
  const typed = { dated: 'as typed', heldOn: '2026-11-19', beganAt: '10:00' }
  const clocks = { phoneClock: now.getTime() + day, now, timeZone: 'Europe/London' }
  assert.deepEqual(setRight(record(now.getTime() + day, typed), clocks), typed)
})

test('the day is that of the force’s own clocks, in summer too', () => {
  const late = new Date('2026-07-01T23:30:00Z')
  const fields = setRight(record(late.getTime(), { dated: 'by the clock' }), {
    phoneClock: late.getTime(),
    now: late,
    timeZone: 'Europe/London',
  })
  assert.deepEqual([fields['heldOn'], fields['beganAt']], ['2026-07-02', '00:30'])
})

test('two records of one engagement are told apart by what they say, not by the order in which they say it', () => {
  const one = hashOfRecord(record(1, { reached: '10', place: 'Market' }))
  assert.deepEqual(hashOfRecord(record(1, { place: 'Market', reached: '10' })), one)
  assert.notDeepEqual(hashOfRecord(record(1, { place: 'Market', reached: '11' })), one)
  assert.notDeepEqual(hashOfRecord(record(2, { place: 'Market', reached: '10' })), one)
})
