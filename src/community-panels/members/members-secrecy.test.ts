import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'
import { hidden, wordsOf } from '../../../test/support/desk.ts'

test('a convener who knows who has voted is not told how, nor what they wrote, until three members have', async (t) => {
  const { convener, one, invite, vote } = await communityPanel(t)
  const written = { 'comment-D-2': 'Never seen in Symondsbury <script>', comment: 'On the whole' }
  await vote(await invite('Ada'), 'did not keep its word', written)
  const onPaper = (n: number) => ({
    id: randomUUID(),
    sheet: String(n),
    'choice-D-2': 'kept its word',
    comment: 'Sheet',
  })
  await convener.send(`${one}/west/paper`, onPaper(1))
  await convener.send(`${one}/west/paper`, onPaper(2))
  await vote(await invite('Bess'), 'partly kept its word')
  const few = wordsOf((await convener.look(`${one}/west`)).body)
  assert.match(few, /Face to face \? \+ 2 = \? \? \+ 0 = \? \? \+ 0 = \? \? \+ 0 = \? None yet/)
  assert.match(few, /What was written The whole: Sheet The whole: Sheet/)
  assert.doesNotMatch(few, /Symondsbury|On the whole/)
  await vote(await invite('Cleo'), 'partly kept its word')
  const enough = wordsOf((await convener.look(`${one}/west`)).body)
  assert.match(enough, /Face to face 0 \+ 2 = 2 2 \+ 0 = 2 1 \+ 0 = 1/)
  assert.match(enough, /Never seen in Symondsbury &lt;script&gt;/)
})

test('words that a member puts otherwise after somebody has read them are not published unread', async (t) => {
  const { db, convener, one, anybody, invite } = await communityPanel(t)
  const ada = await invite('Ada')
  const say = (words: string) => anybody.send(`${ada}/contracts/west/words`, { id: randomUUID(), words })
  await say('They were seldom in the villages')
  const [dissent] = await db<{ id: string }[]>`select id from community_dissent`
  const id = dissent?.id ?? ''
  const read = (await convener.look(one)).body
  await say('Sergeant Smith of 1 High Street drinks')
  const decide = (page: string) =>
    convener.send(`${one}/dissent/${id}`, {
      [`decision-${id}`]: 'published',
      [`reason-${id}`]: '',
      [`seal-${id}`]: hidden(page, `seal-${id}`),
    })
  const refused = await decide(read)
  assert.equal(refused.status, 409)
  assert.match(wordsOf(refused.body), /put these words otherwise meanwhile.*Sergeant Smith of 1 High Street drinks/)
  assert.deepEqual([...(await db`select decision from community_dissent`)], [{ decision: null }])
  assert.equal((await decide(refused.body)).status, 303)
})
