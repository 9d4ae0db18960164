import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import {
  fieldSite,
  keptAt,
  once,
  openApp,
  phoneOf,
  queueOn,
  recordOn,
  says,
  signIn,
  untilKept,
} from './support/field.ts'
import { dumped, letKeyEnd } from './support/phone.ts'

const signOut = (context: BrowserContext) => context.clearCookies()
const online = (page: Page) => page.evaluate("window.dispatchEvent(new Event('online'))")

test('a sign-in that ends offline keeps the queue sealed for its owner, and a colleague sees only how much waits', async (t) => {
  const site = await fieldSite(t)
  const [robin, alex] = [await site.colleague('Robin'), await site.colleague('Alex')]
  const { context, page } = await phoneOf(site, robin)
  await context.setOffline(true)
  await recordOn(page, 'Palmerston Alley', '4')
  await letKeyEnd(page)
  await page.reload()
  await recordOn(page, 'Quarterdeck Lane', '5')
  await page.getByText('Sealed until you sign in').first().waitFor()
  assert.doesNotMatch(await dumped(page), /Palmerston|Quarterdeck|Patrol|patrol contact, /)
  await signOut(context)
  await context.setOffline(false)
  await online(page)
  await says(page, 'Sign in to send 2 records')

  await signIn(context, site, alex.token)
  const shared = await openApp(context, site)
  await shared.goto(`${site.url}/field#queue`)
  await shared.getByText('2 records wait for a colleague.').waitFor()
  assert.deepEqual(await keptAt(site), [])
  assert.doesNotMatch(await shared.locator('#screen').innerText(), /Palmerston|Quarterdeck/)

  await signIn(context, site, robin.token)
  await openApp(context, site)
  await untilKept(site, 2)
  const kept = await site.db`select place, recorded_by from engagement order by reached`
  assert.deepEqual(
    [...kept],
    [
      { place: 'Palmerston Alley', recorded_by: robin.id },
      { place: 'Quarterdeck Lane', recorded_by: robin.id },
    ],
  )
})

test('a sign-in that ends while the phone sends stops it, and nothing is lost or doubled', async (t) => {
  const site = await fieldSite(t)
  const robin = await site.colleague('Robin')
  const { context, page } = await phoneOf(site, robin)
  const ids = await queueOn(page, 30)
  let batches = 0
  await context.route('**/api/field/records', async (route) => {
    if (++batches === 2) await site.db`delete from session`
    return route.continue()
  })
  await page.reload()
  await says(page, 'Sign in to send 5 records')
  assert.deepEqual(await keptAt(site), once(ids.slice(0, 25)))
  const { beginSession } = await import('#people/session.ts')
  await signIn(context, site, await beginSession(site.db, robin.id, new Date(), null))
  await page.reload()
  await untilKept(site, 30)
  assert.deepEqual(await keptAt(site), once(ids))
})

test('a record that is turned down comes back with the reason, and is sent again once it is put right', async (t) => {
  const site = await fieldSite(t)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  await context.setOffline(true)
  await page.goto(`${site.url}/field#record/new`)
  await page.getByText('Add more (optional)').click()
  await page.getByLabel('Day, if not today').fill('2099-01-01')
  await page.getByLabel('Where?').fill('Library')
  await page.getByLabel('How did you meet people?').selectOption({ label: 'Surgery' })
  await page.getByLabel('No figure').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await says(page, '1 waiting to send')
  await context.setOffline(false)
  await says(page, '1 needs you')
  await page.getByText('1 January 2099 has not come yet').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Change and send again' }).click()
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await page.getByLabel('Day, if not today').fill('2026-01-05')
  await page.getByRole('button', { name: 'Save' }).click()
  await untilKept(site, 1)
  const kept = await site.db`select place, held_on, reached from engagement`
  assert.deepEqual([...kept], [{ place: 'Library', held_on: '2026-01-05', reached: null }])
})

test('of two phones at one event the first is kept, and the second is shown both and may send its own', async (t) => {
  const site = await fieldSite(t)
  const id = randomUUID()
  const today = new Date().toLocaleDateString('sv')
  await site.db`
    insert into planned_engagement (id, team_id, title, method, place, held_on, begins, ends, led_by, planned_at, changed_at)
    values (${id}, 'dorset/west-dorset', 'Saturday market', 'community event', 'Square', ${today}, '00:00', '23:59', 'police', now(), now())`
  const phones = [await phoneOf(site, await site.colleague('Robin')), await phoneOf(site, await site.colleague('Alex'))]
  for (const [n, { context, page }] of phones.entries()) {
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Record Saturday market' }).click()
    await page.getByRole('button', { name: n === 0 ? '25' : '50', exact: true }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await says(page, '1 waiting to send')
  }
  const [first, second] = phones
  if (!first || !second) throw new Error('there are two phones')
  await first.context.setOffline(false)
  await says(first.page, 'Nothing waits to be sent')
  await second.context.setOffline(false)
  await says(second.page, '1 needs you')
  const words = await second.page.locator('.field-queue').innerText()
  assert.match(
    words,
    /reached 50[\s\S]*A colleague has recorded this engagement already[\s\S]*Kept: Saturday market, Square, .*: reached 25/,
  )
  await second.page.getByRole('button', { name: 'Send as an engagement of its own' }).click()
  await untilKept(site, 2)
  const kept = await site.db`select id = ${id} as planned, reached from engagement order by reached`
  assert.deepEqual(
    [...kept],
    [
      { planned: true, reached: 25 },
      { planned: false, reached: 50 },
    ],
  )
})

test('a phone whose clock is a day ahead records on the day it was, and loses nothing', async (t) => {
  const site = await fieldSite(t)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  await page.clock.install({ time: new Date(Date.now() + 24 * 60 * 60_000) })
  await page.reload()
  await page.getByText('Calendar as of').waitFor()
  // A phone has one clock, but only the page's is put wrong here, so the worker stays out of it.
  await page.evaluate('SyncManager.prototype.register = async () => undefined')
  await context.setOffline(true)
  await recordOn(page, 'Harbour', '7')
  await context.setOffline(false)
  await page.clock.runFor(31_000)
  await untilKept(site, 1)
  const kept = await site.db`select place, held_on from engagement`
  assert.deepEqual([...kept], [{ place: 'Harbour', held_on: new Date().toLocaleDateString('sv') }])
})
