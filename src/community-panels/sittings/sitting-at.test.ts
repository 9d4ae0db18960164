import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'

test('a sitting of another force is not there: nobody of this force reads it, invites to it or closes it', async (t) => {
  const { db, convener, one } = await communityPanel(t)
  assert.equal((await convener.look(one)).status, 200)
  await db`insert into force (id, name) values ('devon', 'Devon Police')`
  await db`update community_sitting set force_id = 'devon'`
  const member = { id: randomUUID(), linkId: randomUUID(), label: 'Ada', email: '' }
  const answers = await Promise.all([
    ...['', '/west', '/record', '/west/paper'].map((page) => convener.look(one + page)),
    convener.send(`${one}/members`, member),
    convener.send(`${one}/close`, {}),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 404),
  )
  assert.deepEqual([...(await db`select closed_on from community_sitting`)], [{ closed_on: null }])
})

test('once a sitting is closed a team tells it nothing more', async (t) => {
  const { db, as, convener, one, id } = await communityPanel(t)
  const sergeant = await as('sergeant', 'dorset/west')
  const told = { identifying: 'Farm workers', channels: 'The market', blockers: 'Shifts', goodPractice: 'Breakfast' }
  assert.equal((await convener.send(`${one}/close`, {})).status, 303)
  assert.equal((await sergeant.send(`/desk/dorset/west/sittings/${id}`, told)).status, 409)
  assert.equal((await db`select from community_reach`).length, 0)
})
