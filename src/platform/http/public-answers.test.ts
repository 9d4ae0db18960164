import assert from 'node:assert/strict'
import test from 'node:test'
import { gunzipSync } from 'node:zlib'
import { csv, file, json, redirect, shown, withHeader } from '#platform/http/answers.ts'
import { everyone, get, post } from '#platform/http/routes.ts'
import { html } from '#platform/html.ts'
import type { Language } from '#platform/language/language.ts'
import type { Visit } from '#platform/http/visit.ts'
import { page } from '#platform/page.ts'
import { cookie, hello, served, signedInOnly } from '../../../test/support/served.ts'

test('every answer forbids what is inline, framed or guessed', async (t) => {
  const server = await served(
    t,
    [
      get('/a', everyone, hello, { cache: () => 'a' }),
      get('/fault', everyone, () => {
        throw new Error('no')
      }),
    ],
    { secureCookies: true },
  )
  for (const url of ['/a', '/a', '/none', '/fault', '/health', '/%E0', '/api/none']) {
    const { headers } = await server.inject(url)
    assert.match(
      String(headers['content-security-policy']),
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
      url,
    )
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*/, url)
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, url)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.equal(headers['strict-transport-security'], 'max-age=31536000', url)
    assert.equal(headers['set-cookie'], undefined, url)
  }
})

test('a public page is asked for again only where its bytes changed', async (t) => {
  let words = 'one'
  for (const options of [{}, { cache: () => 'key' }]) {
    words = 'one'
    const server = await served(t, [get('/a', everyone, () => html`<p>${words}</p>`, options)])
    const first = await server.inject('/a')
    assert.deepEqual(
      [first.statusCode, first.body, first.headers['cache-control'], first.headers['vary']],
      [200, '<p>one</p>', 'public, no-cache', 'cookie, accept-encoding'],
    )
    const again = () => server.inject({ url: '/a', headers: { 'if-none-match': String(first.headers['etag']) } })
    const same = await again()
    assert.deepEqual([same.statusCode, same.body, same.headers['etag']], [304, '', first.headers['etag']])
    words = 'two'
    server.pageCache.forget('k')
    assert.deepEqual([(await again()).statusCode, (await again()).body], [200, '<p>two</p>'])
  }
})

test('who has a page is told no header of it again, and is sent it again where the headers of all answers changed', async (t) => {
  const routes = [get('/a', everyone, () => withHeader(hello(), 'x-own', 'told again'), { cache: () => 'a' })]
  const plain = await served(t, routes)
  const { etag = '' } = (await plain.inject('/a')).headers
  const asked = { url: '/a', headers: { 'if-none-match': String(etag) } }
  const { statusCode, headers } = await plain.inject(asked)
  const { date: _, connection: __, ...told } = headers
  assert.equal(statusCode, 304)
  assert.deepEqual(told, {
    'cache-control': 'public, no-cache',
    vary: 'cookie, accept-encoding',
    etag,
    'x-own': 'told again',
  })
  const secure = await served(t, routes, { secureCookies: true })
  assert.equal((await secure.inject(asked)).statusCode, 200)
})

test('a long page goes out whole, letters of every language in it', async (t) => {
  const long = 'Cwrdd â ni – Tŷ’r Dref. '.repeat(4_000)
  const server = await served(t, [get('/a', everyone, () => html`<p>${long}</p>`, { cache: () => 'a' })])
  for (const _ of ['fresh', 'kept']) {
    const { body, headers, rawPayload } = await server.inject('/a')
    assert.equal(body, html`<p>${long}</p>`.text)
    assert.equal(headers['content-length'], String(rawPayload.length))
  }
})

test('a kept page is written once, and never shown to or kept from somebody signed in', async (t) => {
  let written = 0
  const whoAmI = get('/a', everyone, (visit) => html`${++written} ${visit.person?.name ?? 'nobody'}`, {
    cache: () => 'a',
  })
  const server = await served(t, [whoAmI])
  const body = async (headers: Record<string, string>) => (await server.inject({ url: '/a', headers })).body
  assert.deepEqual(
    [await body({}), await body({}), await body({ cookie }), await body({})],
    ['1 nobody', '1 nobody', '2 Alex', '1 nobody'],
  )
  const mine = await server.inject({ url: '/a', headers: { cookie } })
  assert.deepEqual([mine.headers['cache-control'], mine.headers['etag']], ['no-store', undefined])
  server.pageCache.forget('a')
  assert.deepEqual([await body({ cookie }), await body({})], ['4 Alex', '5 nobody'])
})

test('a page that names the day turns with it, however often its address was asked before', async (t) => {
  let now = new Date('2026-03-28T23:59:50Z')
  const day = (visit: Visit) => visit.now.toISOString().slice(0, 10)
  const today = get('/today', everyone, (visit) => html`${day(visit)}`, { cache: (visit) => `today|${day(visit)}` })
  const server = await served(t, [today], { clock: () => now })
  const told = async () => (await server.inject('/today')).body
  assert.deepEqual([await told(), await told(), await told()], ['2026-03-28', '2026-03-28', '2026-03-28'])
  now = new Date('2026-03-29T00:00:10Z')
  assert.deepEqual([await told(), await told(), await told()], ['2026-03-29', '2026-03-29', '2026-03-29'])
})

test('HEAD tells of a kept page without sending it', async (t) => {
  const server = await served(t, [get('/a', everyone, hello, { cache: () => 'a' })])
  for (const _ of ['fresh', 'kept']) {
    const { statusCode, body, headers } = await server.inject({ method: 'HEAD', url: '/a' })
    assert.deepEqual([statusCode, body, headers['content-length']], [200, '', '14'])
  }
})

