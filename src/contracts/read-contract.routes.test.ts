import assert from 'node:assert/strict'
import test from 'node:test'
import { wordsOf } from '../../test/support/desk.ts'
import { address, countsOf, desk, numberOf, untouched } from '../../test/support/read-plan.ts'

test('what a document promises is shown with the words it came from, and nothing is kept', async (t) => {
  const { db, confirm, form } = await desk(t)
  assert.equal(confirm.status, 200)
  assert.match(wordsOf(confirm.body), /Is this what the contract says\?/)
  assert.deepEqual(
    ['completedOn', 'from', 'to'].map((name) => [form[`${name}-day`], form[`${name}-month`], form[`${name}-year`]]),
    [
      ['1', '6', '2026'],
      ['1', '6', '2026'],
      ['31', '5', '2027'],
    ],
  )
  const n = numberOf(form, 'coffee mornings')
  assert.equal(form[`every-${n}`], 'FREQ=WEEKLY')
  assert.match(confirm.body, /<blockquote class="confirm-promise__words">[^<]*coffee mornings at Bridport library/)
  assert.deepEqual(await countsOf(db), untouched)
})

test('a form may be checked again without keeping anything', async (t) => {
  const { db, sergeant, form } = await desk(t)
  const n = numberOf(form, 'door stands open')
  const checked = await sergeant.send(address, { ...form, [`measure-${n}`]: '', check: 'again' })
  assert.equal(checked.status, 200)
  assert.match(checked.body, /An assertion: nobody will be able to tell whether it is kept\./)
  assert.deepEqual(await countsOf(db), untouched)
})

test('a document that is too large, or no document at all, is refused in words', async (t) => {
  const { sergeant } = await desk(t)
  const read = `${address}/read`
  assert.equal((await sergeant.upload(read, Buffer.alloc(60 * 1024 * 1024, 'x'), 'large.txt')).status, 413)
  assert.match((await sergeant.upload(read, '', '')).body, /<a href="#file">Choose the document of a contract<\/a>/)
  assert.equal((await sergeant.upload(read, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'photo.png')).status, 415)
  assert.equal((await sergeant.upload(read, 'Dear diary', 'diary.txt')).status, 422)
})
