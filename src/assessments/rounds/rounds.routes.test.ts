import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { wordsOf } from '../../../test/support/desk.ts'
import { panel } from '../../../test/support/panel.ts'
import { asked } from '../../../test/support/recommended.ts'

test('a round is opened once, and not where moderation would come before scoring', async (t) => {
  const { db, open, one, second, as } = await panel(t)
  const early = await open(asked('moderationOn', '2026-11-20'))
  assert.equal(early.status, 422)
  assert.match(wordsOf(early.body), /Moderation cannot begin before scoring, which begins on 21 November 2026/)
  for (let time = 0; time < 2; time++) assert.deepEqual([(await open()).status, (await open()).to], [303, one])
  assert.equal((await open({ id: randomUUID() })).status, 409)
  assert.deepEqual([...(await db`select year, phase from assessment_round`)], [{ year: 2019, phase: 'set up' }])
  assert.deepEqual([...(await db`select verb from audit where verb = 'open a round'`)], [{ verb: 'open a round' }])
  assert.equal((await second.send(`${one}/begin-scoring`, {})).status, 403)
  assert.equal((await (await as('opcc')).look(one)).status, 403)
})
