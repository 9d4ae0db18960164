import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { newKey } from '#platform/link-key.ts'
import { saturday } from '../../../test/support/desk.ts'
import { raisedByClerk } from '../../../test/support/raised-by-clerk.ts'
import { daysUnanswered } from '#priorities/concern.ts'
import { forgetConcernAddresses, holderOf, sayNotFixed } from './say-not-fixed.ts'

test('by the link from a report somebody says once that it is not fixed, and after its last day nothing any more', async (t) => {
  const { db, id, take, stateNow } = await raisedByClerk(t, 'reported back', 'done')
  const [{ token, hash }, concernId] = [newKey(), randomUUID()]
  const last = new Date(saturday.getTime() + 60_000)
  await db`
    insert into concern_sent (id, team_id, words, sent_on, sent_at)
    values (${concernId}, 'dorset/west-dorset', 'Cars race', '2026-11-01', ${saturday})`
  await db`
    insert into concern_link (hash, concern_id, priority_id, made_at, expires_at)
    values (${hash}, ${concernId}, ${id}, ${saturday}, ${last})`
  const say = (words: string, at: Date) => take((sql) => sayNotFixed(sql, { token, words }, at))
  assert.deepEqual([await say('Too late', last), await holderOf(db, token, last)], [null, null])
  assert.equal(await stateNow(), 'reported back')
  for (const words of ['The sign is gone', 'Second thoughts']) assert.notEqual(await say(words, saturday), null)
  assert.equal(await stateNow(), 'reopened')
  assert.deepEqual([...(await db`select words from concern_link`)], [{ words: 'The sign is gone' }])
  assert.equal((await db`select from audit where verb = 'say not fixed'`).length, 1)
})

test('an address that nobody answered is forgotten after a year', async (t) => {
  const { db } = await raisedByClerk(t, 'in hand', null)
  const concernId = randomUUID()
  await db`
    insert into concern_sent (id, team_id, words, sent_on, sent_at)
    values (${concernId}, 'dorset/west-dorset', 'Cars race', '2026-11-01', ${saturday})`
  await db`
    insert into concern_address (concern_id, address, left_at, confirmed_at)
    values (${concernId}, 'r@example.org', ${saturday}, ${saturday})`
  const after = (days: number) => new Date(saturday.getTime() + days * 24 * 60 * 60_000)
  const forgotten = [await forgetConcernAddresses(db, after(daysUnanswered))]
  forgotten.push(await forgetConcernAddresses(db, after(daysUnanswered + 1)))
  assert.deepEqual(forgotten, [0, 1])
})
