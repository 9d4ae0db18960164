import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { deskOf, formOf, wordsOf } from '../../../test/support/desk.ts'
import { publicPageRoutes } from './public-page.routes.ts'

const page = '/desk/dorset/west-dorset/page'
const link = { title: 'Our leaflets', url: 'https://example.org/leaflets', description: '', place: '' }

type Seat = Awaited<ReturnType<Awaited<ReturnType<typeof deskOf>>['as']>>

/** Two people who open the same form, and what becomes of what the second sends. */
async function atOnce([one, other]: readonly [Seat, Seat], address: string, typed: readonly Record<string, string>[]) {
  const [first, second] = [formOf((await one.look(address)).body), formOf((await other.look(address)).body)]
  assert.equal((await one.send(address, { ...first, ...typed[0] })).status, 303)
  return other.send(address, { ...second, ...typed[1] })
}

async function twoSergeants(t: TestContext) {
  const desk = await deskOf(t, publicPageRoutes)
  return { ...desk, two: [await desk.as('sergeant'), await desk.as('sergeant')] as const }
}

test('of two sergeants who change how to reach the team at once, the second reads what the first wrote first', async (t) => {
  const { db, two } = await twoSergeants(t)
  const address = `${page}/contact`
  const late = await atOnce(two, address, [{ email: 'one@example.org' }, { email: 'other@example.org' }])
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /Somebody changed this while you wrote.*It stands now: Email one@example\.org/)
  const again = formOf(late.body)
  assert.equal(again['email'], 'other@example.org', 'nothing typed is lost')
  assert.equal((await two[1].send(address, again)).status, 303)
  assert.deepEqual([...(await db`select contact from team_facts`)], [{ contact: { email: 'other@example.org' } }])
})

test('a link that somebody else changed meanwhile is not overwritten unseen', async (t) => {
  const { db, two } = await twoSergeants(t)
  const begun = formOf((await two[0].look(`${page}/links/new`)).body)
  await two[0].send(`${page}/links/new`, { ...begun, ...link })
  const address = `${page}/links/${begun['id']}`
  const late = await atOnce(two, address, [{ title: 'All leaflets' }, { title: 'Leaflets' }])
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /It stands now: Title All leaflets/)
  assert.deepEqual([...(await db`select title from team_link`)], [{ title: 'All leaflets' }])
})

test('what the force says of itself is not overwritten unseen', async (t) => {
  const { as } = await deskOf(t, publicPageRoutes)
  const two = [await as('force-lead'), await as('force-lead')] as const
  const late = await atOnce(two, '/desk/dorset/page', [{ telephone: '101' }, { telephone: '01305 222222' }])
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /It stands now: Telephone 101/)
})

test('what is said of an officer is not overwritten unseen', async (t) => {
  const { db, two } = await twoSergeants(t)
  const begun = formOf((await two[0].look(`${page}/officers/new`)).body)
  await two[0].send(`${page}/officers/new`, { ...begun, name: 'Robin Fictional', rank: 'PCSO', email: 'r@example.org' })
  const address = `${page}/officers/${begun['id']}`
  const late = await atOnce(two, address, [{ rank: 'Constable' }, { bio: 'Likes cycling' }])
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /It stands now: Rank Constable/)
  assert.deepEqual([...(await db`select rank, bio from team_officer`)], [{ rank: 'Constable', bio: '' }])
})

test('of two who send at the same moment one is told', async (t) => {
  const { two } = await twoSergeants(t)
  const address = `${page}/contact`
  const [one, other] = await Promise.all(two.map(async (who) => formOf((await who.look(address)).body)))
  const sent = await Promise.all([
    two[0].send(address, { ...one, email: 'one@example.org' }),
    two[1].send(address, { ...other, email: 'other@example.org' }),
  ])
  assert.deepEqual(sent.map(({ status }) => status).toSorted(), [303, 409])
})
