import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { drawnTeam, fixDay, rightOf } from './dip-check.ts'

const teams = ['dorset/purbeck', 'dorset/west-dorset', 'dorset/weymouth-and-portland']

test('whoever has the seed and the teams draws the same page again, in whatever order the teams come', () => {
  const drawn = drawnTeam('a seed', teams)
  assert.deepEqual([drawnTeam('a seed', teams.toReversed()), drawnTeam('any', [])], [drawn, null])
})

test('each page is drawn about as often as any other', () => {
  const drawn = Map.groupBy(
    Array.from({ length: 3_000 }, (_, n) => drawnTeam(`seed ${n}`, teams)),
    (team) => team,
  )
  const times = teams.map((team) => drawn.get(team)?.length ?? 0)
  assert.ok(
    times.every((n) => n > 900 && n < 1_100),
    `${times}`,
  )
})

test('what is wrong or not there counts as not right, and is put right within a week unless the supervisor says otherwise', () => {
  assert.deepEqual(rightOf([{ finding: 'right' }, { finding: 'wrong' }, { finding: 'not there' }]), {
    right: 1,
    checked: 3,
  })
  const today = day('2026-11-21')
  assert.deepEqual(
    [fixDay('right', null, today), fixDay('wrong', null, today), fixDay('not there', day('2026-11-23'), today)],
    [null, '2026-11-28', '2026-11-23'],
  )
})
