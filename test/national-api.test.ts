import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { nationalApiRoutes } from '#national-api/national-api.routes.ts'
import { unlike } from './support/like-example.ts'
import { readByClients } from './support/national-clients.ts'
import { demonstrationSite, root } from './support/site.ts'

const bridport = 'lat=50.7318&lng=-2.7582'
const documented = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(root, 'test', 'fixtures', 'national-api', `${name}.json`), 'utf8'))

async function api(t: TestContext, settings = {}) {
  const { url } = await demonstrationSite(t, settings)
  const look = (path: string, init: RequestInit = {}) => fetch(`${url}/api${path}`, init)
  const read = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const answer = await look(path, init)
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/json'], path)
    return answer.json()
  }
  return { look, read }
}

type Api = Awaited<ReturnType<typeof api>>

type Crime = {
  readonly persistent_id: string
  readonly month: string
  readonly location: { readonly latitude: string; readonly longitude: string; readonly street: { readonly id: number } }
}

async function answersAsDocumented({ read }: Api) {
  const crimes = (await read(`/crimes-street/all-crime?${bridport}&date=2018-12`)) as Crime[]
  const known = crimes.find(({ persistent_id }) => persistent_id !== '')
  const pairs = {
    forces: '/forces',
    force: '/forces/dorset',
    'senior-officers': '/forces/dorset/people',
    neighbourhoods: '/dorset/neighbourhoods',
    neighbourhood: '/dorset/55.DT3001',
    boundary: '/dorset/55.DT3001/boundary',
    people: '/dorset/55.DT3001/people',
    events: '/dorset/55.DT3001/events',
    priorities: '/dorset/55.DT3001/priorities',
    'locate-neighbourhood': '/locate-neighbourhood?q=50.7318,-2.7582',
    'outcomes-at-location': `/outcomes-at-location?${bridport}&date=2018-12`,
    'outcomes-for-crime': `/outcomes-for-crime/${known?.persistent_id}`,
    'crimes-street-dates': '/crimes-street-dates',
  }
  for (const [name, path] of Object.entries(pairs)) {
    const answer = await read(path)
    assert.deepEqual(unlike(await documented(name), answer), [], name)
    assert.ok(JSON.stringify(answer).length > 2, `${name} is empty`)
  }
  const [outcome] = (await documented('outcomes-at-location')) as { crime: object }[]
  const status = { category: 'Under investigation', date: '2018-12' }
  for (const path of [
    `/crimes-street/all-crime?${bridport}&date=2018-12`,
    `/crimes-at-location?lat=${known?.location.latitude}&lng=${known?.location.longitude}&date=2018-12`,
    `/crimes-at-location?location_id=${known?.location.street.id}&date=2018-12`,
  ]) {
    const answer = (await read(path)) as unknown[]
    assert.deepEqual(unlike([{ ...outcome?.crime, outcome_status: status }], answer), [], path)
    assert.ok(answer.length > 0, path)
  }
  assert.deepEqual(await read('/crimes-no-location?category=all-crime&force=dorset&date=2018-12'), [])
}

async function findsCrime({ read }: Api) {
  const [square, month] = ['50.70,-2.80:50.76,-2.80:50.76,-2.71:50.70,-2.71', 'date=2018-12']
  const idsOf = (crimes: unknown) => (crimes as { id: number }[]).map(({ id }) => id)
  const near = idsOf(await read(`/crimes-street/all-crime?${bridport}&${month}`))
  const inside = idsOf(await read(`/crimes-street/all-crime?poly=${square}&${month}`))
  assert.ok(near.length > 20 && near.every((id) => inside.includes(id)), 'the square holds the circle')
  const form = { method: 'POST', body: new URLSearchParams({ poly: square, date: '2018-12' }) }
  assert.deepEqual(idsOf(await read('/crimes-street/all-crime', form)), inside)
  const outcomes = (await read(`/outcomes-at-location?poly=${square}&${month}`)) as unknown[]
  assert.deepEqual(await read('/outcomes-at-location', form), outcomes)
  const drugs = (await read(`/crimes-street/drugs?poly=${square}&${month}`)) as { category: string }[]
  assert.ok(drugs.length > 0 && drugs.every(({ category }) => category === 'drugs'))
  assert.deepEqual(idsOf(await read(`/crimes-street/witchcraft?poly=${square}&${month}`)), inside)
}

