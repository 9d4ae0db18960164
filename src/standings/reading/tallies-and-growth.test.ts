import assert from 'node:assert/strict'
import test from 'node:test'
import { stands, type Told } from '../../../test/support/question.ts'

const accounts = ['bridport', 'dorchester', 'sherborne']
const likes = (on: string, ...counts: number[]): Told[] =>
  counts.map((n, at) => ({
    kind: 'following counted',
    on,
    subjects: [accounts[at] as string],
    quantities: { likes: n },
  }))
const from = { value: 7462, on: '2019-08-02' }
const snapshot = { snapshot: 'following counted', quantity: 'likes', only: accounts }

test('T1 and T2: 8,204 likes pass the floor of 8,200 and fail ten percent', () => {
  const evidence = [
    ...likes('2019-10-01', 3000, 2600, 2100),
    ...likes('2019-12-30', 3204, 2700, 2300),
    ...likes('2020-02-01', 4000, 3000, 2500),
  ]
  const floor = stands(
    { measure: 'growth', of: snapshot, from, to: { value: 8200 }, by: '2019-12-31' },
    { asAt: '2020-08-02', evidence },
  )
  assert.deepEqual(
    [floor.standing, floor.value, floor.target, floor.numerator, floor.denominator],
    ['kept', 8204, 8200, 8204, 7462],
  )
  assert.equal(
    floor.reason,
    '8,204 likes by 31 December 2019, from 7,462 (+9.94%); at least 8,200 was promised by 31 December 2019.',
  )
  const percent = stands(
    { measure: 'growth', of: snapshot, from, to: { percent: 10 }, by: '2019-12-31' },
    { asAt: '2020-08-02', evidence },
  )
  assert.deepEqual(
    [percent.standing, Math.round((percent.value ?? 0) * 100) / 100, percent.target],
    ['missed', 9.94, 10],
  )
  assert.match(percent.reason, /10% more \(8,209\) was promised by 31 December 2019, 5 short\./)
})

test('likes that nobody counted for one account are unknown, not nought', () => {
  const standing = stands(
    { measure: 'growth', of: snapshot, from, to: { value: 8200 } },
    { asAt: '2020-01-01', evidence: likes('2019-12-01', 8000, 900) },
  )
  assert.deepEqual([standing.standing, standing.value], ['unknown', null])
  assert.equal(standing.reason, 'There is no count for sherborne by 1 January 2020.')
})

test('growth that keeps an even pace is on course, and growth that lags is due', () => {
  const growth = { measure: 'growth', of: snapshot, from, to: { value: 8200 }, by: '2019-12-31' }
  assert.equal(
    stands(growth, { asAt: '2019-10-01', evidence: likes('2019-10-01', 3000, 2600, 2200) }).standing,
    'on course',
  )
  assert.equal(stands(growth, { asAt: '2019-12-01', evidence: likes('2019-10-01', 3000, 2600, 2000) }).standing, 'due')
})

test('D2.2: engagements without a footfall figure are said and left out, never counted as nought', () => {
  const sum = { measure: 'sum', of: { kind: 'engagement held' }, quantity: 'reached', per: 'contract year' }
  const standing = stands(sum, {
    asAt: '2019-12-01',
    evidence: [{ on: '2019-09-01', quantities: { reached: 40 } }, { on: '2019-09-08' }],
  })
  assert.deepEqual(
    [standing.standing, standing.value, standing.numerator, standing.denominator],
    ['unmeasurable', 40, 1, 2],
  )
  assert.match(
    standing.reason,
    /^40 people over 1 engagement so far in the contract year; 1 engagement without a figure is left out, not counted as nought/,
  )
  const none = stands({ ...sum, target: { atLeast: 10 } }, { asAt: '2020-08-02', evidence: [{ on: '2019-09-08' }] })
  assert.deepEqual([none.standing, none.value], ['unknown', null])
})

test('R04: the share of engagements closed with footfall counts only those that carry the figure', () => {
  const closed = {
    measure: 'share',
    of: { kind: 'engagement held' },
    satisfied: { having: 'reached' },
    per: 'contract year',
    target: { atLeast: 100 },
  }
  const evidence: Told[] = [
    { on: '2019-09-01', quantities: { reached: 0 } },
    { on: '2019-09-08' },
    { on: '2019-09-09', quantities: { reached: 4 } },
    { on: '2019-09-10', quantities: { reached: 4 } },
  ]
  const standing = stands(closed, { asAt: '2020-08-02', evidence })
  assert.deepEqual([standing.standing, standing.value, standing.numerator, standing.denominator], ['missed', 75, 3, 4])
})

test('S1: calls answered in time are a share of all calls, over every count of the period', () => {
  const share = {
    measure: 'share',
    of: { kind: 'calls counted', where: { line: '999' } },
    satisfied: { quantities: ['in time', 'answered'] },
    per: 'contract year',
    target: { atLeast: 90 },
  }
  const counted = (on: string, answered: number, inTime: number, line = '999'): Told => ({
    kind: 'calls counted',
    on,
    quantities: { answered, 'in time': inTime },
    facets: { line },
  })
  const standing = stands(share, {
    asAt: '2019-12-31',
    evidence: [counted('2019-09-30', 1000, 950), counted('2019-10-31', 500, 400), counted('2019-10-31', 9, 0, '101')],
  })
  assert.deepEqual(
    [standing.standing, standing.value, standing.numerator, standing.denominator],
    ['kept', 90, 1350, 1500],
  )
})

test('D2.4: more than one method is asked for', () => {
  const distinct = {
    measure: 'distinct',
    of: { kind: 'engagement held' },
    facet: 'method',
    per: 'contract year',
    target: { above: 1 },
  }
  const held = (on: string, method: string): Told => ({ on, facets: { method } })
  assert.equal(
    stands(distinct, { asAt: '2020-08-02', evidence: [held('2019-09-01', 'surgery'), held('2019-10-01', 'surgery')] })
      .standing,
    'missed',
  )
  assert.equal(
    stands(distinct, { asAt: '2020-08-02', evidence: [held('2019-09-01', 'surgery'), held('2019-10-01', 'drop-in')] })
      .standing,
    'kept',
  )
})
