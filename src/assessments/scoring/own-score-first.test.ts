import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { recommendationsSeen } from '#assessments/recommendations/recommendations.sql.ts'
import { hidden, wordsOf } from '../../../test/support/desk.ts'
import { panel, score } from '../../../test/support/panel.ts'
import { asked } from '../../../test/support/recommended.ts'

test('a member who leads in place of a chair with a conflict reads what others recommend by the same rule, and what they recommend themselves', async (t) => {
  const { db, as, chair, second, third, open, one, west, standard, id } = await panel(t)
  const sergeant = await as('sergeant', 'dorset/west')
  await open()
  await chair.send(`${west}/conflict`, { why: 'My sister leads it' })
  await chair.send(`${one}/begin-scoring`, {})
  await second.send(standard, score)
  await chair.send(`${one}/begin-moderation`, {})
  const recommend = async (words: string) => {
    const form = { id: randomUUID(), standardId: 'D-2', words, closedBy: 'Six events', ownerId: sergeant.id }
    assert.equal(
      (await second.send(`${west}/recommendations`, { ...form, ...asked('dueOn', '2027-02-01') })).status,
      303,
    )
  }
  await recommend('Xerxes')
  const read = async (personId: string) =>
    (await recommendationsSeen(db, { roundId: id, contractId: 'dorset/west/2019', personId })).map(({ words }) => words)
  assert.deepEqual(await Promise.all([second, third, chair, await as('opcc')].map((each) => read(each.id))), [
    ['Xerxes'],
    [],
    [],
    [],
  ])
  assert.doesNotMatch((await third.look(west)).body, /Xerxes/)
  await db`update recommendation set made_by = ${third.id}`
  assert.deepEqual(await read(third.id), ['Xerxes'])
})

test('what the chair recommends of a standard is read by a member only once they have given their own score', async (t) => {
  const { as, chair, second, open, one } = await panel(t)
  const sergeant = await as('sergeant', 'dorset/west')
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await chair.send(`${one}/west/standards/D-2`, score)
  await chair.send(`${one}/begin-moderation`, {})
  const recommended = {
    id: hidden((await chair.look(`${one}/west`)).body, 'id'),
    standardId: 'D-2',
    words: 'Stop staying away: Xerxes',
    closedBy: 'Six events: Yarrow',
    ownerId: sergeant.id,
    ...asked('dueOn', '2027-02-01'),
  }
  assert.equal((await chair.send(`${one}/west/recommendations`, recommended)).status, 303)
  const read = async (member: typeof second) => /Xerxes|Yarrow/.test(wordsOf((await member.look(`${one}/west`)).body))
  assert.deepEqual([await read(chair), await read(second)], [true, false])
  await second.send(`${one}/west/standards/D-2`, { ...score, grade: 'good' })
  assert.equal(await read(second), true)
})