const reference = 'f'.repeat(64)
const square = '50.7,-2.8:50.8,-2.8:50.8,-2.7'
const strange: readonly (readonly [path: string, status: number, body?: string])[] = [
  ['/forces/atlantis', 404, 'Not Found'],
  ['/forces/DORSET', 404, 'Not Found'],
  ['/forces/atlantis/people', 404, 'Not Found'],
  ['/atlantis/neighbourhoods', 404, 'Not Found'],
  ['/dorset/55.dt3001', 404, 'Not Found'],
  ['/dorset/nowhere/boundary', 404, 'Not Found'],
  ['/dorset/nowhere/people', 404, 'Not Found'],
  ['/dorset/nowhere/events', 404, 'Not Found'],
  ['/dorset/nowhere/priorities', 404, 'Not Found'],
  ['/v1/nowhere', 404, 'Not Found'],
  ['/locate-neighbourhood?q=48.85,2.35', 404, 'Not Found'],
  ['/locate-neighbourhood?q=Bridport', 404, 'Not Found'],
  ['/locate-neighbourhood', 404, 'Not Found'],
  ['/crimes-street/all-crime', 400, ''],
  ['/crimes-street/all-crime?lat=north&lng=-2.7', 400, ''],
  ['/crimes-street/all-crime?lat=50.7', 400, ''],
  ['/crimes-street/all-crime?lat=&lng=', 400, ''],
  ['/crimes-street/all-crime?lat=50%00&lng=-2', 400, ''],
  [`/crimes-street/all-crime?${bridport}&date=2010-01`, 404, ''],
  [`/crimes-street/all-crime?${bridport}&date=2018-13`, 404, ''],
  [`/crimes-street/all-crime?${bridport}&date=October`, 404, ''],
  [`/crimes-street/all-crime?${bridport}&date=2099-01`, 200, '[]'],
  ['/crimes-street/all-crime?lat=95&lng=-300', 200, '[]'],
  ['/crimes-street/all-crime?poly=50.7,-2.8:50.8', 404, ''],
  ['/crimes-street/all-crime?poly=here:there:everywhere', 404, ''],
  ['/crimes-street/all-crime?poly=', 404, ''],
  ['/crimes-street/all-crime?poly=50.7,-2.8:50.8,-2.7', 502, ''],
  ['/crimes-at-location', 400, ''],
  ['/crimes-at-location?location_id=999999999', 404, ''],
  ['/crimes-at-location?location_id=1;drop', 404, ''],
  ['/outcomes-at-location?location_id=999999999999999', 404, ''],
  ['/crimes-no-location?category=all-crime&force=atlantis', 502, ''],
  ['/crimes-no-location?category=all-crime&force=%00', 502, ''],
  ['/crime-categories?date=never', 404, ''],
  [`/outcomes-for-crime/${reference}`, 404, 'Not Found'],
  ['/outcomes-for-crime/x', 404, 'Not Found'],
  [`/crimes-street/all-crime?poly=${Array.from({ length: 300 }, () => square).join(':')}`, 400],
]

async function refusesAsNationally({ look }: Api) {
  for (const [path, status, body] of strange) {
    const answer = await look(path)
    assert.equal(answer.status, status, path)
    if (body !== undefined) assert.equal(await answer.text(), body, path)
    else assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8')
  }
  const sent = (body: string, type: string) =>
    look('/crimes-street/all-crime', { method: 'POST', body, headers: { 'content-type': type } })
  assert.equal((await sent(JSON.stringify({ poly: square }), 'application/json')).status, 400)
  assert.equal((await sent('{', 'application/json')).status, 400)
  assert.equal((await sent('', 'application/x-www-form-urlencoded')).status, 400)
  const many = `poly=${Array.from({ length: 25_001 }, () => '50.7,-2.8').join(':')}`
  assert.equal((await sent(many, 'application/x-www-form-urlencoded')).status, 400)
  assert.equal((await sent('x'.repeat(1_100_000), 'application/x-www-form-urlencoded')).status, 413)
}

async function answersLargeAreas({ read }: Api, t: TestContext) {
  const corners = Array.from({ length: 20_000 }, (_, n) => {
    const turn = (2 * Math.PI * n) / 20_000
    return `${(50.73 + 0.05 * Math.sin(turn)).toFixed(8)},${(-2.76 + 0.05 * Math.cos(turn)).toFixed(8)}`
  })
  const body = new URLSearchParams({ poly: corners.join(':'), date: '2018-12' })
  const from = performance.now()
  const crimes = (await read('/crimes-street/all-crime', { method: 'POST', body })) as unknown[]
  const took = performance.now() - from
  t.diagnostic(`${crimes.length} crimes in ${Math.round(took)} ms`)
  assert.ok(crimes.length > 50 && took < 2_000)
}

