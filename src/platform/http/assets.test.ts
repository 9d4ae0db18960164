import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { openDatabase } from '#platform/database/database.ts'
import { readAssets } from '#platform/http/assets.ts'
import { ownLook } from '#platform/look.ts'
import { buildServer } from '#platform/http/server.ts'

async function assetsOn(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'assets-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({ fingerprint: '', files: { 'site.css': 'site-0a1b.css' } }),
  )
  await writeFile(join(folder, 'site-0a1b.css'), 'p{}')
  await writeFile(join(folder, 'site-0a1b.css.gz'), 'zipped')
  return readAssets(folder)
}

test('a style is asked for by its plain name and served under the name that changes with it', async (t) => {
  const assets = await assetsOn(t)
  assert.equal(assets.assetPath('site.css'), '/assets/site-0a1b.css')
  assert.throws(() => assets.assetPath('none.css'), /none\.css is not among the built assets/)
})

test('a browser keeps a style for ever, and nothing else of the disk is served', async (t) => {
  const site = () => ({
    name: 'Site',
    homeHref: '/',
    language: 'en' as const,
    look: ownLook,
    navigation: [],
    signedIn: null,
    notice: null,
    footer: null,
    assetPath: (name: string) => `/assets/${name}`,
  })
  const server = await buildServer({
    db: openDatabase('postgres://nobody@127.0.0.1:1/none'),
    routes: [],
    signedIn: async () => null,
    ready: async () => true,
    siteChrome: site,
    assets: await assetsOn(t),
    secureCookies: false,
  })
  t.after(() => server.stop())
  const style = await server.inject('/assets/site-0a1b.css')
  assert.deepEqual(
    [
      style.statusCode,
      style.body,
      style.headers['content-type'],
      style.headers['cache-control'],
      style.headers['x-content-type-options'],
    ],
    [200, 'p{}', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable', 'nosniff'],
  )
  const zipped = await server.inject({ url: '/assets/site-0a1b.css', headers: { 'accept-encoding': 'gzip' } })
  assert.deepEqual([zipped.headers['content-encoding'], zipped.body], ['gzip', 'zipped'])
  for (const url of [
    '/assets/manifest.json',
    '/assets/',
    '/assets/../package.json',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/assets/none.css',
    '/assets/.env',
    '/assets/%00',
  ])
    assert.ok([400, 403, 404].includes((await server.inject(url)).statusCode), url)
})
