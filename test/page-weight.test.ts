import assert from 'node:assert/strict'
import test from 'node:test'
import { firstEvent } from './support/accessible.ts'
import { openPage } from './support/browser.ts'
import { publicPages } from './support/public-pages.ts'
import { demonstrationSite } from './support/site.ts'

const most = 100 * 1024

/** What a first visit takes: the page and all that its browser fetches for it, as packed as they travel, without the map. */
test('no public page weighs more than 100 KB on a first visit', async (t) => {
  const { url } = await demonstrationSite(t)
  const event = await firstEvent(await openPage(), `${url}/dorset/west-dorset/events`)
  const weights: (readonly [path: string, bytes: number])[] = []
  for (const path of [...publicPages, event]) weights.push([path, await weightOf(url + path)])
  const heaviest = weights.sort(([, a], [, b]) => b - a)
  for (const [path, bytes] of heaviest.slice(0, 3)) t.diagnostic(`${(bytes / 1024).toFixed(1)} KB: ${path}`)
  assert.deepEqual(
    heaviest.filter(([path, bytes]) => bytes > most && !path.startsWith('/find/map')),
    [],
  )
})

/** A window of its own, so that nothing was kept of another page. */
async function weightOf(address: string): Promise<number> {
  const page = await openPage()
  const network = await page.context().newCDPSession(page)
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await network.send('Network.enable')
  await page.goto(address, { waitUntil: 'load' })
  await page.context().close()
  return bytes
}
