import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { launchKept } from './support/chromium.ts'
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

const records = '**/api/field/records'

test('an engagement is recorded without signal in six taps, and sent when signal returns', async (t) => {
  const site = await fieldSite(t)
  const today = new Date().toLocaleDateString('sv')
  await site.db`
    insert into planned_engagement (id, team_id, title, method, place, held_on, begins, ends, led_by, planned_at, changed_at)
    values ('b3f0c9ce-6a6e-4c50-9f0e-2a7f6d7f0001', 'dorset/west-dorset', 'Market stall', 'surgery', 'Bucky Doo Square',
      ${today}, '00:00', '23:59', 'police', now(), now())`
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  await context.setOffline(true)
  await page.reload()
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('link', { name: 'Record Market stall' }).click()
  await tap('25')
  await tap('One more: Spoke with')
  await tap('One more: Spoke with')
  await tap('One more: Raised a concern')
  await tap('Save')
  await says(page, '1 waiting to send')
  assert.deepEqual(await keptAt(site), [])
  await context.setOffline(false)
  await says(page, 'Nothing waits to be sent')
  const told = await site.db`
    select title, place, method, held_on, reached, spoke_with, raised_a_concern from engagement`
  const figures = { reached: 25, spoke_with: 2, raised_a_concern: 1 }
  assert.deepEqual(
    [...told],
    [{ title: 'Market stall', place: 'Bucky Doo Square', method: 'surgery', held_on: today, ...figures }],
  )
})

test('two hundred records sync in one go, in order, with none lost or doubled', async (t) => {
  const site = await fieldSite(t)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  await context.setOffline(true)
  const ids = await queueOn(page, 200)
  await context.setOffline(false)
  const began = performance.now()
  await page.reload()
  await says(page, 'Nothing waits to be sent')
  t.diagnostic(`200 records in ${Math.round(performance.now() - began)} ms`)
  assert.deepEqual(await keptAt(site), once(ids))
})

test('a tab killed while it sends loses and doubles nothing: the answer it never heard is asked for again', async (t) => {
  const site = await fieldSite(t)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  const ids = await queueOn(page, 60)
  // The second batch reaches the desk, but its answer never reaches the phone.
  let batches = 0
  const heard = Promise.withResolvers<void>()
  await context.route(records, async (route) => {
    if (++batches < 2) return route.continue()
    await route.fetch()
    heard.resolve()
  })
  await page.reload()
  await heard.promise
  await page.close()
  await context.unroute(records)
  assert.equal((await keptAt(site)).length, 50)
  await says(await openApp(context, site), 'Nothing waits to be sent')
  assert.deepEqual(await keptAt(site), once(ids))
})

test('a desk that goes down while a phone sends loses and doubles nothing', async (t) => {
  const site = await fieldSite(t)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  const ids = await queueOn(page, 60)
  let batches = 0
  await context.route(records, async (route) => {
    if (++batches !== 2) return route.continue()
    await site.stop()
    return route.continue()
  })
  await page.reload()
  await says(page, 'no signal')
  await site.start()
  assert.deepEqual(await keptAt(site), once(ids.slice(0, 25)))
  await page.evaluate("window.dispatchEvent(new Event('online'))")
  await says(page, 'Nothing waits to be sent')
  assert.deepEqual(await keptAt(site), once(ids))
})

test('of two tabs only one sends, and no record goes out twice', async (t) => {
  const site = await fieldSite(t)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  const other = await openApp(context, site)
  const sent: string[] = []
  await context.route(records, (route) => {
    sent.push(...(route.request().postDataJSON() as { records: { id: string }[] }).records.map(({ id }) => id))
    return route.continue()
  })
  const ids = await queueOn(page, 60)
  await Promise.all([page, other].map((tab) => tab.evaluate("window.dispatchEvent(new Event('online'))")))
  await untilKept(site, 60)
  await Promise.all([page, other].map((tab) => says(tab, 'Nothing waits to be sent')))
  assert.deepEqual(sent, ids)
  assert.deepEqual(await keptAt(site), once(ids))
})

test('what was saved is still there after the phone died the moment after', async (t) => {
  const site = await fieldSite(t)
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-phone-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const first = await launchKept(folder)
  const robin = await site.colleague('Robin')
  const { page } = await phoneOf(site, robin, first)
  await first.setOffline(true)
  await recordOn(page, 'Harbour', '7')
  const gone = new Promise((done) => first.once('close', done))
  const session = await first.newCDPSession(page)
  session.send('Browser.crash').catch(() => undefined)
  await Promise.race([gone, wait(5_000)])
  const second = await launchKept(folder)
  site.phones.push(second)
  // Browsers write cookies down only now and then, so the sign-in may be gone; the record may not.
  await signIn(second, site, robin.token)
  await openApp(second, site)
  await untilKept(site, 1)
  const told = await site.db`select place, reached from engagement`
  assert.deepEqual([...told], [{ place: 'Harbour', reached: 7 }])
})
