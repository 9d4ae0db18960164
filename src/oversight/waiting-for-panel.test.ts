import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { beginSession } from '#people/session.ts'
import { deskOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { panel, score } from '../../test/support/panel.ts'
import { recommended } from '../../test/support/recommended.ts'
import { oversightRoutes } from './oversight.routes.ts'
import { dailyRooms } from './rooms.ts'

/** What the first page of the desk tells somebody that waits for them. */
async function waitsFor(t: Parameters<typeof deskOf>[0], db: Parameters<typeof deskOf>[2], personId: string) {
  const { server } = await deskOf(t, oversightRoutes, db)
  if (db === undefined) throw new RangeError('no database')
  const cookie = `frankpledge=${await beginSession(db, personId, saturday, null)}`
  const { body } = await server.inject({ url: '/desk', headers: { cookie } })
  return wordsOf(body).match(/(?<=Waiting for you ).*(?= Teams )/)?.[0]
}

test('a member of the panel finds what they have to score, without what is moderated or closed to them', async (t) => {
  const { db, chair, second, third, open, one, west } = await panel(t)
  await open()
  assert.equal(await waitsFor(t, db, second.id), 'Nothing waits for you.', 'before scoring')
  await chair.send(`${one}/begin-scoring`, {})
  await third.send(`${west}/conflict`, { why: 'My sister leads it' })
  await second.send(`${one}/west/standards/D-2`, { ...score, press: 'keep' })
  const [both, east] = ['2 contracts, 2 scores', '1 contract, 1 score'].map((left) => `Contracts to score in the round of 2019 : ${left}`) // prettier-ignore
  assert.deepEqual([await waitsFor(t, db, second.id), await waitsFor(t, db, third.id)], [both, east])
  for (const member of [chair, second]) await member.send(`${one}/west/standards/D-2`, score)
  assert.equal(await waitsFor(t, db, second.id), east)
})

test('a member of the panel finds how many answers wait to be judged', async (t) => {
  const { db, second, third, sergeant, follow, id } = await recommended(t)
  assert.equal(await waitsFor(t, db, second.id), 'Nothing waits for you.')
  const done = { id: randomUUID(), closureWords: 'Six were held', promise: 'R10' }
  assert.equal((await sergeant.send(`${follow}/closure`, done)).status, 303)
  assert.equal(await waitsFor(t, db, second.id), 'Answers to judge : 1')
  await db`insert into round_conflict (round_id, contract_id, person_id, why, declared_at)
    values (${id}, 'dorset/west/2019', ${third.id}, 'My sister', ${saturday})`
  assert.equal(await waitsFor(t, db, third.id), 'Nothing waits for you.')
})

test('the commissioner’s office finds its week and its rooms from every address, also of a team', () => {
  const person = { id: 'x', name: 'A', roles: ['opcc'] as const, forceId: 'dorset', teamId: null }
  const words = (team: string | null, path: string) => dailyRooms(person, team, path).map((way) => way.words)
  const rooms = ['This week', 'Watch list', 'Rounds of the panel', 'Recommendations that are open']
  assert.deepEqual([words(null, '/desk'), words('dorset/west', '/desk/dorset/rounds/x/west')], [rooms, rooms])
})
