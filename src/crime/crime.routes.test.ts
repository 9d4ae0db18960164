import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { deskOf, wordsOf } from '../../test/support/desk.ts'
import { crimeRoutes } from './crime.routes.ts'
import { boundaryRoutes } from './load-boundaries.routes.ts'

const crime = '/desk/dorset/crime'
const boundaries = '/desk/dorset/boundaries'
const head =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n'
const line = (month: string, x: number | '', y: number | '', type = 'Drugs') =>
  `f00d,${month},Dorset Police,Dorset Police,${x},${y},On or near High Street,E01020400,West Dorset 006A,${type},,\n`

const ring = (west: number, east: number) => [
  [west, 50],
  [east, 50],
  [east, 51],
  [west, 51],
  [west, 50],
]
const boundaryOf = (id: string, west: number, east: number) => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Polygon', coordinates: [ring(west, east)] },
})
const fileOf = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const since2020 = { 'from-day': '1', 'from-month': '1', 'from-year': '2020' }

type Person = Awaited<ReturnType<Awaited<ReturnType<typeof deskOf>>['as']>>

/** Chooses a file of boundaries, looks at what was read, and keeps it. */
async function load(chief: Person, text: string, filename: string, from: Record<string, string>) {
  const read = await chief.upload(boundaries, text, filename, from)
  assert.equal(read.status, 303)
  return chief.send(read.to ?? '', {})
}

async function desk(t: TestContext) {
  const found = await deskOf(t, [...crimeRoutes, ...boundaryRoutes])
  await found.db`
    insert into neighbourhood (force_id, id, name, team_id) values
      ('dorset', 'W', 'West Town', 'dorset/west-dorset'), ('dorset', 'E', 'East Town', 'dorset/west-dorset')`
  return found
}

const counted = async (db: Database) =>
  (
    await db<{ month: string; n: string | null; category: string; crimes: number }[]>`
      select month, neighbourhood_id as n, category, crimes from crime_count
      order by month, neighbourhood_id nulls last, category`
  ).map(({ month, n, category, crimes }) => `${month.slice(0, 7)} ${n ?? 'nowhere'} ${category} ${crimes}`)

test('crime is counted where boundaries say, and what lies in none or has no place is told', async (t) => {
  const { db, as } = await desk(t)
  const chief = await as('administrator')
  const loaded = await load(chief, fileOf(boundaryOf('W', -3, -2.5), boundaryOf('E', -2.5, -2)), 'b.geojson', since2020)
  assert.deepEqual([loaded.status, loaded.to], [303, boundaries])
  const month = [
    line('2026-10', -2.9, 50.5),
    line('2026-10', -2.8, 50.5),
    line('2026-10', -2.1, 50.5, 'Cattle rustling'),
    line('2026-10', -1.5, 50.5),
    line('2026-10', '', ''),
  ]
  const sent = await chief.upload(crime, head + month.join(''), '2026-10-dorset-street.csv')
  assert.deepEqual([sent.status, sent.to], [303, crime])
  assert.deepEqual(await counted(db), ['2026-10 E Cattle rustling 1', '2026-10 W Drugs 2', '2026-10 nowhere Drugs 2'])
  assert.match(
    wordsOf((await chief.look(crime)).body),
    /October 2026 5 1 1 2026-10-dorset-street\.csv Crime types that are new to us: Cattle rustling 21 November 2026/,
  )
  const audited =
    await db`select verb, about, detail, person_id as by from audit where verb like '%crime' or verb like '%boundaries'`
  assert.deepEqual(
    [...audited],
    [
      {
        verb: 'load boundaries',
        about: 'force/dorset',
        detail: { from: '2020-01-01', neighbourhoods: ['W', 'E'] },
        by: chief.id,
      },
      {
        verb: 'import crime',
        about: 'force/dorset',
        detail: { month: '2026-10-01', crimes: 5, replaced: false },
        by: chief.id,
      },
    ],
  )
})

test('a month that is loaded again takes the place of the whole month, and of no other', async (t) => {
  const { db, as } = await desk(t)
  const neo = await as('neo')
  await neo.upload(crime, head + line('2026-09', -2.9, 50.5) + line('2026-09', -2.9, 50.5), 'september.csv')
  await neo.upload(crime, head + line('2026-10', -2.9, 50.5).repeat(3), 'october.csv')
  await neo.upload(crime, head + line('2026-10', -2.1, 50.5, 'Burglary'), 'october-again.csv')
  assert.deepEqual(await counted(db), ['2026-09 nowhere Drugs 2', '2026-10 nowhere Burglary 1'])
  const kept = await db`select month, source, crimes from crime_month order by month`
  assert.deepEqual(
    [...kept],
    [
      { month: '2026-09-01', source: 'september.csv', crimes: 2 },
      { month: '2026-10-01', source: 'october-again.csv', crimes: 1 },
    ],
  )
})

