import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { keepCrime } from '#crime/keep-crime.ts'
import type { StreetCrime } from '#crime/street-crime.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { nationalApiRoutes } from '../national-api.routes.ts'

const reference = '7a182882427f1c4d99cfdb590e7a2ab8022fa9054bff0f6afeaa9d212beaf96b'
const square = { latitude: 50.7333, longitude: -2.7585 }
const spot = 'lat=50.7333&lng=-2.7585'
const told = {
  category: 'Drugs',
  location: square,
  placeName: 'On or near Bucky Doo Square',
  reference: null,
  lsoa: null,
  outcome: null,
  context: null,
}

const keep = (db: Database, month: string, crimes: readonly Partial<StreetCrime>[], fictional = false) =>
  transaction(db, (sql) =>
    keepCrime(
      sql,
      'dorset',
      [{ month: day(`${month}-01`), crimes: crimes.map((crime, n) => ({ ...told, line: n + 2, ...crime })) }],
      { source: `${month}.csv`, fictional, at: saturday, by: null },
    ),
  )

type Crime = Readonly<Record<string, unknown>> & {
  readonly id: number
  readonly location: { readonly street: { readonly id: number } }
}

async function api(t: TestContext) {
  const { db, server } = await deskOf(t, nationalApiRoutes)
  const status = async (path: string) => (await server.inject(`/api${path}`)).statusCode
  const read = async <Answer = Crime[]>(path: string): Promise<Answer> => (await server.inject(`/api${path}`)).json()
  return { db, status, read }
}

test('a crime is told as its publisher told it, under the numbers that we gave it and its place', async (t) => {
  const { db, read } = await api(t)
  await keep(db, '2026-10', [
    { reference, outcome: 'Under investigation', context: 'Reported late' },
    { category: 'Cattle rustling', placeName: null, outcome: 'Put in the stocks' },
    { category: 'Anti-social behaviour', location: null },
  ])
  const [rustling, drugs] = await read('/crimes-street/all-crime?' + spot)
  const { street, ...degrees } = (drugs as Crime).location
  assert.deepEqual(degrees, { latitude: '50.733300', longitude: '-2.758500' })
  assert.deepEqual(street, { id: street.id, name: 'On or near Bucky Doo Square' })
  const shared = { location_type: 'Force', location_subtype: '', month: '2026-10' }
  assert.deepEqual(drugs, {
    ...shared,
    category: 'drugs',
    location: { ...degrees, street },
    context: 'Reported late',
    outcome_status: { category: 'Under investigation', date: '2026-10' },
    persistent_id: reference,
    id: drugs?.id,
  })
  const unnamed = (rustling as Crime).location.street
  assert.notEqual(unnamed.id, street.id)
  assert.deepEqual(rustling, {
    ...shared,
    category: 'other-crime',
    location: { ...degrees, street: { id: unnamed.id, name: 'No location name held' } },
    context: '',
    outcome_status: null,
    persistent_id: '',
    id: rustling?.id,
  })
  const [nowhere, ...more] = await read('/crimes-no-location?force=dorset&category=all-crime')
  assert.deepEqual(more, [])
  const { category, location, location_type: type } = nowhere as Crime
  assert.deepEqual([category, location, type], ['anti-social-behaviour', null, null])
  assert.deepEqual(await read('/crimes-no-location?force=dorset&category=drugs'), [])
})

test('a crime and its street keep their numbers when the month is loaded again, and when another is', async (t) => {
  const { db, read } = await api(t)
  const months = [{ reference }, { category: 'Burglary' }]
  await keep(db, '2026-09', months)
  const before = await read(`/crimes-street/all-crime?${spot}&date=2026-09`)
  await keep(db, '2026-10', months)
  await keep(db, '2026-09', months)
  assert.deepEqual(await read(`/crimes-street/all-crime?${spot}&date=2026-09`), before)
  const october = await read(`/crimes-street/all-crime?${spot}`)
  assert.equal(new Set([...before, ...october].map(({ id }) => id)).size, 4)
  assert.equal(new Set([...before, ...october].map(({ location }) => location.street.id)).size, 1)
  assert.deepEqual(await read('/crime-last-updated'), { date: '2026-10-01' })
  assert.deepEqual(await read('/crimes-street-dates'), [
    { date: '2026-10', 'stop-and-search': [] },
    { date: '2026-09', 'stop-and-search': [] },
  ])
})

test('a mile is measured along the earth, and a place a little farther is not within it', async (t) => {
  const { db, read } = await api(t)
  const north = (metres: number) => ({ ...square, latitude: square.latitude + metres / 111_195 })
  const east = (metres: number) => ({
    ...square,
    longitude: square.longitude + metres / (111_195 * Math.cos((50.7333 * Math.PI) / 180)),
  })
  await keep(db, '2026-10', [
    { location: north(1_600), category: 'Burglary' },
    { location: north(1_620), category: 'Robbery' },
    { location: east(1_600), category: 'Shoplifting' },
    { location: east(1_620), category: 'Drugs' },
    { location: { latitude: north(1_200).latitude, longitude: east(1_200).longitude }, category: 'Public order' },
  ])
  const near = await read('/crimes-street/all-crime?' + spot)
  assert.deepEqual(
    near.map(({ category }) => category),
    ['burglary', 'shoplifting'],
  )
})

