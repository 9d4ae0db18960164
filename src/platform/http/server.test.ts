import assert from 'node:assert/strict'
import test from 'node:test'
import { json, redirect, text, withSession } from '#platform/http/answers.ts'
import { everyone, get, post } from '#platform/http/routes.ts'
import type { Server } from '#platform/http/server.ts'
import { logSettings } from '#platform/log.ts'
import { Refusal } from '#platform/refusal.ts'
import { cookie, hello, nobody, served, signedInOnly, token } from '../../../test/support/served.ts'

test('a route without a guard does not start', async (t) => {
  // @ts-expect-error a route must say who may come
  const open = get('/open', undefined, hello)
  await assert.rejects(served(t, [open]), /^Error: GET \/open has no guard, so it may not start$/)
})

test('the same route twice, or a kept page behind a guard, does not start', async (t) => {
  await assert.rejects(served(t, [get('/a', everyone, hello), get('/a', everyone, hello)]), /in the tables twice/)
  await assert.rejects(served(t, [get('/a', signedInOnly, hello, { cache: () => 'a' })]), /may not be kept/)
})

test('the table of routes can be walked', async (t) => {
  const server = await served(t, [get('/a', everyone, hello), post('/b/:id', signedInOnly, hello)])
  assert.deepEqual(server.routesTable, [
    { method: 'GET', path: '/a', guard: 'everyone' },
    { method: 'POST', path: '/b/:id', guard: 'signed in' },
  ])
})

test('a guarded page leads to sign-in and back, and says so to those who may not see it', async (t) => {
  const server = await served(t, [
    get('/desk', signedInOnly, hello),
    get('/closed', nobody, hello),
    post('/desk', signedInOnly, hello),
    get('/api/v1/desk', signedInOnly, hello),
  ])
  const turned = await server.inject('/desk?week=2&then=//evil')
  assert.deepEqual(
    [turned.statusCode, turned.headers.location],
    [303, '/sign-in?then=%2Fdesk%3Fweek%3D2%26then%3D%2F%2Fevil'],
  )
  const may = await server.inject({ url: '/desk', headers: { cookie } })
  assert.deepEqual([may.statusCode, may.headers['cache-control']], [200, 'no-store'])
  const mayNot = await server.inject({ url: '/closed', headers: { cookie } })
  assert.equal(mayNot.statusCode, 403)
  assert.match(mayNot.body, /<h1[^>]*>You may not do this<\/h1>/)
  assert.equal((await server.inject({ method: 'POST', url: '/desk' })).statusCode, 401)
  const program = await server.inject('/api/v1/desk')
  assert.deepEqual([program.statusCode, program.json().error.status], [401, 401])
})

test('a form sent by another site’s page does nothing', async (t) => {
  let done = 0
  const server = await served(t, [post('/do', everyone, () => text(String(++done)))])
  const send = async (headers: Record<string, string>) =>
    (await server.inject({ method: 'POST', url: '/do', headers })).statusCode
  assert.deepEqual(
    [
      await send({ 'sec-fetch-site': 'cross-site' }),
      await send({ 'sec-fetch-site': 'same-site' }),
      await send({ host: 'a.example', origin: 'https://b.example' }),
    ],
    [403, 403, 403],
  )
  assert.equal(done, 0)
  assert.deepEqual(
    [
      await send({ 'sec-fetch-site': 'same-origin' }),
      await send({ host: 'a.example', origin: 'https://a.example' }),
      await send({}),
    ],
    [200, 200, 200],
  )
})

test('a refusal is shown in its words with its status, and told to a program as JSON', async (t) => {
  const refuse = () => {
    throw new Refusal('This year is <frozen>.', 409)
  }
  const server = await served(t, [get('/a', everyone, refuse), get('/api/v1/a', everyone, refuse)])
  const shownPage = await server.inject('/a')
  assert.equal(shownPage.statusCode, 409)
  assert.match(shownPage.body, /<p class="govuk-body">This year is &lt;frozen&gt;\.<\/p>/)
  const told = await server.inject('/api/v1/a')
  assert.deepEqual(
    [told.statusCode, told.headers['content-type'], told.json()],
    [
      409,
      'application/problem+json; charset=utf-8',
      {
        error: { status: 409, message: 'This year is <frozen>.' },
        title: 'That could not be done',
        status: 409,
        detail: 'This year is <frozen>.',
      },
    ],
  )
})

