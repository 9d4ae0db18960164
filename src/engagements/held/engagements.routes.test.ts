import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { deskOf, hidden, wordsOf } from '../../../test/support/desk.ts'
import { engagementRoutes } from './engagements.routes.ts'

const form = '/desk/dorset/west-dorset/engagements/new'
const market = {
  title: 'Bridport market',
  method: 'community event',
  'heldOn-day': '21',
  'heldOn-month': '11',
  'heldOn-year': '2026',
  place: 'Bucky Doo Square',
  footfall: 'counted',
  reached: '120',
  spokeWith: '34',
  raisedAConcern: '5',
}

const uncounted = { footfall: 'none', reached: '', spokeWith: '', raisedAConcern: '' }

const kept = (db: Database) =>
  db`select title, method, held_on, reached, spoke_with, raised_a_concern from engagement order by title`
const evidence = (db: Database) =>
  db`select seq, kind, effect, supersedes, happened_on, quantities, facets, source from evidence order by entry`
const errorsOf = (body: string) =>
  [...body.matchAll(/<a href="#([\w-]+)">([^<]+)<\/a>/g)].map(([, field, words]) => [field, words])

test('an engagement that a PCSO records is kept with its evidence', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  const asked = await pcso.look(form)
  assert.equal(asked.status, 200)
  const id = hidden(asked.body, 'id')
  const sent = await pcso.send(form, {
    ...market,
    id,
    communities: 'elderly',
    beganAt: '10am',
    daysAdvertised: '14',
    strange: 'ignored',
  })
  assert.deepEqual([sent.status, sent.to], [303, `/desk/dorset/west-dorset/engagements/${id}`])
  assert.deepEqual(
    [...(await kept(db))],
    [
      {
        title: 'Bridport market',
        method: 'community event',
        held_on: '2026-11-21',
        reached: 120,
        spoke_with: 34,
        raised_a_concern: 5,
      },
    ],
  )
  assert.deepEqual(
    [...(await evidence(db))],
    [
      {
        seq: 1,
        kind: 'engagement held',
        effect: 'states',
        supersedes: null,
        happened_on: '2026-11-21',
        quantities: { reached: 120, 'spoke with': 34, 'raised a concern': 5, 'days advertised': 14 },
        facets: {
          method: 'community event',
          'led by': 'police',
          advertised: true,
          scheduled: true,
          'key event': false,
          online: false,
          volunteers: false,
          'special constables': false,
          'rural crime team': false,
          'assessment criteria': false,
          'in Niche': false,
          communities: ['elderly'],
        },
        source: `engagement/${id}`,
      },
    ],
  )
})

test('an engagement whose form is sent twice is recorded once, and the second sending says so', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  const id = randomUUID()
  const first = await pcso.send(form, { ...market, id })
  const second = await pcso.send(form, { ...market, id, reached: '999' })
  assert.deepEqual(
    [first.to, second.to],
    [`/desk/dorset/west-dorset/engagements/${id}`, `/desk/dorset/west-dorset/engagements/${id}?again=yes`],
  )
  assert.deepEqual(
    (await kept(db)).map(({ reached }) => reached),
    [120],
  )
  assert.equal((await evidence(db)).length, 1)
})

test('a form without an id of its own is taken all the same, and so are a whole day and a kind', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const neo = await as('neo')
  const sent = await neo.send(form, {
    title: 'Surgery',
    kind: 'surgery',
    heldOn: '2026-11-20',
    place: 'Library',
    reached: '8',
  })
  assert.equal(sent.status, 303)
  assert.deepEqual(
    [...(await kept(db))],
    [
      {
        title: 'Surgery',
        method: 'surgery',
        held_on: '2026-11-20',
        reached: 8,
        spoke_with: null,
        raised_a_concern: null,
      },
    ],
  )
})

test('an engagement that nobody counted is kept without a figure, which is not nought', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  await pcso.send(form, { ...market, ...uncounted })
  const [row] = await evidence(db)
  assert.deepEqual(row?.['quantities'], {})
})

const refusals: readonly (readonly [string, Record<string, string>, readonly (readonly [string, string])[]])[] = [
  [
    'that has not been held yet',
    { 'heldOn-day': '22' },
    [['heldOn', '22 November 2026 has not come yet: record the engagement once it was held']],
  ],
  ['of this afternoon that has not begun', { beganAt: '14:30' }, [['beganAt', '14:30 has not come yet today']]],
  ['on a day that no calendar has', { 'heldOn-day': '31' }, [['heldOn', 'Enter a real day, such as 14 3 2026']]],
  [
    'with more spoken with than reached',
    { spokeWith: '121' },
    [['spokeWith', 'You spoke with 121 people but reached only 120']],
  ],
  [
    'with more concerns than people spoken with',
    { raisedAConcern: '35' },
    [['raisedAConcern', '35 people raised a concern but you spoke with only 34']],
  ],
  [
    'with more concerns than people reached',
    { spokeWith: '', raisedAConcern: '121' },
    [['raisedAConcern', '121 people raised a concern but you reached only 120']],
  ],
  [
    'counted without a figure',
    { reached: '' },
    [['reached', 'Enter how many people you reached, or tick that nobody took a figure']],
  ],
  ['with a figure that is none', { reached: '-5' }, [['reached', 'Enter a whole number, such as 25']]],
  [
    'with a figure that nobody took',
    { footfall: 'none' },
    [['footfall', 'You entered a figure: untick this, or empty the boxes above']],
  ],
  ['of a method that nobody knows', { method: 'séance' }, [['method', 'Choose how you met people']]],
  ['at a time that is none', { beganAt: '25:00' }, [['beganAt', 'Enter a time such as 14:30 or 2.30pm']]],
  [
    'in a neighbourhood of another team',
    { neighbourhood: '55.DS3001' },
    [['neighbourhood', 'Choose a neighbourhood from the list']],
  ],
]