async function isOpen({ look }: Api) {
  const headers = { origin: 'https://map.example.org', 'sec-fetch-site': 'cross-site' }
  const body = new URLSearchParams({ poly: square })
  for (const init of [{ headers }, { headers, method: 'POST', body }]) {
    const answer = await look(`/crimes-street/all-crime?${bridport}`, init)
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [200, '*'])
    assert.deepEqual([answer.headers.get('content-encoding'), answer.headers.get('set-cookie')], ['gzip', null])
  }
  const plain = await look(`/crimes-street/all-crime?${bridport}`, { headers: { 'accept-encoding': 'identity' } })
  assert.equal(plain.headers.get('content-encoding'), null)
}

/** Reads as published clients do, each of which fails on what it does not expect. */
async function isReadByClients({ read }: Api) {
  const { forces, force, officers, neighbourhood, boundary, events, priorities } = readByClients
  for (const { id } of forces.parse(await read('/forces'))) {
    force.parse(await read(`/forces/${id}`))
    officers.parse(await read(`/forces/${id}/people`))
    for (const each of forces.parse(await read(`/${id}/neighbourhoods`)).slice(0, 12)) {
      const path = `/${id}/${each.id}`
      neighbourhood.parse(await read(path))
      boundary.parse(await read(`${path}/boundary`))
      officers.parse(await read(`${path}/people`))
      priorities.parse(await read(`${path}/priorities`))
      const starts = events.parse(await read(`${path}/events`)).map((event) => event.start_date)
      assert.deepEqual(starts, starts.toSorted())
    }
  }
  const categories = forces.parse(asNamed(await read('/crime-categories'))).map(({ id }) => id)
  const crimes = readByClients.crimes.parse(await read(`/crimes-street/all-crime?${bridport}`))
  assert.ok(crimes.length > 0 && crimes.every(({ category }) => categories.includes(category)))
  const outcomes = readByClients.outcomes.parse(await read(`/outcomes-at-location?${bridport}&date=2018-12`))
  const known = outcomes.find(({ crime }) => crime.persistent_id !== '')
  const { crime } = readByClients.case.parse(await read(`/outcomes-for-crime/${known?.crime.persistent_id}`))
  assert.deepEqual(crime, known?.crime)
}

const asNamed = (categories: unknown) =>
  (categories as { url: string; name: string }[]).map(({ url, name }) => ({ id: url, name }))

test('clients of the national interface are answered as they are nationally', async (t) => {
  const site = await api(t)
  await t.test('each answer has the keys, types and kinds of text of the documented one', () =>
    answersAsDocumented(site),
  )
  await t.test('what published clients read is there and is what they take it for', () => isReadByClients(site))
  await t.test('a mile of street lies within an area around it, asked by address or by form', () => findsCrime(site))
  await t.test('what cannot be answered has the status and the words it has nationally', () =>
    refusesAsNationally(site),
  )
  await t.test('an area of twenty thousand corners is answered at once', (within) => answersLargeAreas(site, within))
  await t.test('pages of any site may ask, and answers are zipped where that is asked for', () => isOpen(site))
})

test('an address that asks more than thirty times at once is turned away, and only here', async (t) => {
  const { look } = await api(t, { RATE_LIMITS: 'on' })
  const statuses = await Promise.all(Array.from({ length: 60 }, async () => (await look('/crime-categories')).status))
  const turnedAway = statuses.filter((status) => status === 429).length
  assert.ok(turnedAway >= 10 && turnedAway <= 30, `${turnedAway} of 60 were turned away`)
  assert.equal((await look('/v1/forces')).status, 200)
})

test('the document names each address that there is, and no other', async () => {
  const text = await readFile(join(root, 'docs', 'national-api.md'), 'utf8')
  const told = [...text.matchAll(/^\| `((?:GET|POST)(?:, POST)?) (\/api\/[^`]*)`/gm)].flatMap(
    ([, methods = '', path]) => methods.split(', ').map((method) => `${method} ${path}`),
  )
  const served = nationalApiRoutes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  assert.deepEqual(told.toSorted(), served.toSorted())
})
