import assert from 'node:assert/strict'
import test from 'node:test'
import { findConcern } from '#priorities/concerns.sql.ts'
import { raisedByClerk } from '../../../test/support/raised-by-clerk.ts'
import { triageConcern, type Triage } from './triage-concern.ts'

const telling = { teamName: 'West Dorset', site: 'http://localhost' }

async function waiting(...setting: Parameters<typeof raisedByClerk>) {
  const { db, keeper, id, contactId, take } = await raisedByClerk(...setting)
  await db`delete from concern_triaged`
  const triage = async (decided: Triage) => {
    const concern = await findConcern(db, keeper.teamId, contactId)
    assert.ok(concern)
    await take((sql) => triageConcern(sql, concern, decided, keeper, telling))
  }
  return { db, id, triage }
}

test('a concern that was answered in a conversation is decided on, and no priority comes of it any more', async (t) => {
  const { db, id, triage } = await waiting(t, 'in hand', null)
  await db`update contact set answered_on = '2026-11-20'`
  await assert.rejects(triage({ decision: 'priority', priorityId: id }), /Somebody decided on this concern/)
  assert.equal((await db`select from concern_triaged`).length, 0)
})

test('a priority whose outcome is told takes no more concerns, and one that is worked on does', async (t) => {
  const over = await waiting(t, 'reported back', 'done')
  const joins = { decision: 'priority', priorityId: over.id } as const
  await assert.rejects(over.triage(joins), /That priority is reported back and takes no more concerns/)
  await over.db`update priority set state = 'turned down'`
  await assert.rejects(over.triage(joins), /That priority is turned down and takes no more concerns/)
  await over.db`update priority set state = 'in hand'`
  await over.triage(joins)
  assert.equal((await over.db`select from concern_triaged`).length, 1)
})
