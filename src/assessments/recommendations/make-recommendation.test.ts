import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { wordsOf } from '../../../test/support/desk.ts'
import { panel, score } from '../../../test/support/panel.ts'
import { asked } from '../../../test/support/recommended.ts'

test('a recommendation has a day to come, an owner of the team and a standard of its contract, or nothing of it is kept', async (t) => {
  const { db, as, chair, open, one, west, standard } = await panel(t)
  const [sergeant, stranger] = [await as('sergeant', 'dorset/west'), await as('sergeant', 'dorset/east')]
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await chair.send(standard, score)
  await chair.send(`${one}/begin-moderation`, {})
  const told = { standardId: 'D-2', words: 'Be there', closedBy: 'Six events', ownerId: sergeant.id }
  const recommend = async (other: Record<string, string>) => {
    const form = { ...told, ...asked('dueOn', '2026-11-21'), id: randomUUID(), ...other }
    return wordsOf((await chair.send(`${west}/recommendations`, form)).body)
  }
  assert.match(await recommend(asked('dueOn', '2026-11-20')), /20 November 2026 is over/)
  assert.match(await recommend({ ownerId: stranger.id }), /Choose an owner from the team/)
  assert.match(await recommend({ standardId: 'D-99' }), /Choose a standard of this contract/)
  assert.equal((await db`select from recommendation`).length, 0)
  await recommend({})
  assert.equal((await db`select from recommendation`).length, 1)
})
