import assert from 'node:assert/strict'
import test from 'node:test'
import { text } from '#platform/http/answers.ts'
import { everyone, get, post } from '#platform/http/routes.ts'
import type { Server } from '#platform/http/server.ts'
import { logSettings } from '#platform/log.ts'
import { Refusal } from '#platform/refusal.ts'
import { cookie, hello, nobody, served, signedInOnly } from '../../../test/support/served.ts'

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
