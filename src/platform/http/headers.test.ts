import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '#platform/refusal.ts'
import { hello, served } from '../../../test/support/served.ts'
import { unseen } from './headers.ts'
import { everyone, get } from './routes.ts'

test('a page whose address is a key is kept by no cache, told to no other site and listed nowhere, refused or not', async (t) => {
  const gone = () => {
    throw new Refusal('This link leads nowhere.', 404)
  }
  const server = await served(t, [get('/key', everyone, unseen(hello)), get('/gone', everyone, unseen(gone))])
  for (const [url, status] of Object.entries({ '/key': 200, '/gone': 404 })) {
    const { statusCode, headers } = await server.inject(url)
    assert.deepEqual(
      [statusCode, headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']],
      [status, 'no-store', 'no-referrer', 'noindex'],
    )
  }
})