test('the unexpected is logged once with its reference and without anybody’s data', async (t) => {
  const lines: string[] = []
  const log = logSettings('info', { write: (line) => lines.push(line) })
  const fault = get('/fault/:name', everyone, () => {
    throw Object.assign(new Error('duplicate key "jo@example.org" of jo@example.org, 01305 222 222'), {
      detail: 'Key (email)=(jo@example.org)',
      code: '23505',
    })
  })
  const server = await served(t, [fault], { log })
  const answer = await server.inject('/fault/Jo?email=jo@example.org')
  const logged = lines.map((line) => JSON.parse(line))
  const reference = /reference <strong>([\w-]+)<\/strong>/.exec(answer.body)?.[1]
  assert.equal(answer.statusCode, 500)
  assert.doesNotMatch(answer.body, /duplicate/)
  assert.deepEqual(
    logged.map((line) => [line.msg, line.route]),
    [
      ['a visit failed', '/fault/:name'],
      ['answered', '/fault/:name'],
    ],
  )
  assert.deepEqual(
    [logged[0].reference, logged[0].err.code, logged[1].id, logged[1].status],
    [reference, '23505', reference, 500],
  )
  assert.doesNotMatch(lines.join(''), /jo@|Jo|222/)
})

test('addresses and bodies that cannot be read are answered calmly', async (t) => {
  const take = post('/take', everyone, (visit) => json([visit.form, visit.json ?? null]))
  const server = await served(t, [
    get('/a/:id', everyone, hello),
    take,
    post('/api/v1/take', everyone, (visit) => json(visit.json)),
  ])
  const send = async (url: string, type: string, payload: string) =>
    (await server.inject({ method: 'POST', url, headers: { 'content-type': type }, payload })).statusCode
  const form = 'application/x-www-form-urlencoded'
  assert.deepEqual(
    [
      (await server.inject('/a/%E0')).statusCode,
      (await server.inject('/%E0%A4%A')).statusCode,
      (await server.inject('/a/' + 'x'.repeat(400))).statusCode,
    ],
    [400, 400, 400],
  )
  assert.deepEqual(
    [
      (await server.inject('/none')).statusCode,
      (await server.inject({ method: 'POST', url: '/a/1' })).statusCode,
      (await server.inject({ method: 'DELETE', url: '/take' })).statusCode,
    ],
    [404, 405, 405],
  )
  assert.equal((await server.inject('/take')).headers['allow'], 'POST')
  assert.deepEqual(
    [
      await send('/api/v1/take', 'application/json', '{'),
      await send('/api/v1/take', 'application/json', '{"__proto__":1}'),
      await send('/take', 'application/json', '{}'),
      await send('/take', 'text/plain', 'x'),
    ],
    [400, 400, 415, 415],
  )
  assert.equal(await send('/take', form, 'a='.padEnd(300_000, 'x')), 413)
  assert.equal(await send('/take', 'multipart/form-data; boundary=x', '--x--'), 415)
  const odd = await server.inject({
    method: 'POST',
    url: '/take',
    headers: { 'content-type': form },
    payload: 'a=1&a=2&b&__proto__=x&c=%E0&d[e]=1',
  })
  assert.deepEqual(odd.json(), [
    { a: ['1', '2'], b: '', c: '%E0', 'd[e]': '1', ...JSON.parse('{"__proto__":"x"}') },
    null,
  ])
})

