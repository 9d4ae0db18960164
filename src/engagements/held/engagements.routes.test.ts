import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { deskOf, hidden, wordsOf } from '../../../test/support/desk.ts'
import { errorsOf, evidence, form, kept, market } from '../../../test/support/market.ts'
import { engagementRoutes } from './engagements.routes.ts'

const uncounted = { footfall: 'none', reached: '', spokeWith: '', raisedAConcern: '' }

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