test('a spreadsheet opens with its letters right and runs nothing', () => {
  assert.equal(
    csv('a.csv', [
      ['Town', 'People'],
      ['=1+1', 2],
      ['Lyme, "Regis"', null],
      ['-', -3],
    ]).body,
    '\ufeffTown,People\r\n\'=1+1,2\r\n"Lyme, ""Regis""",\r\n\'-,-3\r\n',
  )
  assert.equal(
    file('', { type: 'a/b', filename: 'cân"\n.pdf' }).headers?.['content-disposition'],
    'attachment; filename="c_n__.pdf"; filename*=UTF-8\'\'c%C3%A2n%22%0A.pdf',
  )
})

test('an open answer may say that it is open', async (t) => {
  const server = await served(t, [
    get('/api/x', everyone, () => withHeader(json([1]), 'Cross-Origin-Resource-Policy', 'cross-origin')),
    get('/form', everyone, (visit) => shown(page({ title: 'x', body: hello(), site: visit.site }), 422)),
  ])
  const open = await server.inject('/api/x')
  assert.deepEqual(
    [open.headers['cross-origin-resource-policy'], open.headers['cache-control']],
    ['cross-origin', 'public, no-cache'],
  )
  const mistaken = await server.inject('/form')
  assert.deepEqual([mistaken.statusCode, mistaken.headers['cache-control']], [422, 'no-store'])
})

test('a page that everybody may read goes out packed to those who take it so, and no other does', async (t) => {
  const long = 'Met and heard. '.repeat(200)
  const server = await served(t, [
    get('/kept', everyone, () => html`<p>${long}</p>`, { cache: () => 'a' }),
    get('/open', everyone, () => html`<p>${long}</p>`),
    get('/mine', signedInOnly, () => html`<p>${long}</p>`),
  ])
  for (const url of ['/kept', '/kept', '/open', '/mine']) {
    const asked = { url, headers: { cookie: url === '/mine' ? cookie : '', 'accept-encoding': 'gzip, br' } }
    const { headers, rawPayload } = await server.inject(asked)
    const isPacked = url !== '/mine'
    assert.equal(headers['content-encoding'], isPacked ? 'gzip' : undefined, url)
    assert.equal((isPacked ? gunzipSync(rawPayload) : rawPayload).toString(), `<p>${long}</p>`, url)
    assert.equal(headers['content-length'], String(rawPayload.length), url)
    assert.ok(!isPacked || rawPayload.length < 200, url)
  }
  const plain = await server.inject({ url: '/kept' })
  assert.equal(plain.body, `<p>${long}</p>`)
  const tag = { 'if-none-match': String(plain.headers.etag), 'accept-encoding': 'gzip' }
  assert.deepEqual(
    await Promise.all(['/kept', '/open'].map(async (url) => (await server.inject({ url, headers: tag })).statusCode)),
    [304, 304],
  )
})

test('a page is kept in each language apart, and forgotten in all of them together', async (t) => {
  let written = 0
  const both = get('/:force/page', everyone, ({ site }) => page({ title: `${++written}`, body: where, site }), {
    cache: () => 'dorset/page',
    translated: true,
  })
  const languagesOf = (force: string | undefined): readonly Language[] => (force === 'gwent' ? ['en', 'cy'] : ['en'])
  const server = await served(t, [both, get('/:force/plain', everyone, hello)], { languagesOf })
  const told = async (url: string) =>
    /<html lang="(..)"[^]*<title>(\d+)/.exec((await server.inject({ url })).body)?.slice(1)
  assert.deepEqual(
    [await told('/gwent/page'), await told('/cy/gwent/page'), await told('/cy/gwent/page'), await told('/gwent/page')],
    [
      ['en', '1'],
      ['cy', '2'],
      ['cy', '2'],
      ['en', '1'],
    ],
  )
  server.pageCache.forget('dorset')
  assert.deepEqual(
    [await told('/cy/gwent/page'), await told('/gwent/page')],
    [
      ['cy', '3'],
      ['en', '4'],
    ],
  )
  const welsh = (await server.inject({ url: '/cy/gwent/page' })).body
  assert.deepEqual(
    welsh.match(/(?:href|action)="\/[^"]*"/g)?.filter((one) => !one.includes('assets')),
    ['href="/cy"', 'href="/cy/gwent/more?a=1"', 'href="/api/v1/x"', 'href="//elsewhere"', 'action="/cy/gwent/tell-us"'],
  )
})

test('who asks in Welsh for what is in English alone is led to the English', async (t) => {
  const translated = get('/:force/page', everyone, hello, { translated: true })
  const server = await served(t, [translated, get('/:force/plain', everyone, hello)])
  const led = async (url: string) => {
    const { statusCode, headers } = await server.inject({ url })
    return [statusCode, headers.location]
  }
  assert.deepEqual(await Promise.all(['/cy/dorset/page?as-at=1', '/cy/dorset/plain', '/cy/nothing/at/all'].map(led)), [
    [302, '/dorset/page?as-at=1'],
    [302, '/dorset/plain'],
    [404, undefined],
  ])
})

test('a form sent in Welsh leads on in Welsh', async (t) => {
  const languagesOf = (): readonly Language[] => ['en', 'cy']
  const sent = post('/tell-us', everyone, () => redirect('/thanks'), { translated: true })
  const server = await served(t, [sent], { languagesOf })
  const to = async (url: string) => (await server.inject({ method: 'POST', url })).headers.location
  assert.deepEqual([await to('/tell-us'), await to('/cy/tell-us')], ['/thanks', '/cy/thanks'])
})

const where = html`<h1>Where</h1><a href="/gwent/more?a=1">More</a> <a href="/api/v1/x">x</a> <a href="//elsewhere">y</a>
<form method="post" action="/gwent/tell-us"></form>`
