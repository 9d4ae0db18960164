import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { advertisingOf, clashesOf } from './planned-engagement.ts'

const on = day('2026-12-12')

test('an engagement counts as advertised once it was out a week before on two channels', () => {
  const page = { channel: 'web page', outOn: day('2026-11-22') } as const
  const inTime = { channel: 'poster', outOn: day('2026-12-05') } as const
  const tooLate = { channel: 'poster', outOn: day('2026-12-06') } as const
  const after = { channel: 'poster', outOn: day('2026-12-13') } as const
  assert.deepEqual(
    [[page, inTime], [page, tooLate], [page], [tooLate], [after], []].map((adverts) => advertisingOf(on, adverts)),
    [
      { advertised: true, days: 20 },
      { advertised: false, days: 20 },
      { advertised: false, days: 20 },
      { advertised: false, days: 6 },
      { advertised: false, days: null },
      { advertised: false, days: null },
    ],
  )
})

test('two engagements of a team clash where their times overlap, save where one is cancelled', () => {
  const one = { heldOn: on, state: 'planned' } as const
  const clashes = clashesOf([
    { ...one, id: 'a', title: 'Market', begins: '10:00', ends: '12:00' },
    { ...one, id: 'b', title: 'Surgery', begins: '11:59', ends: '13:00' },
    { ...one, id: 'c', title: 'Drop-in', begins: '13:00', ends: '14:00' },
    { ...one, id: 'd', title: 'Cancelled walk', begins: '10:00', ends: '14:00', state: 'cancelled' },
    { ...one, id: 'e', title: 'Next day', begins: '10:00', ends: '12:00', heldOn: day('2026-12-13') },
  ])
  assert.deepEqual(
    [...clashes],
    [
      ['a', ['Surgery']],
      ['b', ['Market']],
    ],
  )
})
