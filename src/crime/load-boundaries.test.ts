import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { deskOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { boundaryRoutes } from './load-boundaries.routes.ts'

const boundaries = '/desk/dorset/boundaries'
const since2020 = { 'from-day': '1', 'from-month': '1', 'from-year': '2020' }
const corners = (west: number, east: number) => `${west},50 ${east},50 ${east},50.5 ${west},50.5 ${west},50`
const placemark = (name: string, west: number, east: number) =>
  `<Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${corners(west, east)}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`
const kml = (...placemarks: string[]) => `<kml><Document>${placemarks.join('')}</Document></kml>`

async function desk(t: TestContext) {
  const found = await deskOf(t, boundaryRoutes)
  await found.db`
    insert into neighbourhood (force_id, id, name, team_id) values
      ('dorset', 'W', 'West Town', 'dorset/west-dorset'), ('dorset', 'E', 'East Town', 'dorset/west-dorset'),
      ('dorset', 'N', 'North Town', null)`
  return found
}

test('a KML is looked at with its areas and overlaps before anything is kept, and kept once however often that is pressed', async (t) => {
  const { db, as } = await desk(t)
  const chief = await as('administrator')
  const read = await chief.upload(
    boundaries,
    kml(placemark('West Town', -3, -2.5), placemark('East Town', -2.6, -2)),
    'doc.kml',
    since2020,
  )
  assert.equal(read.status, 303)
  const words = wordsOf((await chief.look(read.to ?? '')).body)
  assert.match(
    words,
    /Check 2 boundaries before keeping From doc\.kml, to hold from 1 January 2020\. Nothing is kept yet\. 1 other neighbourhood keeps what it has\./,
  )
  assert.match(words, /West Town and East Town overlap by 395 km²\./)
  assert.match(words, /West Town 1,977 km² 1 4 East Town 2,372 km² 1 4/)
  assert.equal((await db`select 1 from neighbourhood_boundary`).length, 0)
  for (const _ of [1, 2]) assert.deepEqual((await chief.send(read.to ?? '', {})).to, boundaries)
  assert.equal((await chief.look(read.to ?? '')).status, 404)
  const kept =
    await db`select neighbourhood_id as id, source, valid_from as from from neighbourhood_boundary order by 1`
  assert.deepEqual(
    [...kept],
    [
      { id: 'E', source: 'doc.kml', from: '2020-01-01' },
      { id: 'W', source: 'doc.kml', from: '2020-01-01' },
    ],
  )
  assert.equal((await db`select 1 from audit where verb = 'load boundaries'`).length, 1)
})

test('a neighbourhood’s boundaries are shown with the days between which each held', async (t) => {
  const { as } = await desk(t)
  const chief = await as('administrator')
  for (const [year, east] of [
    ['2020', -2.5],
    ['2026', -2.8],
  ] as const) {
    const read = await chief.upload(boundaries, kml(placemark('West Town', -3, east)), `${year}.kml`, {
      ...since2020,
      'from-year': year,
    })
    await chief.send(read.to ?? '', {})
  }
  const shown = await chief.look(`${boundaries}/W`)
  assert.match(
    wordsOf(shown.body),
    /Boundary of West Town Since 1 January 2026 Area 791 km² Parts and holes 1 part, no hole, 4 corners From 2026\.kml Loaded 21 November 2026 Since 1 January 2020, until 1 January 2026 Area 1,977 km²/,
  )
  assert.equal(shown.body.match(/<path class="find-map__area"/g)?.length, 2)
  assert.match(wordsOf((await chief.look(`${boundaries}/N`)).body), /It has no boundary yet\./)
  assert.equal((await chief.look(`${boundaries}/Z`)).status, 404)
})

test('boundaries that nobody kept for a day are gone, and nobody keeps those of another force', async (t) => {
  const { db, as } = await desk(t)
  const chief = await as('administrator')
  await db`insert into force (id, name) values ('kent', 'Kent Police')`
  const first = await chief.upload(boundaries, kml(placemark('West Town', -3, -2.5)), 'a.kml', since2020)
  await chief.send((first.to ?? '').replace('dorset', 'kent'), {})
  assert.equal((await db`select 1 from neighbourhood_boundary`).length, 0)
  await db`update boundary_preview set at = ${new Date(saturday.getTime() - 25 * 3_600_000)}`
  await chief.upload(boundaries, kml(placemark('East Town', -3, -2.5)), 'b.kml', since2020)
  assert.deepEqual(
    (await db<{ source: string }[]>`select source from boundary_preview`).map(({ source }) => source),
    ['b.kml'],
  )
})

test('every file that cannot be read is told by its name, and a KML with entities loads nothing', async (t) => {
  const { db, as } = await desk(t)
  const chief = await as('administrator')
  const sly = kml(placemark('&x;', -3, -2.5)).replace(
    '<kml>',
    '<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>',
  )
  const sent = await chief.upload(boundaries, sly, 'sly.kml', since2020)
  assert.equal(sent.status, 422)
  assert.match(
    wordsOf(sent.body),
    /Nothing was loaded\..* sly\.kml: the file declares a document type or entities, which may lead to other files/,
  )
  assert.equal((await db`select 1 from boundary_preview`).length, 0)
})
