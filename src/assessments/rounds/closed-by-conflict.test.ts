import assert from 'node:assert/strict'
import test from 'node:test'
import { beginSession } from '#people/session.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { frozenYear } from '../../../test/support/frozen-year.ts'
import { panel } from '../../../test/support/panel.ts'
import { routesOf } from '../../app.ts'

const ofYear = '/desk/:force/:team/contract/:year'
const routes = routesOf({ demonstration: false })
const judged = ['/frozen', '/frozen.json', '/pack.zip', '/self-evaluation']

test('every address of a contract’s year is closed to the member with a conflict, and to nobody else, until its round is closed', async (t) => {
  const db = await frozenYear(t)
  const { second, third, open, west } = await panel(t, db)
  await open()
  await third.send(`${west}/conflict`, { why: 'My sister leads it' })
  const { server } = await deskOf(t, routes, db)
  const asMember = async (id: string) => {
    const cookie = `frankpledge=${await beginSession(db, id, saturday, null)}`
    return async (path: string, team = 'west', method: 'GET' | 'POST' = 'GET') => {
      const url = path.replace(ofYear, `/desk/dorset/${team}/contract/2019`).replaceAll(/:\w+/g, 'none')
      return server.inject({ method, url, headers: { cookie, origin: 'http://localhost' } })
    }
  }
  const [asSecond, asThird] = [await asMember(second.id), await asMember(third.id)]
  const open200 = async (ask: typeof asThird, team = 'west') =>
    Promise.all(judged.map(async (path) => (await ask(ofYear + path, team)).statusCode))
  const all = routes.filter(({ path }) => path.startsWith(ofYear))
  assert.ok(all.length > 20, 'there are addresses to close')
  for (const { method, path } of all) assert.equal((await asThird(path, 'west', method)).statusCode, 403, path)
  assert.match(
    wordsOf((await asThird(`${ofYear}/frozen`)).body),
    /You declared a conflict of interest with West, so its pack, its scores and its rating are closed to you\./,
  )
  assert.deepEqual(await open200(asSecond), [200, 200, 200, 200])
  assert.equal((await asThird(ofYear, 'east')).statusCode, 200, 'the conflict is with one team')
  await db`update assessment_round set phase = 'closed', closed_on = '2026-11-21'`
  assert.deepEqual(await open200(asThird), [200, 200, 200, 200])
})
