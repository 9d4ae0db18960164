import assert from 'node:assert/strict'
import test from 'node:test'
import { wordsOf } from '../../../test/support/desk.ts'
import { decided, panel, rounds, score } from '../../../test/support/panel.ts'
import { hasConflictIn } from './rounds.sql.ts'
import { membersOf } from './panel.sql.ts'

test('the chair adds a member and hands the panel over while it judges; nobody else does, and nobody once it is closed', async (t) => {
  const { db, as, chair, second, open, one, id } = await panel(t)
  const newcomer = await as('opcc')
  await open()
  const change = async (who: typeof chair, chairId: string, joining = newcomer.id) =>
    (await who.send(`${one}/panel`, { joining, chairId })).status
  assert.deepEqual([await change(second, second.id), await change(newcomer, newcomer.id)], [403, 403])
  assert.equal(await change(chair, (await as('sergeant', 'dorset/west')).id), 422)
  assert.equal((await membersOf(db, id)).length, 3)
  await chair.send(`${one}/begin-scoring`, {})
  assert.match(wordsOf((await chair.look(one)).body), /Add members, or hand the chair over/)
  assert.equal(await change(chair, second.id), 303)
  const led = (await membersOf(db, id)).map(({ id: member, isChair }) => [member, isChair] as const)
  assert.deepEqual([led.length, led.filter(([, isChair]) => isChair)], [4, [[second.id, true]]])
  assert.equal((await newcomer.send(`${one}/west/standards/D-2`, score)).status, 303)
  const [told] = await db`select detail from audit where verb = 'change the panel'`
  assert.deepEqual(told?.['detail'], { added: [newcomer.id], chair: second.id, 'chair was': chair.id })
  await db`update assessment_round set phase = 'closed', closed_on = '2026-11-21'`
  assert.equal(await change(second, chair.id), 409)
})

test('where the chair has left, anybody of the office says who leads the panel', async (t) => {
  const { db, as, chair, second, open, one } = await panel(t)
  const newcomer = await as('opcc')
  await open()
  const offer = /Say who leads it now/
  assert.doesNotMatch((await newcomer.look(rounds)).body, offer)
  await db`update person set ended_on = '2026-11-20' where id = ${chair.id}`
  assert.match((await newcomer.look(rounds)).body, offer)
  const form = (await newcomer.look(`${one}/panel`)).body
  assert.equal(form.includes(chair.id), false, 'who left is not offered')
  assert.equal((await newcomer.send(`${one}/panel`, { chairId: second.id })).status, 303)
  assert.equal((await second.send(`${one}/begin-scoring`, {})).status, 303)
  assert.equal((await newcomer.look(`${one}/panel`)).status, 403)
})

test('a conflict found in moderation is declared, and the pack and the scores are closed from then on', async (t) => {
  const { db, chair, second, third, open, one, west, standard, id } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const member of [chair, second]) await member.send(standard, score)
  await chair.send(`${one}/begin-moderation`, {})
  assert.match((await chair.look(west)).body, /Do you have a conflict of interest/)
  assert.equal((await chair.send(`${west}/conflict`, { why: 'I moved there' })).status, 303)
  const of = { roundId: id, contractId: 'dorset/west/2019' }
  assert.deepEqual(
    await Promise.all([chair, second].map(({ id: personId }) => hasConflictIn(db, { ...of, personId }))),
    [true, false],
  )
  assert.equal((await chair.send(`${standard}/moderate`, decided)).status, 403)
  assert.equal((await second.send(`${standard}/moderate`, decided)).status, 303, 'another leads in their place')
  assert.equal((await third.look(west)).status, 200)
})
