import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { fieldSite, openApp, phoneOf, recordOn, says, untilKept } from './support/field.ts'
import { faultsOf } from './support/phone.ts'
import { root } from './support/site.ts'

for (const width of [320, 1280]) {
  test(`nobody is shut out of the app at ${width} pixels`, async (t) => {
    const site = await fieldSite(t)
    const { context, page } = await phoneOf(site, await site.colleague('Robin'))
    await page.setViewportSize({ width, height: 800 })
    const faults: Record<string, string[]> = { today: await faultsOf(page) }
    await page.goto(`${site.url}/field#record/new`)
    await page.getByText('Add more (optional)').click()
    faults['record'] = await faultsOf(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    faults['mistakes'] = await faultsOf(page)
    await page.getByLabel('Day, if not today').fill('2099-01-01')
    await page.getByLabel('Where?').fill('Library')
    await page.getByLabel('How did you meet people?').selectOption({ label: 'Surgery' })
    await page.getByLabel('No figure').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await says(page, '1 needs you')
    faults['needs you'] = await faultsOf(page)
    await page.getByRole('button', { name: 'Change and send again' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    faults['again'] = await faultsOf(page)
    const stranger = await context.browser()?.newContext({ viewport: { width, height: 800 } })
    const first = await stranger?.newPage()
    if (!stranger || !first) throw new Error('there is a browser')
    t.after(() => stranger.close())
    await first.goto(`${site.url}/field`)
    await first.getByRole('heading', { name: 'Sign in once' }).waitFor()
    faults['nobody yet'] = await faultsOf(first)
    assert.deepEqual(faults, Object.fromEntries(Object.keys(faults).map((screen) => [screen, []])))
  })
}

test('an engagement is recorded by keyboard alone, each tier lifting the one before it', async (t) => {
  const site = await fieldSite(t)
  const { page } = await phoneOf(site, await site.colleague('Robin'))
  await page.getByRole('button', { name: 'Record an engagement' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Where?').focus()
  await page.keyboard.type('Square')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Surgery')
  const oneMore = page.getByRole('button', { name: 'One more: Raised a concern' })
  await oneMore.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save' }).focus()
  await page.keyboard.press('Enter')
  await untilKept(site, 1)
  const kept = await site.db`select place, method, reached, spoke_with, raised_a_concern from engagement`
  assert.deepEqual([...kept], [{ place: 'Square', method: 'surgery', reached: 2, spoke_with: 2, raised_a_concern: 2 }])
})

test('a newer app takes over and keeps what waits', async (t) => {
  const newer = await mkdtemp(join(tmpdir(), 'frankpledge-newer-'))
  t.after(() => rm(newer, { recursive: true, force: true }))
  const assets = join(newer, 'build', 'assets')
  await cp(join(root, 'build', 'assets'), assets, { recursive: true })
  const site = await fieldSite(t, newer)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  const before = await page.evaluate<string>("document.querySelector('script[src*=field]').src")
  await context.route('**/api/field/records', (route) => route.abort())
  await recordOn(page, 'Harbour', '7')
  await site.stop()
  const manifest = join(assets, 'manifest.json')
  const { files } = JSON.parse(await readFile(manifest, 'utf8'))
  await rename(join(assets, files['field.js']), join(assets, 'field-0123456789ab.js'))
  for (const kind of ['br', 'gz']) await rm(join(assets, `${files['field.js']}.${kind}`))
  await writeFile(manifest, JSON.stringify({ files: { ...files, 'field.js': 'field-0123456789ab.js' } }))
  await site.start()
  await page.evaluate(`(async () => {
    const registration = await navigator.serviceWorker.ready
    const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))
    await registration.update()
    await taken
  })()`)
  await page.close()
  const after = await openApp(context, site)
  assert.notEqual(await after.evaluate("document.querySelector('script[src*=field]').src"), before)
  await says(after, '1 waiting to send')
  await context.unroute('**/api/field/records')
  await after.evaluate("window.dispatchEvent(new Event('online'))")
  await untilKept(site, 1)
})

test('the first load of the app is at most 120 KB compressed, its worker and its icons with it', async (t) => {
  const site = await fieldSite(t)
  const own = ['/field', '/field/service-worker.js', '/field/manifest.webmanifest']
  const texts = await Promise.all(own.map(async (path) => (await fetch(site.url + path)).text()))
  const assets = [...new Set(texts.flatMap((text) => [...text.matchAll(/\/assets\/[\w.-]+/g)].map(([path]) => path)))]
  const loads = assets.map(async (path) => {
    const answer = await fetch(site.url + path, { headers: { 'accept-encoding': 'br' } })
    assert.equal(answer.status, 200, path)
    return Number(answer.headers.get('content-length'))
  })
  const sizes = [...(await Promise.all(loads)), ...texts.map((text) => brotliCompressSync(text).length)]
  const total = sizes.reduce((sum, size) => sum + size, 0)
  t.diagnostic(`${total} bytes in ${sizes.length} files`)
  assert.ok(sizes.every((size) => size > 0) && assets.length >= 9 && total <= 120 * 1024, `${total} bytes`)
})
