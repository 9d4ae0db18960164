import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { saveBoundaries } from '#areas/boundaries.sql.ts'
import { keepCrime } from '#crime/keep-crime.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, hidden, saturday, wordsOf } from '../../test/support/desk.ts'
import { silenceRoutes } from './silence.routes.ts'

const own = '/desk/dorset/west-dorset/silence'
const loading = { at: saturday, by: null, source: 'a test', fictional: false }

/** West Town has 3 of 4 engagements and 3 of 12 crimes, East Town the rest; North Town has no boundary. */
async function desk(t: TestContext) {
  const found = await deskOf(t, silenceRoutes)
  await found.db`
    insert into neighbourhood (force_id, id, name, team_id) values ('dorset', 'W', 'West Town', 'dorset/west-dorset'),
      ('dorset', 'E', 'East Town', 'dorset/west-dorset'), ('dorset', 'N', 'North Town', 'dorset/west-dorset')`
  await bound(found.db)
  await meet(found.db, 'W', 10, 2)
  await meet(found.db, 'W', 5, 1)
  await meet(found.db, 'W', null, null)
  await meet(found.db, 'E', 4, 0)
  await meet(found.db, 'N', null, null)
  await meet(found.db, null, 2, 2)
  await transaction(found.db, (sql) => keepCrime(sql, 'dorset', [october], loading))
  return found
}

const crimeAt = (line: number, longitude: number, category: string) => {
  const location = { longitude, latitude: 50.5 }
  return { line, category, location, placeName: null, reference: null, lsoa: null, outcome: null, context: null }
}
const october = {
  month: day('2026-10-01'),
  crimes: Array.from({ length: 12 }, (_, n) => crimeAt(n + 2, n < 3 ? -2.9 : -2.1, n < 9 ? 'Drugs' : 'Burglary')),
}

async function bound(db: Database) {
  const square = (west: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 50],
        [west + 0.5, 50],
        [west + 0.5, 51],
        [west, 51],
        [west, 50],
      ],
    ],
  })
  const boundaries = [
    { neighbourhoodId: 'W', geometry: square(-3), population: 900 },
    { neighbourhoodId: 'E', geometry: square(-2.5), population: null },
  ]
  await saveBoundaries(db, 'dorset', boundaries, {
    validFrom: day('2020-01-01'),
    source: 'a test',
    at: saturday,
    by: null,
  })
}

const meet = (db: Database, neighbourhood: string | null, spokeWith: number | null, concerns: number | null) => db`
  insert into engagement (id, team_id, title, method, held_on, place, neighbourhood_id, reached, spoke_with,
    raised_a_concern, led_by, recorded_at)
  values (gen_random_uuid(), 'dorset/west-dorset', 'A talk', 'drop-in', '2026-10-14', 'Somewhere', ${neighbourhood},
    ${spokeWith}, ${spokeWith}, ${concerns}, 'police', ${saturday})`

test('a team sees each neighbourhood with its figures, the gap, and what no figure can be told of', async (t) => {
  const { as } = await desk(t)
  const words = wordsOf((await (await as('sergeant')).look(own)).body)
  assert.match(words, /November 2025 to October 2026: 50 % of engagement lies as crime does, and 75 % as concerns do\./)
  assert.match(words, /Of 11 months of November 2025 to October 2026 no crime is known yet\./)
  assert.match(words, /No crime can be told of North Town: a boundary or the month’s file is missing\./)
  assert.match(words, /1 engagement names no neighbourhood of these and is left out\./)
  assert.match(
    words,
    /East Town 1 4 0 9 25 % 75 % 0 % \+50 ▲▲ : far less engagement than crime or concern not known West Town 3 15 1 without a figure 3 3 75 % 25 % 100 % \+25 ▲▲ : far less engagement than crime or concern 900 North Town 1 not known 1 without a figure not known not known unknown unknown unknown \?/,
  )
  assert.match(
    words,
    /How the 50 % is made up Where Engagements, % Crime, % The smaller East Town 25\.0 75\.0 25\.0 West Town 75\.0 25\.0 25\.0 All 50\.0/,
  )
})

test('a suggestion leads to a plan that is filled in already', async (t) => {
  const { as } = await desk(t)
  const { body } = await (await as('sergeant')).look(own)
  assert.match(wordsOf(body), /East Town : 75 % of crime, 25 % of engagements\. Plan a street corner meeting\./)
  const query = new URLSearchParams({
    title: 'Street corner meeting, East Town',
    method: 'street corner meeting',
    place: 'East Town',
  })
  assert.ok(body.includes(`/desk/dorset/west-dorset/events/new?${String(query).replaceAll('&', '&amp;')}`))
})

test('the map shades what has a boundary, and leads to the table', async (t) => {
  const { as } = await desk(t)
  const { body } = await (await as('pcso')).look(own)
  const areas = [
    ...body.matchAll(/<a href="#(\S+)" aria-label="([^"]+)"><path class="silence-map__area silence-map__area--(\w+)"/g),
  ]
  assert.deepEqual(
    areas.map(([, href, label, level]) => [href, label, level]),
    [
      ['place-E', 'East Town: far less engagement than crime or concern', 'silent'],
      ['place-W', 'West Town: far less engagement than crime or concern', 'silent'],
    ],
  )
  assert.ok(body.includes('id="place-E"') && body.includes('id="place-W"'))
})