test('files come in where they are asked for, and too large a one is refused in words', async (t) => {
  const take = post(
    '/take',
    everyone,
    ({ form, files }) => json({ form, files: files.map((one) => [one.field, one.filename, one.bytes.byteLength]) }),
    { upload: { maxBytes: 2 * 1024 * 1024 } },
  )
  const server = await served(t, [take])
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const send = async (...sizes: number[]) => {
    const body = new FormData()
    body.append('year', '2019')
    sizes.forEach((size, index) => body.append('evidence', new Blob([new Uint8Array(size)]), `${index}.docx`))
    return fetch(`${address}/take`, { method: 'POST', body })
  }
  assert.deepEqual(await (await send(10, 20)).json(), {
    form: { year: '2019' },
    files: [
      ['evidence', '0.docx', 10],
      ['evidence', '1.docx', 20],
    ],
  })
  const tooLarge = await send(3 * 1024 * 1024)
  assert.equal(tooLarge.status, 413)
  assert.match(await tooLarge.text(), /<h1[^>]*>That is too large<\/h1>/)
  const together = await send(1.5 * 1024 * 1024, 1.5 * 1024 * 1024)
  assert.match(await together.text(), /send at most 2 MB/)
  assert.equal(together.status, 413)
})

test('a session is one cookie that no script and no other site can use', async (t) => {
  const routes = [
    post('/in', everyone, () => withSession(redirect('/desk'), token)),
    post('/out', everyone, () => withSession(redirect('/'), null)),
  ]
  const setting = async (secureCookies: boolean, url: string) =>
    (await (await served(t, routes, { secureCookies })).inject({ method: 'POST', url })).headers['set-cookie']
  assert.equal(
    await setting(true, '/in'),
    `__Host-frankpledge=${token}; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax`,
  )
  assert.equal(await setting(false, '/in'), `frankpledge=${token}; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax`)
  assert.equal(await setting(false, '/out'), 'frankpledge=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
})

test('a cookie that is no session is nobody’s', async (t) => {
  const server = await served(t, [get('/a', everyone, (visit) => text(visit.person?.name ?? 'nobody'))])
  const who = async (given: string) => (await server.inject({ url: '/a', headers: { cookie: given } })).body
  assert.deepEqual(
    [
      await who(cookie),
      await who('frankpledge=short'),
      await who(`frankpledge=${'b'.repeat(43)}`),
      await who('frankpledge=%E0; x'),
      await who(`x${cookie}`),
    ],
    ['Alex', 'nobody', 'nobody', 'nobody', 'nobody'],
  )
})

test('signing in too often from one address is refused for a minute', async (t) => {
  const routes = [post('/in', everyone, () => text('in'), { perMinute: 2 })]
  const statuses = async (server: Server) =>
    [
      await server.inject({ method: 'POST', url: '/in' }),
      await server.inject({ method: 'POST', url: '/in' }),
      await server.inject({ method: 'POST', url: '/in' }),
    ].map((one) => one.statusCode)
  assert.deepEqual(await statuses(await served(t, routes)), [200, 200, 429])
  assert.deepEqual(await statuses(await served(t, routes, { rateLimits: false })), [200, 200, 200])
})

test('the service says whether it lives and whether it is ready', async (t) => {
  const server = await served(t, [], {
    ready: async () => {
      throw new Error('no database')
    },
  })
  const [health, ready] = [await server.inject('/health'), await server.inject('/ready')]
  assert.deepEqual(
    [health.statusCode, health.json(), ready.statusCode, ready.json()],
    [200, { status: 'ok' }, 503, { status: 'not ready' }],
  )
})

test('a server that stops finishes what was begun', async (t) => {
  let release = () => {}
  const slow = get(
    '/slow',
    everyone,
    () =>
      new Promise((resolve) => {
        release = () => resolve(text('done'))
      }),
  )
  const server = await served(t, [slow])
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const begun = fetch(`${address}/slow`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const stopped = server.stop()
  release()
  assert.equal(await (await begun).text(), 'done')
  await stopped
  await assert.rejects(fetch(`${address}/slow`))
})
