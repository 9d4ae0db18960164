import assert from 'node:assert/strict'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { amend, desk, inForce, lines, teamId } from '../../../test/support/amended.ts'
import { formOf, hidden } from '../../../test/support/desk.ts'

test('a version published in error is withdrawn, and what the contract said before is in force again as a new version', async (t) => {
  const { db, as, inspector } = await inForce(t)
  const smt = await as('smt')
  const before = await findContract(db, teamId, 2026)
  await amend(inspector, 'amend/withdraw/R35', { why: 'Meant for another team' })
  const silent = await amend(smt, 'versions/2/withdraw', {})
  assert.equal(silent.status, 422)
  const form = { ...formOf((await smt.look(`${desk}/versions/2/withdraw`)).body), why: 'Published in error' }
  assert.equal((await smt.send(`${desk}/versions/2/withdraw`, form)).status, 303)
  assert.equal((await smt.send(`${desk}/versions/2/withdraw`, form)).status, 303)
  assert.deepEqual(
    (await lines(db)).map(({ number, why, again, withdrawnOn }) => [number, why, again, withdrawnOn]),
    [
      [3, 'Published in error', 1, null],
      [2, 'Meant for another team', null, '2026-11-21'],
      [1, '', null, null],
    ],
  )
  const after = await findContract(db, teamId, 2026)
  assert.deepEqual({ ...after, revision: 0 }, { ...before, revision: 0 })
  const late = await amend(smt, 'versions/2/withdraw', { id: crypto.randomUUID(), why: 'Again' })
  assert.deepEqual([late.status, /withdrawn already/.test(late.body)], [409, true])
  const first = await amend(smt, 'versions/3/withdraw', { why: 'No' })
  assert.deepEqual([first.status, /no earlier version/.test(first.body)], [409, true])
  assert.equal((await smt.look(`${desk}/versions/0/withdraw`)).status, 404)
  assert.equal(hidden(first.body, 'id').length, 36)
})

test('what is withdrawn takes with it every version that says the same words', async (t) => {
  const { db, inspector } = await inForce(t)
  await amend(inspector, 'amend/withdraw/R35', { why: 'No clerks' })
  await amend(inspector, 'amend/withdraw/X1', { why: 'No calls' })
  await amend(inspector, 'versions/3/withdraw', { why: 'Calls come in after all' })
  await amend(inspector, 'versions/4/withdraw', { why: 'And clerks too' })
  assert.deepEqual(
    (await lines(db)).map(({ number, again, withdrawnOn }) => [number, again, withdrawnOn !== null]),
    [
      [5, 1, false],
      [4, 2, true],
      [3, null, true],
      [2, null, true],
      [1, null, false],
    ],
  )
  assert.equal((await findContract(db, teamId, 2026))?.commitments.length, 3)
})
