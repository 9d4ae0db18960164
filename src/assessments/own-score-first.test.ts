import assert from 'node:assert/strict'
import test from 'node:test'
import { hidden, wordsOf } from '../../test/support/desk.ts'
import { panel, score } from '../../test/support/panel.ts'
import { dayTyped } from '#network/typed-parts.ts'
import { day } from '#platform/day.ts'

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
    ...dayTyped('dueOn', day('2027-02-01')),
  } as Record<string, string>
  assert.equal((await chair.send(`${one}/west/recommendations`, recommended)).status, 303)
  const read = async (member: typeof second) => /Xerxes|Yarrow/.test(wordsOf((await member.look(`${one}/west`)).body))
  assert.deepEqual([await read(chair), await read(second)], [true, false])
  await second.send(`${one}/west/standards/D-2`, { ...score, grade: 'good' })
  assert.equal(await read(second), true)
})