test('a file with one broken line loads nothing and leaves the month as it was, every broken line told', async (t) => {
  const { db, as } = await desk(t)
  const neo = await as('neo')
  await neo.upload(crime, head + line('2026-10', -2.9, 50.5), 'october.csv')
  const broken = head + line('2026-10', -2.9, 50.5) + line('2026-10', 50.7, -2.4) + line('2026-09', -2.9, 50.5)
  const sent = await neo.upload(crime, broken, 'broken.csv')
  assert.equal(sent.status, 422)
  assert.match(
    wordsOf(sent.body),
    /2 lines to put right Nothing was loaded\..*broken\.csv 3 50\.7, -2\.4: latitude and longitude are swapped broken\.csv 4 is of 2026-09, and the lines before of 2026-10/,
  )
  assert.deepEqual(await counted(db), ['2026-10 nowhere Drugs 1'])
  assert.match((await neo.upload(crime, '', '')).body, /<a href="#file">Choose at least one CSV file<\/a>/)
})

test('when boundaries change, crime that is known already is placed anew, each month by the boundaries of its time', async (t) => {
  const { db, as } = await desk(t)
  const chief = await as('administrator')
  await chief.upload(crime, head + line('2026-09', -2.9, 50.5), 'september.csv')
  await chief.upload(crime, head + line('2026-10', -2.9, 50.5), 'october.csv')
  await load(chief, fileOf(boundaryOf('W', -3, -2.5), boundaryOf('E', -2.5, -2)), 'old.geojson', since2020)
  assert.deepEqual(await counted(db), ['2026-09 W Drugs 1', '2026-10 W Drugs 1'])
  const october = { 'from-day': '1', 'from-month': '10', 'from-year': '2026' }
  const swapped = fileOf(boundaryOf('W', -2.5, -2), boundaryOf('E', -3, -2.5))
  await load(chief, swapped, 'new.geojson', october)
  assert.deepEqual(await counted(db), ['2026-09 W Drugs 1', '2026-10 E Drugs 1'])
  assert.match(wordsOf((await chief.look(boundaries)).body), /East Town E Since 1 October 2026, from new\.geojson/)
})

test('boundaries with a fault, without a day or without a file change nothing and say what to do', async (t) => {
  const { db, as } = await desk(t)
  const chief = await as('administrator')
  const faulty = await chief.upload(boundaries, fileOf(boundaryOf('W', 50, 51)), 'b.geojson', since2020)
  assert.equal(faulty.status, 422)
  assert.match(
    wordsOf(faulty.body),
    /Nothing was loaded\..*b\.geojson: feature 1 has the corner 50, 50: the place lies outside the United Kingdom\./,
  )
  const undated = await chief.upload(boundaries, fileOf(boundaryOf('W', -3, -2)), 'b.geojson', { 'from-day': '3' })
  assert.match(undated.body, /<a href="#from">Enter a real day, such as 1 4 2026<\/a>/)
  assert.match(undated.body, /name="from-day"[^>]* value="3"/)
  assert.match(
    (await chief.upload(boundaries, '', '', since2020)).body,
    /<a href="#file">Choose a KML or GeoJSON file<\/a>/,
  )
  assert.equal((await db`select 1 from neighbourhood_boundary`).length, 0)
})

test('a large force’s month of seventy thousand crimes is loaded in one go', async (t) => {
  const { db, as } = await desk(t)
  const neo = await as('neo')
  const lines = Array.from({ length: 70_000 }, (_, n) => line('2026-10', -3 + (n % 997) / 1_000, 50.5))
  assert.equal((await neo.upload(crime, head + lines.join(''), 'large.csv')).status, 303)
  assert.deepEqual(await counted(db), ['2026-10 nowhere Drugs 70000'])
})

test('crime is loaded by those who look after a force, and boundaries by administrators alone', async (t) => {
  const { as } = await desk(t)
  const statuses = []
  for (const role of ['pcso', 'sergeant', 'opcc', 'neo', 'inspector', 'administrator'] as const) {
    const person = await as(role)
    statuses.push([role, (await person.look(crime)).status, (await person.look(boundaries)).status])
  }
  assert.deepEqual(statuses, [
    ['pcso', 403, 403],
    ['sergeant', 403, 403],
    ['opcc', 403, 403],
    ['neo', 200, 403],
    ['inspector', 200, 403],
    ['administrator', 200, 200],
  ])
})
