import assert from 'node:assert/strict'
import test from 'node:test'
import { addContract } from '#contracts/contracts.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { testDatabase } from '../../test/support/database.ts'
import { saturday } from '../../test/support/desk.ts'
import { recordedAt, smallForce } from '../../test/support/force.ts'
import { beginNextYear } from './begin-next-year.ts'

test('a year whose contract the public reads already is not drafted again', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const span = { from: day('2020-08-02'), to: day('2021-08-01') }
  const next = { ...west.contract, id: 'dorset/west/2020', year: 2020, span }
  await transaction(db, (sql) => addContract(sql, next, recordedAt, null))
  const acting = { person: null, at: saturday, forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }
  await assert.rejects(
    transaction(db, (sql) => beginNextYear(sql, west.contract, [], acting)),
    /There is a contract for 2020 already/,
  )
  assert.equal((await db`select from contract_draft`).length, 0)
})
