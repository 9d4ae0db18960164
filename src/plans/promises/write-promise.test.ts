import assert from 'node:assert/strict'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { saturday } from '../../../test/support/desk.ts'
import { draftOf, planDesk } from '../../../test/support/plan.ts'
import { changePromise } from './write-promise.ts'

test('the words of a document stay with a promise until somebody puts it otherwise', async (t) => {
  const { db } = await planDesk(t)
  const contractId = 'dorset/west/2020'
  await db`
    update contract_draft set document = jsonb_set(document, '{commitments,1,words}', '"As it was read"')`
  const acting = { person: null, at: saturday, forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }
  const promise = async () => (await draftOf(db, contractId)).commitments[1]
  const change = async (told: { readonly text?: string; readonly who?: string }) => {
    const before = await promise()
    assert.ok(before)
    const { ref, words: _, ...own } = before
    const revision = (await db<{ revision: number }[]>`select revision from draft_piece where piece = ${`promise ${ref}`}`)[0]?.revision ?? 0 // prettier-ignore
    const changed = { contractId, ref, revision, promise: { ...own, ...told }, named: [] }
    await transaction(db, (sql) => changePromise(sql, changed, acting))
    return (await promise())?.words
  }
  assert.equal(await change({ who: 'the PCSO' }), 'As it was read')
  assert.equal(await change({ text: 'Another promise' }), undefined)
})
