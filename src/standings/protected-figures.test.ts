import assert from 'node:assert/strict'
import test from 'node:test'
import { append } from '#ledger/append.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { testDatabase } from '../../test/support/database.ts'
import { recordedAt, smallForce } from '../../test/support/force.ts'
import { protectedFigures } from './disclosed.sql.ts'
import { protectedCommunities } from './disclosure.ts'

test('what a team recorded of any protected community is known, and of no other community, team or year', async (t) => {
  const db = await testDatabase(t)
  await smallForce(db)
  const held = (on: string, people: number, communities: readonly string[]) => ({
    kind: 'engagement held',
    happenedOn: day(on),
    source: 'test',
    facets: { communities },
    quantities: { reached: people },
  })
  const record = (teamId: string, entries: readonly ReturnType<typeof held>[]) =>
    transaction(db, (sql) => append(sql, { forceId: 'dorset', teamId, timeZone: 'Europe/London', at: recordedAt, by: null }, entries)) // prettier-ignore
  const each = protectedCommunities.map((community, n) => held('2019-03-05', n + 1, [community, 'farming']))
  await record('dorset/west', [...each, held('2019-03-05', 90, ['farming']), held('2018-03-05', 91, ['LGBT'])])
  await record('dorset/east', [held('2019-03-05', 92, ['LGBT'])])
  const span = { from: day('2019-01-01'), to: day('2019-12-31') }
  assert.deepEqual(
    (await protectedFigures(db, 'dorset/west', span)).map(({ quantities }) => quantities['reached']),
    protectedCommunities.map((_, n) => n + 1),
  )
})