test('a supervisor records that the map was compared (R07), once a day, with the figures of the moment', async (t) => {
  const { db, as } = await desk(t)
  const sergeant = await as('sergeant')
  const { body } = await sergeant.look(own)
  const period = { from: hidden(body, 'from'), to: hidden(body, 'to') }
  const sent = await sergeant.send(`${own}/compared`, period)
  assert.deepEqual([sent.status, sent.to], [303, `${own}?from=2025-11&to=2026-10#compared`])
  await sergeant.send(`${own}/compared`, period)
  const kept =
    await db`select chain, kind, happened_on as on, quantities, subjects, recorded_by as by, source from evidence`
  const source = 'silence/dorset/west-dorset/2025-11/2026-10/2026-11-21'
  const figures = { mirrored: 50, 'concerns mirrored': 75 }
  assert.deepEqual(
    [...kept],
    [
      {
        chain: 'dorset/west-dorset',
        kind: 'engagement compared with crime',
        on: '2026-11-21',
        quantities: figures,
        subjects: [],
        by: sergeant.id,
        source,
      },
    ],
  )
  const audited =
    await db`select person_id as by, about, detail from audit where verb = 'compare engagement with crime'`
  assert.deepEqual([...audited], [{ by: sergeant.id, about: source, detail: figures }])
  assert.match(wordsOf((await sergeant.look(own)).body), /Last recorded on 21 November 2026: 50 %\./)
})

test('where there is nothing to compare, the page says so and nothing is recorded', async (t) => {
  const { db, as } = await desk(t)
  const inspector = await as('inspector')
  const purbeck = '/desk/dorset/purbeck/silence'
  const { body } = await inspector.look(purbeck)
  assert.match(
    wordsOf(body),
    /engagement cannot be compared with crime.*There is no map: no neighbourhood here has a boundary yet\./,
  )
  assert.doesNotMatch(body, /Record that we compared/)
  const sent = await inspector.send(`${purbeck}/compared`, { from: '2026-10', to: '2026-10' })
  assert.equal(sent.status, 409)
  assert.match(sent.body, /There is nothing to compare: October 2026 lacks engagements or crime\./)
  assert.equal((await db`select 1 from evidence`).length, 0)
})

test('a force sees its teams, one whose boundaries are incomplete without crime, and months the wrong way round are a mistake', async (t) => {
  const { as } = await desk(t)
  const neo = await as('neo')
  const words = wordsOf((await neo.look('/desk/dorset/silence?from=2026-10&to=2026-10')).body)
  assert.match(words, /West Dorset 6 21 2 without a figure 5 not known unknown unknown unknown \?/)
  assert.match(words, /Purbeck 0 0 0 not known/)
  const wrong = await neo.look('/desk/dorset/silence?from=2026-10&to=2026-09')
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /<a href="#to">The last month must not come before the first<\/a>/)
})

test('a team in whose area the files tell no crime at all is not told to have none', async (t) => {
  const { db, as } = await desk(t)
  await db`insert into neighbourhood (force_id, id, name, team_id) values ('dorset', 'P', 'Purbeck', 'dorset/purbeck')`
  await bound(db)
  await db`update neighbourhood_boundary set neighbourhood_id = 'P' where neighbourhood_id = 'E'`
  await db`update neighbourhood set team_id = null where id in ('E', 'N')`
  const neo = await as('neo')
  const told = async () => wordsOf((await neo.look('/desk/dorset/silence?from=2026-10&to=2026-10')).body)
  assert.match(await told(), /Purbeck 0 0 0 not known/)
  await db`insert into crime_count (force_id, month, neighbourhood_id, category, crimes)
    values ('dorset', '2026-10-01', 'P', 'Drugs', 4)`
  assert.doesNotMatch(await told(), /Purbeck 0 0 0 not known/)
})

test('a team’s map is seen by its own people and those above, and compared by supervisors', async (t) => {
  const { as } = await desk(t)
  const period = { from: '2026-10', to: '2026-10' }
  const statuses = []
  for (const [role, team] of [
    ['pcso', 'dorset/west-dorset'],
    ['sergeant', 'dorset/purbeck'],
    ['volunteer', 'dorset/west-dorset'],
    ['smt', null],
    ['opcc', null],
    ['neo', null],
  ] as const) {
    const person = await as(role, team)
    statuses.push([role, (await person.look(own)).status, (await person.send(`${own}/compared`, period)).status])
  }
  assert.deepEqual(statuses, [
    ['pcso', 200, 403],
    ['sergeant', 403, 403],
    ['volunteer', 200, 403],
    ['smt', 200, 403],
    ['opcc', 403, 403],
    ['neo', 200, 303],
  ])
})
