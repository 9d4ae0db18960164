import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { raisedByClerk } from '../../../test/support/raised-by-clerk.ts'
import { closePriority, goOn, noteCall, reportBack } from './report-back.ts'

test('a priority is not closed before whoever raised it in a conversation was called (W1), which is when they are answered', async (t) => {
  const { db, keeper, id, contactId, take, stateNow } = await raisedByClerk(t, 'in hand', null)
  const report = { id, reportId: randomUUID(), revision: 1, outcome: 'done', words: 'There is a sign' } as const
  await take((sql) => reportBack(sql, report, keeper, { teamName: 'West Dorset', site: 'http://localhost' }))
  const answered = async () => (await db`select from evidence where kind = 'concern answered'`).length
  const close = () => take((sql) => closePriority(sql, { id, revision: 2 }, keeper))
  await assert.rejects(close(), /Tell those who raised it first: one call is still to be made/)
  assert.deepEqual([await stateNow(), await answered()], ['reported back', 0])
  await take((sql) => noteCall(sql, id, contactId, keeper))
  await close()
  assert.deepEqual([await stateNow(), await answered()], ['closed', 1])
})

test('a priority on which the team still tries is gone on with and not closed; one of which it told the end is not gone on with', async (t) => {
  const trying = await raisedByClerk(t, 'reported back', 'still trying')
  const first = { id: trying.id, revision: 1 }
  await trying.take((sql) => noteCall(sql, trying.id, trying.contactId, trying.keeper))
  await assert.rejects(
    trying.take((sql) => closePriority(sql, first, trying.keeper)),
    /still trying, so it cannot be closed: go on with it/,
  )
  await trying.take((sql) => goOn(sql, first, trying.keeper))
  assert.equal(await trying.stateNow(), 'in hand')
  const done = await raisedByClerk(t, 'reported back', 'done')
  const goesOn = done.take((sql) => goOn(sql, { id: done.id, revision: 1 }, done.keeper))
  await assert.rejects(goesOn, /Its outcome is told already/)
  assert.equal(await done.stateNow(), 'reported back')
})

test('another team takes no step with a priority', async (t) => {
  const { keeper, id, take, stateNow } = await raisedByClerk(t, 'reported back', 'still trying')
  const elsewhere = { ...keeper, teamId: 'dorset/purbeck' }
  await assert.rejects(
    take((sql) => goOn(sql, { id, revision: 1 }, elsewhere)),
    /There is no such priority here/,
  )
  assert.equal(await stateNow(), 'reported back')
})
