import assert from 'node:assert/strict'
import test from 'node:test'
import { append } from '#ledger/append.ts'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { engagementHeld, frozenYear } from '../../../test/support/frozen-year.ts'
import { evidenceLines } from './evidence-lines.ts'

test('a pack holds the evidence that was frozen and none that was recorded later', async (t) => {
  const db = await frozenYear(t)
  const chains = (await frozenPackOf(db, 'dorset/west/2019'))?.chains ?? []
  const before = await evidenceLines(db, chains)
  const recording = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', by: null }
  const at = new Date('2020-09-20T12:00:00Z')
  await transaction(db, (sql) => append(sql, { ...recording, at }, [engagementHeld('2020-02-15', 12, ['disability'])]))
  assert.deepEqual(await evidenceLines(db, chains), before)
  assert.equal(before.isProtected, false)
  const told: { chains: { id: string; entries: unknown[] }[] } = JSON.parse(before.text)
  assert.deepEqual(
    told.chains.map(({ id, entries }) => [id, entries.length]),
    chains.map(({ id, length }) => [id, length]),
  )
})
