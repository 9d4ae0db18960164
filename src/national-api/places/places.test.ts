import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import type { Boundary } from '#areas/boundary.ts'
import { saveBoundaries } from '#areas/boundaries.sql.ts'
import { savePlanned } from '#engagements/planned/planned-engagements.sql.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import type { Database } from '#platform/database/database.ts'
import { addDays, day } from '#platform/day.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { nationalApiRoutes } from '../national-api.routes.ts'

const today = day('2026-11-21')

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

async function api(t: TestContext) {
  const { db, server } = await deskOf(t, nationalApiRoutes)
  await db`
    insert into neighbourhood (force_id, id, name, team_id) values
      ('dorset', 'W', 'West & Town', 'dorset/west-dorset'), ('dorset', 'E', 'East Town', 'dorset/west-dorset'),
      ('dorset', 'N', 'North Town', null)`
  const read = async (path: string): Promise<unknown> => (await server.inject(`/api${path}`)).json()
  return { db, read }
}

const bound = (db: Database, ...boundaries: readonly Boundary[]) =>
  saveBoundaries(db, 'dorset', boundaries, { validFrom: day('2020-01-01'), source: 'test', at: saturday, by: null })

const west: Boundary = {
  neighbourhoodId: 'W',
  geometry: {
    type: 'MultiPolygon',
    coordinates: [[ring(-3, 50, 0.1)], [ring(-2.5, 50.5, 0.5), ring(-2.4, 50.6, 0.1)]],
  },
  population: 4_200,
}
const east: Boundary = {
  neighbourhoodId: 'E',
  geometry: { type: 'Polygon', coordinates: [ring(-2, 50.5, 0.25)] },
  population: null,
}

test('a boundary is the outer ring of its largest part, closed, in ten decimals, and the centre is its middle', async (t) => {
  const { db, read } = await api(t)
  await bound(db, west, east)
  const corner = (longitude: string, latitude: string) => ({ latitude, longitude })
  assert.deepEqual(await read('/dorset/W/boundary'), [
    corner('-2.5000000000', '50.5000000000'),
    corner('-2.0000000000', '50.5000000000'),
    corner('-2.0000000000', '51.0000000000'),
    corner('-2.5000000000', '51.0000000000'),
    corner('-2.5000000000', '50.5000000000'),
  ])
  const { centre, population } = (await read('/dorset/W')) as Record<string, unknown>
  assert.deepEqual([centre, population], [{ latitude: '50.750000', longitude: '-2.250000' }, '4200'])
  assert.deepEqual(await read('/locate-neighbourhood?q=50.55,-1.9'), { force: 'dorset', neighbourhood: 'E' })
  assert.deepEqual(await read('/locate-neighbourhood?q=50.05,-2.95'), { force: 'dorset', neighbourhood: 'W' })
})

test('a neighbourhood of which little is known has every key, and only texts in it', async (t) => {
  const { read } = await api(t)
  assert.deepEqual(await read('/dorset/N'), {
    url_force: 'http://localhost:3000/dorset',
    contact_details: {},
    name: 'North Town',
    links: [],
    centre: { latitude: '', longitude: '' },
    locations: [],
    description: null,
    id: 'N',
    population: '0',
  })
  for (const part of ['boundary', 'people', 'events', 'priorities'])
    assert.deepEqual(await read(`/dorset/N/${part}`), [], part)
  assert.deepEqual(await read('/dorset/neighbourhoods'), [
    { id: 'E', name: 'East Town' },
    { id: 'N', name: 'North Town' },
    { id: 'W', name: 'West & Town' },
  ])
  assert.deepEqual(await read('/forces/dorset'), {
    description: null,
    url: '',
    engagement_methods: [],
    telephone: '',
    id: 'dorset',
    name: 'Dorset Police',
  })
})

test('how to reach a team and where to find it is told as its page tells it, and an unknown position is empty', async (t) => {
  const { db, read } = await api(t)
  const contact = { email: 'west@example.org', telephone: '101', report: 'https://example.org/report' }
  await db`insert into team_facts (team_id, contact) values ('dorset/west-dorset', ${db.json(contact)})`
  await db`insert into team_link (id, team_id, title, url) values (${randomUUID()}, 'dorset/west-dorset', 'Council', 'https://example.org/')`
  await db`
    insert into team_location (id, team_id, name, type, address, postcode, location)
    values (${randomUUID()}, 'dorset/west-dorset', 'Old Station', 'station', '1 High Street', 'DT6 3XX', null)`
  const told = (await read('/dorset/W')) as Record<string, unknown>
  assert.deepEqual(told['contact_details'], { email: 'west@example.org', telephone: '101' })
  assert.deepEqual(told['links'], [{ url: 'https://example.org/', description: '', title: 'Council' }])
  assert.deepEqual(told['locations'], [
    {
      name: 'Old Station',
      latitude: '',
      longitude: '',
      postcode: 'DT6 3XX',
      address: '1 High Street',
      telephone: '',
      type: 'station',
      description: '',
    },
  ])
})

