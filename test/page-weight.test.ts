import assert from 'node:assert/strict'
import { get } from 'node:http'
import test from 'node:test'
import { openPage } from './support/browser.ts'
import { publicPages } from './support/public-pages.ts'
import { demonstrationSite } from './support/site.ts'

const most = 100 * 1024

/** What a first visit takes: the page and all that its browser fetches for it, as packed as they travel, without the map. */
test('no public page weighs more than 100 KB on a first visit', async (t) => {
  const { url } = await demonstrationSite(t)
  const listed = [
    ...(await listedOf(`${url}/dorset/sitemap.xml`)),
    ...(await listedOf(`${url}/devon-and-cornwall/sitemap.xml`)),
  ]
  const heaviest = await heaviestOfEachKind(url, listed)
  const weights: (readonly [path: string, bytes: number])[] = []
  for (const path of [...publicPages, ...heaviest]) weights.push([path, await weightOf(url + path)])
  weights.sort(([, a], [, b]) => b - a)
  t.diagnostic(`${listed.length} addresses of sitemaps, of ${heaviest.length} kinds`)
  for (const [path, bytes] of weights.slice(0, 3)) t.diagnostic(`${(bytes / 1024).toFixed(1)} KB: ${path}`)
  assert.deepEqual(
    weights.filter(([path, bytes]) => bytes > most && !path.startsWith('/find/map')),
    [],
  )
})

async function listedOf(sitemap: string): Promise<string[]> {
  const text = await (await fetch(sitemap)).text()
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
}

/** Pages of one kind fetch the same beside themselves, so a browser opens the heaviest of each alone. */
async function heaviestOfEachKind(url: string, paths: readonly string[]): Promise<string[]> {
  const kinds = new Map<string, { path: string; bytes: number }>()
  for (const path of paths) {
    const bytes = await packedBytes(url + path)
    const kind = kindOf(path)
    if (bytes > (kinds.get(kind)?.bytes ?? 0)) kinds.set(kind, { path, bytes })
  }
  return [...kinds.values()].map(({ path }) => path)
}

const kindOf = (path: string): string =>
  path
    .split('/')
    .slice(3)
    .map((part) => (/\d|^[A-Z]/.test(part) ? ':one' : part))
    .join('/')

function packedBytes(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      assert.equal(answer.statusCode, 200, address)
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.byteLength)).on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

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
