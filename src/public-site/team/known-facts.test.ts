import assert from 'node:assert/strict'
import test from 'node:test'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { knownFacts } from './known-facts.ts'
import { teamOnBasis } from './team-basis.sql.ts'

test('what was read for a team’s page is read again once anything it rests on has changed, and not before', async (t) => {
  const db = await testDatabase(t)
  await db`insert into force (id, name) values ('dorset', 'Dorset Police')`
  await db`
    insert into team (id, force_id, slug, name) values
      ('dorset/west-dorset', 'dorset', 'west-dorset', 'West Dorset'), ('dorset/purbeck', 'dorset', 'purbeck', 'Purbeck')`
  const facts = knownFacts<number>()
  let reads = 0
  const told = async () => {
    const found = await teamOnBasis(db, 'dorset', 'west-dorset')
    return facts(db, 'dorset/west-dorset', found?.basis ?? '', async () => ++reads)
  }
  const after = async (change: () => PromiseLike<unknown>) => {
    await change()
    return told()
  }
  assert.deepEqual([await told(), await told()], [1, 1])
  assert.equal(await after(() => pagesChanged(db, 'dorset/purbeck')), 1)
  assert.equal(await after(() => pagesChanged(db, 'dorset/west-dorset')), 2)
  assert.equal(await after(() => pagesChanged(db, 'dorset')), 3)
  assert.equal(
    await after(
      () =>
        db`insert into chain (id, force_id, team_id, length) values ('dorset/west-dorset', 'dorset', 'dorset/west-dorset', 1)`,
    ),
    4,
  )
  assert.equal(await after(() => db`update team set name = 'West' where id = 'dorset/west-dorset'`), 5)
  const joins = db`insert into neighbourhood (force_id, id, name, team_id) values ('dorset', '55.DT3001', 'Bridport', 'dorset/west-dorset')`
  assert.deepEqual([await after(() => joins), await told()], [6, 6])
  assert.equal(await after(() => db`update neighbourhood set name = 'Bridport town'`), 7)
  assert.equal(await teamOnBasis(db, 'dorset', 'poole'), null)
})
