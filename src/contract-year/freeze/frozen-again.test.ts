import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { frozenYear } from '../../../test/support/frozen-year.ts'
import { frozenPackOf, frozenSealsOf } from '../freezes.sql.ts'
import { takeContractStep } from '../take-contract-step.ts'
import { freezeContract } from './freeze-contract.ts'

test('a year that was sent back is judged as it was frozen last', async (t) => {
  const db = await frozenYear(t)
  const contractId = 'dorset/west/2019'
  const first = await frozenPackOf(db, contractId)
  const at = new Date('2020-09-20T12:00:00Z')
  const acting = { person: null, at, forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }
  const id = randomUUID()
  await transaction(db, async (sql) => {
    await takeContractStep(sql, { contractId, step: 'send back', revision: null, reason: 'Say more' }, acting)
    await freezeContract(sql, { id, year: 2019, revision: null }, acting)
  })
  const [last, [seal]] = [await frozenPackOf(db, contractId), await frozenSealsOf(db, contractId)]
  assert.notEqual(first?.id, id)
  assert.deepEqual([last?.id, last?.frozenAt, seal], [id, at, { frozenAt: at, hash: last?.hash }])
})
