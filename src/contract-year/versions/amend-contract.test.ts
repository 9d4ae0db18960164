import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { amend, desk, inForce, lines, teamId } from '../../../test/support/amended.ts'
import { formOf, wordsOf } from '../../../test/support/desk.ts'

test('the form of another contract’s version amends nothing', async (t) => {
  const { db, inspector } = await inForce(t)
  const [other] = await db<{ id: string }[]>`select id from contract_version where contract_id = ${`${teamId}/2019`}`
  const sent = await amend(inspector, 'amend/withdraw/R35', { id: other?.id ?? '', why: 'No clerks' })
  assert.equal(sent.status, 409)
  assert.match(wordsOf(sent.body), /This form was sent for another contract/)
  assert.equal((await lines(db)).length, 1)
})

test('the ref of a promise that was withdrawn is given to no other, since evidence and ratings name promises by it', async (t) => {
  const { db, inspector } = await inForce(t)
  const added = { who: 'the team', standard: 'D-2', why: 'New this year', measured: 'not at all' }
  for (const text of ['Be kind', 'Be there']) {
    assert.equal((await amend(inspector, 'amend/add', { ...added, text })).status, 303)
    if (text === 'Be kind') await amend(inspector, 'amend/withdraw/A1', { why: 'It goes without saying' })
  }
  const refs = (await findContract(db, teamId, 2026))?.commitments.map(({ ref }) => ref)
  assert.deepEqual(refs?.slice(3), ['A2'])
})

test('only the version in force is withdrawn', async (t) => {
  const { db, as, inspector } = await inForce(t)
  const smt = await as('smt')
  const form = formOf((await smt.look(`${desk}/versions/1/withdraw`)).body)
  await amend(inspector, 'amend/withdraw/R35', { why: 'No clerks' })
  await amend(inspector, 'amend/withdraw/X1', { why: 'No calls' })
  const late = await smt.send(`${desk}/versions/2/withdraw`, { ...form, id: randomUUID(), why: 'In error' })
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /Version 2 is not in force any more/)
  assert.equal((await lines(db)).filter(({ withdrawnOn }) => withdrawnOn !== null).length, 0)
})