test('each type is found under its own address, and what is new to us among other crime', async (t) => {
  const { db, read } = await api(t)
  await keep(db, '2026-10', [{}, { category: 'Other crime' }, { category: 'Cattle rustling' }])
  const count = async (url: string) => (await read(`/crimes-street/${url}?${spot}`)).length
  assert.deepEqual(
    [await count('drugs'), await count('other-crime'), await count('robbery'), await count('all-crime')],
    [1, 2, 0, 3],
  )
  const known = (await read<{ url: string }[]>('/crime-categories')).map(({ url }) => url)
  const told = await read(`/crimes-street/all-crime?${spot}`)
  assert.ok(told.every(({ category }) => known.includes(String(category))))
})

test('an outcome is told with its code and its crime, and one that has no code is not told', async (t) => {
  const { db, read } = await api(t)
  const outcome = 'Offender given a caution'
  await keep(db, '2026-10', [{ reference, outcome }, { outcome: 'Put in the stocks' }, {}])
  const [first, ...more] = await read<{ crime: Crime }[]>('/outcomes-at-location?' + spot)
  assert.deepEqual(more, [])
  const alone = { category: { code: 'cautioned', name: outcome }, date: '2026-10', person_id: null }
  assert.deepEqual(first, { ...alone, crime: first?.crime })
  assert.equal(Object.hasOwn(first?.crime ?? {}, 'outcome_status'), false)
  assert.deepEqual(await read(`/outcomes-for-crime/${reference}`), { crime: first?.crime, outcomes: [alone] })
  const place = first?.crime.location.street.id
  assert.deepEqual(await read(`/outcomes-at-location?location_id=${place}`), [first])
  assert.equal((await read(`/crimes-at-location?location_id=${place}`)).length, 3)
  assert.equal((await read('/crimes-at-location?lat=50.8&lng=-2.9')).length, 3, 'the nearest place, however far')
})

test('no record refers to a crime, and nothing but this interface reads one with its reference', async (t) => {
  const { db } = await api(t)
  const refers = await db`select conrelid::regclass::text as by from pg_constraint where confrelid = 'crime'::regclass`
  assert.deepEqual([...refers], [])
  const src = join(import.meta.dirname, '..', '..')
  const readers = globSync('**/*.ts', { cwd: src }).filter(
    (file) => !file.endsWith('.test.ts') && readFileSync(join(src, file), 'utf8').includes('street-crimes.sql.ts'),
  )
  assert.deepEqual([...new Set(readers.map((file) => file.split('/')[0]))], ['national-api'])
})

test('crime that was invented for a demonstration says so', async (t) => {
  const { db, read } = await api(t)
  await keep(db, '2026-10', [{}], true)
  const [crime] = await read('/crimes-street/all-crime?' + spot)
  assert.equal(crime?.['context'], 'Fictional: this did not happen')
})

test('before any crime is known nothing breaks', async (t) => {
  const { status } = await api(t)
  for (const path of ['/crime-last-updated', `/crimes-street/all-crime?${spot}`, `/crimes-at-location?${spot}`])
    assert.equal(await status(path), 404, path)
  for (const path of ['/crimes-street-dates', '/crime-categories', '/forces']) assert.equal(await status(path), 200)
})

test('ten thousand crimes are answered, one more is too many, and a mile among seventy thousand is found at once', async (t) => {
  const { db, status, read } = await api(t)
  await keep(
    db,
    '2026-09',
    Array.from({ length: 10_000 }, () => ({})),
  )
  await keep(
    db,
    '2026-08',
    Array.from({ length: 10_001 }, () => ({})),
  )
  assert.equal((await read(`/crimes-street/all-crime?${spot}&date=2026-09`)).length, 10_000)
  assert.equal(await status(`/crimes-street/all-crime?${spot}&date=2026-08`), 503)
  const spread = (n: number) => ({
    location: { latitude: 50.6 + (n % 251) / 1_000, longitude: -3 + (n % 997) / 1_000 },
    placeName: `On or near Lane ${n % 5_003}`,
  })
  await keep(
    db,
    '2026-10',
    Array.from({ length: 70_000 }, (_, n) => spread(n)),
  )
  await db`analyze crime, crime_place`
  const took = await Promise.all(
    ['', '&date=2026-10', ''].map(async (date) => {
      const from = performance.now()
      assert.ok((await read(`/crimes-street/all-crime?${spot}${date}`)).length > 100)
      return performance.now() - from
    }),
  )
  t.diagnostic(`${Math.round(Math.min(...took))} ms`)
  assert.ok(Math.min(...took) < 500)
})
