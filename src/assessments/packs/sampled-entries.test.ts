import assert from 'node:assert/strict'
import test from 'node:test'
import { documentRoutes } from '#documents/documents.routes.ts'
import { publicRoutes } from '../../public-site/public.routes.ts'
import { deskOf, wordsOf } from '../../../test/support/desk.ts'
import { engagementHeld, frozenYear } from '../../../test/support/frozen-year.ts'
import { panel } from '../../../test/support/panel.ts'

test('evidence drawn by lot is told in words and opened where it stands behind its promise, on whatever page that is', async (t) => {
  const days = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2019, 10, 16 + n)).toISOString().slice(0, 10))
  const db = await frozenYear(
    t,
    days.map((on) => engagementHeld(on, 12)),
  )
  const { chair, second, open, one, standard } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  const { body } = await second.look(standard)
  assert.match(
    wordsOf(body),
    /Engagement held, \d+ \w+ 20\d\d: reached: 12; method: surgery; advertised\. Open entry \d+, behind \w+/,
  )
  assert.doesNotMatch(wordsOf(body), /from engagement|\d+ of \d+\. \d+ pieces/)
  const links = [...body.matchAll(/href="([^"]*page=entry-(\d+)#[^"]*)"/g)]
  assert.equal(links.length, 5)
  const { server } = await deskOf(t, [...publicRoutes, ...documentRoutes], db)
  const first = links[0]?.[1]?.replaceAll('&amp;', '&').split('#')[0] ?? ''
  const [oldest] = await db<
    { entry: number }[]
  >`select entry from evidence where kind = 'engagement held' order by happened_on limit 1`
  const opened = async (address: string, entry: string) => {
    const { statusCode, body: page } = await server.inject(address)
    return [statusCode, page.includes(`id="entry-${entry}"`)]
  }
  for (const [, address = '', entry = ''] of links)
    assert.deepEqual(await opened(address.replaceAll('&amp;', '&').split('#')[0] ?? '', entry), [200, true])
  const last = String(oldest?.entry)
  assert.deepEqual(await opened(first.replace(/entry-\d+/, `entry-${last}`), last), [200, true], 'of its second page')
  assert.deepEqual(await opened(first.replace(/entry-\d+/, 'entry-999999'), last), [404, false])
})
