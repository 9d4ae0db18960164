import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { formOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { draftOf, keepPromise, monthly, planDesk, westPlan } from '../../../test/support/plan.ts'
import { addPromise } from './write-promise.ts'

const westId = 'dorset/west/2020'

test('a promise without words, with a measure that lacks its parts or with 20,000 letters is told field by field, and all that was typed stays', async (t) => {
  const { db, one } = await planDesk(t)
  const page = `${westPlan}/promises/new`
  const sent = { ...formOf((await one.look(page)).body), ...monthly }
  const told = async (fields: Readonly<Record<string, string>>) => {
    const { status, body } = await one.send(page, { ...sent, ...fields })
    assert.equal(status, 422, JSON.stringify(fields).slice(0, 200))
    if (fields['text'] !== ' ') assert.equal(formOf(body)['text']?.trim(), (fields['text'] ?? sent.text).trim())
    return wordsOf(body)
  }
  assert.match(await told({ text: ' ' }), /Say what is promised/)
  assert.match(await told({ measured: '' }), /Choose how it is measured/)
  assert.match(await told({ measured: 'growth', value: '' }), /Enter the figure it is to grow to/)
  assert.match(await told({ measured: 'coverage' }), /It cannot be measured so/)
  assert.match(await told({ measured: 'framework', line: 'D9.9' }), /Choose a measure of the framework/)
  assert.match(await told({ standards: 'Z-1' }), /Choose standards from the list/)
  assert.match(await told({ every: 'FREQ=NEVER' }), /not an RFC 5545 rule/)
  assert.match(
    await told({ text: 'A surgery “pasted” – from Word\u00a0'.repeat(625) }),
    /Use 5,000 characters or fewer/,
  )
  assert.equal((await draftOf(db, westId)).commitments.length, 4)
})

test('a plan of 200 promises is read and written as any other', async (t) => {
  const { db, one } = await planDesk(t)
  const many = Array.from({ length: 196 }, (_, n) => ({
    ...monthlyCommitment,
    ref: `M${n}`,
    text: `Surgery number ${n}`,
  }))
  await db`update contract_draft set document = jsonb_set(document, '{commitments}', document->'commitments' || ${db.json(many)}) where contract_id = ${westId}`
  const from = performance.now()
  const { status, body } = await one.look(westPlan)
  const took = performance.now() - from
  assert.equal(status, 200)
  assert.equal(body.match(/class="plan-promise"/g)?.length, 200)
  assert.ok(took < 5_000, `${took} ms`)
  assert.equal((await keepPromise(one, `${westPlan}/promises/M100`, { text: 'Another surgery' })).status, 303)
  assert.equal((await one.look(`${westPlan}/compare`)).status, 200)
})

const monthlyCommitment = { heading: 'Face to face', standards: ['D-2'], who: 'the team', with: [], measures: [] }

test('a button pressed three times at the same moment adds one promise', async (t) => {
  const { db } = await planDesk(t)
  const acting = { person: null, at: saturday, forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }
  const promise = { ...monthlyCommitment, text: 'A surgery' }
  const added = { contractId: westId, formId: randomUUID(), ref: null, last: null, promise, named: [] }
  await Promise.all([1, 2, 3].map(() => transaction(db, (sql) => addPromise(sql, added, acting))))
  assert.deepEqual(
    (await draftOf(db, westId)).commitments.map(({ ref }) => ref),
    ['V1a2b3c', 'R10', 'P1', 'R35', 'X1'],
  )
})