test('an engagement is refused, field by field, and nothing of it is kept', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  for (const [what, wrong, expected] of refusals) {
    const sent = await pcso.send(form, { ...market, ...wrong })
    assert.deepEqual([what, sent.status, errorsOf(sent.body)], [what, 422, expected])
    assert.match(sent.body, /<title>Error: Record an engagement/)
  }
  const empty = await pcso.send(form, {})
  assert.deepEqual(errorsOf(empty.body), [
    ['title', 'Enter what the engagement was'],
    ['method', 'Choose how you met people'],
    ['heldOn', 'Enter the day it was held'],
    ['place', 'Enter where it was held'],
    ['reached', 'Enter how many people you reached, or tick that nobody took a figure'],
  ])
  assert.equal((await kept(db)).length, 0)
  assert.equal((await evidence(db)).length, 0)
})

test('what was typed is shown again and cannot run as markup', async (t) => {
  const { as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  const title = '"><script>alert(1)</script>'
  const sent = await pcso.send(form, { ...market, title, reached: '' })
  assert.equal(sent.status, 422)
  assert.match(sent.body, /value="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/)
  assert.doesNotMatch(sent.body, /<script>|style="| onclick=/)
})

test('an engagement that was held but not counted is closed with its figures, and the ledger keeps both rows', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  const id = randomUUID()
  await pcso.send(form, { ...market, ...uncounted, id })
  const close = `/desk/dorset/west-dorset/engagements/${id}/footfall`
  assert.match(wordsOf((await pcso.look(close)).body), /How many people\? Bucky Doo Square/)
  assert.deepEqual(errorsOf((await pcso.send(close, { reached: '' })).body), [
    ['reached', 'Enter how many people you reached, or tick that nobody took a figure'],
  ])
  assert.equal((await pcso.send(close, { reached: '60', spokeWith: '12' })).status, 303)
  assert.deepEqual(
    (await evidence(db)).map(({ seq, effect, supersedes, quantities }) => ({ seq, effect, supersedes, quantities })),
    [
      { seq: 1, effect: 'states', supersedes: null, quantities: {} },
      { seq: 2, effect: 'corrects', supersedes: 1, quantities: { reached: 60, 'spoke with': 12 } },
    ],
  )
  assert.equal((await pcso.send(close, { reached: '70' })).status, 409)
})

test('only those who may record engagements of a team do so', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const statuses = []
  for (const [role, team] of [
    ['pcso', 'dorset/purbeck'],
    ['opcc', null],
    ['smt', null],
    ['inspector', null],
  ] as const)
    statuses.push((await (await as(role, team)).send(form, market)).status)
  assert.deepEqual(statuses, [403, 403, 403, 303])
  assert.equal((await kept(db)).length, 1)
})

test('a team or an engagement that is not there is named', async (t) => {
  const { as } = await deskOf(t, engagementRoutes)
  const inspector = await as('inspector')
  const nowhere = await inspector.look('/desk/dorset/atlantis/engagements/new')
  assert.deepEqual([nowhere.status, /Dorset Police has no team “atlantis”/.test(nowhere.body)], [404, true])
  assert.equal((await inspector.look(`/desk/dorset/west-dorset/engagements/${randomUUID()}/footfall`)).status, 404)
  assert.equal((await inspector.look('/desk/dorset/west-dorset/engagements/1;drop/footfall')).status, 404)
})

test('the place that a phone gave is kept with the engagement, and one with its degrees swapped is asked for again', async (t) => {
  const { db, as } = await deskOf(t, engagementRoutes)
  const pcso = await as('pcso')
  const swapped = await pcso.send(form, { ...market, latitude: '-2.7584', longitude: '50.7336' })
  assert.equal(swapped.status, 422)
  assert.match(wordsOf(swapped.body), /Latitude and longitude are swapped/)
  const sent = await pcso.send(form, { ...market, latitude: '50.7336', longitude: '-2.7584' })
  assert.equal(sent.status, 303)
  assert.deepEqual([...(await db`select location::text from engagement`)], [{ location: '(-2.7584,50.7336)' }])
})
