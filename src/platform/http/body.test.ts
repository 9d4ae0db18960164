import assert from 'node:assert/strict'
import test from 'node:test'
import { json } from '#platform/http/answers.ts'
import { everyone, get, post } from '#platform/http/routes.ts'
import { hello, served } from '../../../test/support/served.ts'

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
