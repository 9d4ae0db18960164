import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { z } from 'zod'
import { demonstrationSite } from './support/site.ts'

const link = z.object({ href: z.url(), rel: z.string(), type: z.string().optional() })
const links = (...rels: readonly string[]) =>
  z.array(link).refine((all) => rels.every((rel) => all.some((one) => one.rel === rel)), `must have ${rels.join(', ')}`)
const landing = z.object({ links: links('self', 'service-desc', 'conformance', 'data') })
const conformance = z.object({ conformsTo: z.array(z.url()) })
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const collection = z.object({
  id: z.string(),
  title: z.string(),
  itemType: z.literal('feature'),
  extent: z.object({
    spatial: z.object({ bbox: z.array(z.array(z.number()).length(4)).min(1), crs: z.literal(crs84) }),
    temporal: z.object({ interval: z.array(z.array(z.string().nullable()).length(2)).min(1) }),
  }),
  crs: z.array(z.url()).refine((all) => all.includes(crs84)),
  links: links('self', 'items'),
})
const collections = z.object({ links: links('self'), collections: z.array(collection) })
const feature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.enum(['Point', 'MultiPolygon']), coordinates: z.array(z.unknown()) }).nullable(),
  properties: z.record(z.string(), z.unknown()),
})
const items = z.object({
  type: z.literal('FeatureCollection'),
  timeStamp: z.iso.datetime(),
  numberMatched: z.number().int(),
  numberReturned: z.number().int(),
  links: links('self', 'collection'),
  features: z.array(feature),
})
const exception = z.strictObject({ code: z.string(), description: z.string() })

async function ogcOf(t: TestContext) {
  const { url } = await demonstrationSite(t)
  const root = `${url}/open-data/ogc`
  const take = async <T>(shape: z.ZodType<T>, path: string, status = 200): Promise<T> => {
    // Links name the public address of the site, which in a test is not where it listens.
    const address = path.startsWith('http') ? path.replace(new URL(path).origin, url) : `${root}${path}`
    const answer = await fetch(address)
    assert.equal(answer.status, status, address)
    assert.equal(answer.headers.get('access-control-allow-origin'), '*', address)
    return shape.parse(await answer.json())
  }
  return { root, url, take }
}

test('a map program finds its way from the first page to each feature, as the standard says', async (t) => {
  const { url, take } = await ogcOf(t)
  const first = await take(landing, '')
  for (const { href } of first.links.filter(({ rel }) => rel !== 'license')) await take(z.unknown(), href)
  assert.deepEqual((await take(conformance, '/conformance')).conformsTo, [
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  ])
  const all = (await take(collections, '/collections')).collections
  assert.deepEqual(
    all.map(({ id }) => id),
    ['neighbourhoods', 'events', 'priorities'],
  )
  for (const { id, links: told } of all) {
    for (const { href, rel } of told.filter(({ rel }) => rel !== 'license'))
      await take<unknown>(rel === 'items' ? items : collection, href)
    const page = await take(items, `/collections/${id}/items?limit=1`)
    const one = await take(
      feature.extend({ links: links('self', 'collection') }),
      `/collections/${id}/items/${page.features[0]?.id}`,
    )
    assert.deepEqual({ ...one, links: 0 }, { ...page.features[0], links: 0 })
  }
  const typeOf = async (path: string, coding: string) =>
    (await fetch(`${url}/open-data/ogc${path}`, { headers: { 'accept-encoding': coding } })).headers.get('content-type')
  assert.match((await typeOf('/collections/events/items', 'gzip')) ?? '', /^application\/geo\+json\b/)
  for (const coding of ['gzip', 'identity'])
    assert.equal(await typeOf('/api', coding), 'application/vnd.oai.openapi+json;version=3.0', coding)
})

test('by following “next” a map program has each feature once, and by “prev” comes back', async (t) => {
  const { take } = await ogcOf(t)
  const whole = await take(items, '/collections/events/items?limit=1000')
  const seen: string[] = []
  let page = await take(items, '/collections/events/items?limit=5')
  for (;;) {
    assert.deepEqual([page.numberMatched, page.numberReturned], [whole.numberMatched, page.features.length])
    seen.push(...page.features.map(({ id }) => id))
    const next = page.links.find(({ rel }) => rel === 'next')
    if (!next) break
    page = await take(items, next.href)
    assert.ok(page.links.some(({ rel }) => rel === 'prev'))
  }
  assert.deepEqual(
    seen,
    whole.features.map(({ id }) => id),
  )
})

test('a map program asks for a box and a span of time, and has what lies in both', async (t) => {
  const { take } = await ogcOf(t)
  const named = async (query: string) =>
    (await take(items, `/collections/${query}`)).features.map(({ properties }) =>
      String(properties['name'] ?? properties['place']),
    )
  assert.deepEqual(await named('neighbourhoods/items?bbox=-2.76,50.73,-2.75,50.74'), ['Bridport'])
  assert.deepEqual(await named('neighbourhoods/items?bbox=10,10,11,11'), [])
  const places = await named('events/items?bbox=-2.76,50.73,-2.75,50.74')
  assert.ok(places.length > 0 && places.every((place) => /Bridport/.test(place)), places.join())
  const all = (await take(items, '/collections/events/items?limit=1000')).features
  const days = all.map(({ properties }) => String(properties['date'])).toSorted()
  const day = days[0] ?? ''
  const ofDay = await take(items, `/collections/events/items?datetime=${day}`)
  assert.deepEqual(
    ofDay.features.map(({ properties }) => properties['date']),
    days.filter((each) => each === day),
  )
  assert.equal((await take(items, `/collections/events/items?datetime=../1999-01-01`)).numberMatched, 0)
  assert.equal(
    (await take(items, `/collections/events/items?datetime=2000-01-01T00:00:00Z/..`)).numberMatched,
    all.length,
  )
})

test('a map program is shown the ground of the forces that are here, and each layer has one kind of shape', async (t) => {
  const { take } = await ogcOf(t)
  for (const { id, extent } of (await take(collections, '/collections')).collections) {
    const [west = 0, south = 0, east = 0, north = 0] = extent.spatial.bbox[0] ?? []
    assert.ok(west > -6 && east < -1 && south > 50 && north < 51.5, extent.spatial.bbox.join())
    const whole = (await take(items, `/collections/${id}/items?limit=1000`)).features
    const within = (await take(items, `/collections/${id}/items?limit=1000&bbox=${extent.spatial.bbox[0]}`)).features
    const placed = whole.filter(({ geometry }) => geometry !== null)
    assert.deepEqual(within, placed, `all of ${id} lie in their extent`)
    assert.equal(new Set(placed.map(({ geometry }) => geometry?.type)).size, 1, id)
  }
})

test('a question that cannot be read is refused with 400, and what is not there with 404', async (t) => {
  const { take } = await ogcOf(t)
  for (const query of [
    'limit=0',
    'limit=x',
    'offset=-1',
    'bbox=1,2,3',
    'bbox=2,50,1,51',
    'bbox=a,b,c,d',
    'datetime=yesterday',
    'datetime=2026-02-30',
    'datetime=2026-03-02/2026-03-01',
    'datetime=a/b/c',
    'crs=x',
  ])
    await take(exception, `/collections/events/items?${query}`, 400)
  for (const path of ['/collections/none', '/collections/none/items', '/collections/events/items/none'])
    await take(exception, path, 404)
})