test('an officer is told of only where somebody agreed, with markup in their words made harmless', async (t) => {
  const { db, read } = await api(t)
  const officer = (name: string, agreed: string | null) => db`
    insert into team_officer (id, team_id, name, rank, bio, contact, shown_from, agreed, agreed_at)
    values (${randomUUID()}, 'dorset/west-dorset', ${name}, 'PC', ${'On the beat since 2019.\n\n<b>Hello</b>'},
      ${db.json({ email: 'pc@example.org' })}, '2026-01-01', ${agreed}, ${agreed && saturday})`
  await officer('Alex Shown', 'by themselves')
  await officer('Sam Unseen', null)
  const shown = {
    bio: '<p>On the beat since 2019.</p>\n<p>&lt;b&gt;Hello&lt;/b&gt;</p>',
    contact_details: { email: 'pc@example.org' },
    name: 'Alex Shown',
    rank: 'PC',
  }
  assert.deepEqual(await read('/dorset/W/people'), [shown])
  await db`
    insert into senior_officer (id, force_id, name, rank) values (${randomUUID()}, 'dorset', 'Kim Chief', 'Chief Constable')`
  const chief = { bio: null, contact_details: {}, name: 'Kim Chief', rank: 'Chief Constable' }
  assert.deepEqual(await read('/forces/dorset/people'), [chief])
})

const plan = (change: Partial<PlannedEngagement>): PlannedEngagement => ({
  id: randomUUID(),
  seriesId: null,
  teamId: 'dorset/west-dorset',
  title: 'Surgery',
  method: 'drop-in',
  place: 'Library',
  location: null,
  accessibility: '',
  howToAsk: null,
  heldOn: addDays(today, 1),
  begins: '10:00',
  ends: '12:00',
  ledBy: 'police',
  keyEvent: false,
  communities: [],
  state: 'planned',
  moved: false,
  sequence: 0,
  reason: null,
  changedAt: saturday,
  ...change,
})

test('what is still to come is told in order on the force’s clocks, each where it is held', async (t) => {
  const { db, read } = await api(t)
  await bound(db, west, east)
  const plans = [
    plan({ title: 'Next week', heldOn: addDays(today, 7), accessibility: 'Step-free' }),
    plan({ title: 'This morning', heldOn: today, begins: '09:00', ends: '10:00' }),
    plan({ title: 'This afternoon', heldOn: today, begins: '13:00', ends: '15:00' }),
    plan({ title: 'Called off', state: 'cancelled', reason: 'Snow' }),
    plan({ title: 'In the west', location: { latitude: 50.9, longitude: -2.1 } }),
    plan({ title: 'In the east', location: { latitude: 50.6, longitude: -1.9 } }),
    plan({ title: 'At sea', location: { latitude: 50.2, longitude: -1.9 }, begins: '11:00' }),
  ]
  await savePlanned(db, plans, null)
  const events = (await read('/dorset/W/events')) as { title: string }[]
  assert.deepEqual(
    events.map(({ title }) => title),
    ['This afternoon', 'In the west', 'At sea', 'Next week'],
  )
  assert.deepEqual(events.at(-1), {
    contact_details: {},
    description: '<p>Step-free</p>',
    title: 'Next week',
    address: 'Library',
    type: 'drop-in',
    start_date: '2026-11-28T10:00:00',
    end_date: '2026-11-28T12:00:00',
  })
})

test('a priority is told with the last that the public was told of it, and one that was not set is not', async (t) => {
  const { db, read } = await api(t)
  const priority = async (title: string, state: string, setOn: string | null, neighbourhood: string | null) => {
    const id = randomUUID()
    await db`
      insert into priority (id, about, team_id, title, said, neighbourhood_id, level, state, set_on, made_at)
      values (${id}, ${`priority/${id}`}, 'dorset/west-dorset', ${title}, 'Cars race at night', ${neighbourhood},
        ${setOn && 'standard'}, ${state}, ${setOn}, ${saturday})`
    return id
  }
  const racing = await priority('Racing on the bypass', 'in hand', '2026-10-01', null)
  await priority('Only in the east', 'set', '2026-09-01', 'E')
  await priority('Not yet', 'triaged', null, null)
  const update = (on: string, words: string) => db`
    insert into priority_update (id, priority_id, posted_on, words, posted_at) values (${randomUUID()}, ${racing}, ${on}, ${words}, ${saturday})`
  await update('2026-10-20', 'Checks begun')
  await update('2026-11-02', 'Two drivers <stopped>')
  const shown = {
    action: '<p>Two drivers &lt;stopped&gt;</p>',
    'issue-date': '2026-10-01T00:00:00',
    'action-date': '2026-11-02T00:00:00',
    issue: '<p>Racing on the bypass</p>\n<p>Cars race at night</p>',
  }
  assert.deepEqual(await read('/dorset/W/priorities'), [shown])
  const inTheEast = {
    action: null,
    'issue-date': '2026-09-01T00:00:00',
    'action-date': null,
    issue: '<p>Only in the east</p>\n<p>Cars race at night</p>',
  }
  assert.deepEqual(await read('/dorset/E/priorities'), [shown, inTheEast])
})
