import assert from 'node:assert/strict'
import test from 'node:test'
import { addContract, findContract } from '#contracts/contracts.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { site, watched } from '../../../test/support/watched.ts'
import { findLapses } from './find-lapses.ts'
import { lapsesFor } from './lapses.sql.ts'
import { saveSeen, saveWatches, seenAt } from './watches.sql.ts'

const whole = [{ scope: 'team', ref: '' }] as const

test('nobody is told of what was mended meanwhile, nor who no longer works for the commissioner’s office', async (t) => {
  const { db, as, at, morning } = await watched(t)
  const [moved, office] = [await as('opcc'), await as('opcc')]
  for (const { id } of [moved, office])
    await saveWatches(db, { personId: id, teamId: 'dorset/west' }, whole, at('2019-08-10'))
  await db`update person set role = 'smt' where id = ${moved.id}`
  await db`
    insert into lapse (contract_id, ref, stood, stood_on, standing, lapsed_on, found_at, mended_on)
    values ('dorset/west/2019', 'R35', 'kept', '2019-08-11', 'late', '2019-08-12', ${at('2019-08-12')}, '2019-08-14')`
  assert.deepEqual(await morning('2019-08-20'), [])
  const [mail, ...others] = await morning('2019-09-05')
  assert.deepEqual([mail?.to, others], [office.id, []])
})

test('standings that were not kept today are compared with nothing', async (t) => {
  const { db, at, keep, morning } = await watched(t)
  await morning('2019-08-20')
  await keep('2019-09-05')
  assert.equal(await findLapses(db, { at: at('2019-09-06'), site }), 0)
  assert.equal((await db`select from lapse`).length, 0)
})

test('what lapsed of a contract is over once the next has begun, and what was seen stays seen', async (t) => {
  const { db, as, at, morning } = await watched(t)
  const { id } = await as('opcc')
  await saveWatches(db, { personId: id, teamId: 'dorset/west' }, whole, at('2019-08-10'))
  for (const on of ['2019-08-20', '2019-09-05']) await morning(on)
  const last = await findContract(db, 'dorset/west', 2019)
  assert.ok(last)
  const next = { ...last, id: 'dorset/west/2020', year: 2020, span: { from: day('2020-08-02'), to: day('2021-08-01') } }
  await transaction(db, (sql) => addContract(sql, next, at('2020-07-01'), null))
  const listed = async (on: string) => (await lapsesFor(db, id, 'dorset', day(on))).length > 0
  assert.deepEqual([await listed('2020-08-01'), await listed('2020-08-02')], [true, false])
  for (const on of ['2019-09-05', '2019-09-01']) await saveSeen(db, id, 'dorset', at(on))
  assert.deepEqual(await seenAt(db, id, 'dorset'), at('2019-09-05'))
})
