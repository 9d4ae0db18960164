import assert from 'node:assert/strict'
import test from 'node:test'
import { text, withHeader } from '#platform/http/answers.ts'
import { everyone, get } from '#platform/http/routes.ts'
import { served, site } from '../../../test/support/served.ts'

test('a page that may not be kept is sent whole each time: not packed, known by no tag, and in no cache', async (t) => {
  const long = 'Your own place on the panel. '.repeat(200)
  const secret = get('/key', everyone, () => withHeader(text(long), 'cache-control', 'no-store'), { cache: () => 'k' })
  const server = await served(t, [secret])
  const { body, headers } = await server.inject({ url: '/key', headers: { 'accept-encoding': 'gzip' } })
  assert.deepEqual(
    [body, headers['cache-control'], headers['etag'], headers['content-encoding'], server.pageCache.get('k')],
    [long, 'no-store', undefined, undefined, undefined],
  )
})

test('a page that is kept for others carries on only what it may be asked', async (t) => {
  const asked = ({ site: { name } }: { readonly site: { readonly name: string } }) => text(`Asked: ${name}`)
  const routes = [get('/kept', everyone, asked, { cache: () => 'k', asked: ['as-at'] }), get('/own', everyone, asked)]
  const siteChrome = (facts: { readonly asked: string }) => ({ ...site, name: facts.asked, signedIn: null })
  const server = await served(t, routes, { siteChrome })
  const read = async (url: string) => (await server.inject({ url })).body
  assert.deepEqual(
    [await read('/kept?as-at=2020-01-31&name=Jo'), await read('/own?name=Jo')],
    ['Asked: ?as-at=2020-01-31', 'Asked: ?name=Jo'],
  )
})
