import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import {
  advertisedFrom,
  clashesOf,
  daysAdvertised,
  hasBegun,
  isAdvertised,
  isOnTheClock,
  isOver,
  stillToAdvertise,
  type Advert,
} from './planned-engagement.ts'

const on = day('2026-12-12')

const page = { channel: 'web page', outOn: day('2026-11-22') } as const
const inTime = { channel: 'poster', outOn: day('2026-12-05') } as const
const tooLate = { channel: 'poster', outOn: day('2026-12-06') } as const
const after = { channel: 'poster', outOn: day('2026-12-13') } as const

test('an engagement counts as advertised once it was out a week before on two channels', () => {
  const told = (adverts: readonly Advert[]) => [isAdvertised(on, adverts, advertisedFrom), daysAdvertised(on, adverts)]
  assert.deepEqual([[page, inTime], [page, tooLate], [page], [tooLate], [after], []].map(told), [
    [true, 20],
    [false, 20],
    [false, 20],
    [false, 6],
    [false, null],
    [false, null],
  ])
})

test('a force that asks for a day before on one channel has what it set counted', () => {
  const rule = { days: 1, channels: 1 }
  assert.equal(isAdvertised(on, [tooLate], rule), true)
  assert.equal(isAdvertised(on, [{ ...tooLate, outOn: on }], rule), false)
})

test('the team is told how many channels are missing and by which day, and when it is too late', () => {
  const by = '2026-12-05'
  const seen = (adverts: readonly Advert[], today: string) => stillToAdvertise(on, adverts, advertisedFrom, day(today))
  assert.deepEqual(seen([], '2026-11-21'), { missing: 2, by, tooLate: false })
  assert.deepEqual(seen([page], by), { missing: 1, by, tooLate: false })
  assert.deepEqual(seen([page, tooLate], '2026-12-06'), { missing: 1, by, tooLate: true })
  assert.deepEqual(seen([page, inTime], '2026-12-06'), { missing: 0, by, tooLate: false })
})

test('a meeting at half past one on the night the clocks go back begins once and does not begin again', () => {
  const london = 'Europe/London'
  const night = { heldOn: day('2026-10-25'), begins: '01:30', ends: '02:30' }
  const at = (time: string) => new Date(`2026-10-25T${time}Z`)
  assert.deepEqual(
    ['00:29', '00:30', '01:15', '02:29', '02:30'].map((time) => [
      hasBegun(night, at(time), london),
      isOver(night, at(time), london),
    ]),
    [
      [false, false],
      [true, false],
      [true, false],
      [true, false],
      [true, true],
    ],
  )
})

test('half past one is left out by the clocks on the night they go forward, and on no other', () => {
  const shown = (on: string, time: string) => isOnTheClock(day(on), time, 'Europe/London')
  assert.deepEqual(
    [
      shown('2026-03-29', '01:30'),
      shown('2026-03-29', '02:00'),
      shown('2026-10-25', '01:30'),
      shown('2026-03-28', '01:30'),
    ],
    [false, true, true, true],
  )
})

test('two engagements of a team clash where their times overlap, save where one is cancelled', () => {
  const one = { teamId: 'dorset/west-dorset', heldOn: on, state: 'planned' } as const
  const clashes = clashesOf([
    { ...one, id: 'a', title: 'Market', begins: '10:00', ends: '12:00' },
    { ...one, id: 'b', title: 'Surgery', begins: '11:59', ends: '13:00' },
    { ...one, id: 'c', title: 'Drop-in', begins: '13:00', ends: '14:00' },
    { ...one, id: 'd', title: 'Cancelled walk', begins: '10:00', ends: '14:00', state: 'cancelled' },
    { ...one, id: 'e', title: 'Next day', begins: '10:00', ends: '12:00', heldOn: day('2026-12-13') },
    { ...one, id: 'f', title: 'Another team', begins: '10:00', ends: '12:00', teamId: 'dorset/purbeck' },
  ])
  assert.deepEqual(
    [...clashes],
    [
      ['a', ['Surgery']],
      ['b', ['Market']],
    ],
  )
})
