import assert from 'node:assert/strict'
import test from 'node:test'
import { addContract } from '#contracts/contracts.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { saturday } from '../../../test/support/desk.ts'
import { smallForce } from '../../../test/support/force.ts'
import { draftSelfEvaluation } from './write-self-evaluation.ts'

test('a year that has not begun has nothing to evaluate', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const span = { from: day('2026-12-01'), to: day('2027-11-30') }
  const contract = { ...west.contract, id: 'dorset/west/2026', year: 2026, span }
  await transaction(db, (sql) => addContract(sql, contract, saturday, null))
  const place = { forceId: 'dorset', timeZone: 'Europe/London' }
  const standing = await contractStanding(db, { ...place, contract, asAt: null, now: saturday })
  const acting = { ...place, person: null, at: saturday, teamId: 'dorset/west' }
  await assert.rejects(
    transaction(db, (sql) => draftSelfEvaluation(sql, { revision: null, standing }, acting)),
    /Its year begins on 1 December 2026: there is nothing to evaluate yet/,
  )
  assert.equal((await db`select from self_evaluation`).length, 0)
})
