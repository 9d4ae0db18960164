import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { deskOf, formOf } from './support/desk.ts'

const desk = '/desk/dorset/west-dorset'
const nobody = { neighbourhood: '', concerning: 'crime or ASB location' }
const scores = { threat: 'high', threatWhy: 'It grows', risk: 'low', riskWhy: 'Seldom', harm: 'low', harmWhy: 'Little' }
const watch = {
  title: 'Speed watch',
  method: 'street corner meeting',
  place: 'School gate',
  'heldOn-day': '28',
  'heldOn-month': '11',
  'heldOn-year': '2026',
  begins: '08:00',
  ends: '09:00',
  repeat: 'once',
  ledBy: 'police',
}

/** Two higher priorities with a plan of what to do, and a sergeant who plans events for them. */
async function higher(t: TestContext) {
  const { db, as } = await deskOf(t, [...priorityRoutes, ...plannedEngagementRoutes, ...engagementRoutes])
  const sergeant = await as('sergeant')
  const [speeding, litter] = [randomUUID(), randomUUID()]
  for (const id of [speeding, litter]) {
    const said = { id, title: `Priority ${id.slice(0, 4)}`, said: 'People say so.' }
    const one = `${desk}/priorities/${id}`
    const sent = [
      await sergeant.send(`${desk}/priorities/new`, { ...said, ...nobody }),
      await sergeant.send(`${one}/set`, { ...said, ...nobody, ...scores, revision: '1' }),
      await sergeant.send(`${one}/plan`, { plan: 'Be there.', revision: '2' }),
    ]
    assert.deepEqual(
      sent.map(({ status }) => status),
      [303, 303, 303],
    )
  }
  const planFor = async (priority: string) => {
    const id = randomUUID()
    const told = { ...watch, id, priorities: `priority/${priority}` }
    assert.equal((await sergeant.send(`${desk}/events/new`, told)).status, 303)
    return id
  }
  const begin = async (id: string) => (await sergeant.send(`${desk}/priorities/${id}/begin`, { revision: '3' })).status
  const cancel = (id: string) => sergeant.send(`${desk}/events/${id}/cancel`, { why: 'Snow' })
  const strands = async () =>
    (await db`select effect from evidence where kind = 'engagement strand planned' order by entry`).map(
      ({ effect }) => effect,
    )
  return { db, sergeant, speeding, litter, planFor, begin, cancel, strands }
}

test('a higher priority whose only engagement was cancelled is not begun before another is planned (R14)', async (t) => {
  const { speeding, planFor, begin, cancel, strands } = await higher(t)
  const first = await planFor(speeding)
  assert.equal((await cancel(first)).status, 303)
  assert.equal(await begin(speeding), 409)
  assert.deepEqual(await strands(), ['states', 'withdraws'])
  const [second, third] = [await planFor(speeding), await planFor(speeding)]
  assert.deepEqual(await strands(), ['states', 'withdraws', 'states'])
  await cancel(second)
  assert.deepEqual(await strands(), ['states', 'withdraws', 'states'], 'another plan works on it still')
  assert.notEqual(third, second)
  assert.equal(await begin(speeding), 303)
})

test('an engagement that works on another priority now is the strand of that one and no longer of the first (R14)', async (t) => {
  const { db, sergeant, speeding, litter, planFor, begin } = await higher(t)
  const plan = await planFor(speeding)
  const change = `${desk}/events/${plan}/change`
  const asked = formOf((await sergeant.look(change)).body)
  assert.equal((await sergeant.send(change, { ...asked, priorities: `priority/${litter}` })).status, 303)
  assert.deepEqual(
    [...(await db`select about, effect from evidence where kind = 'engagement strand planned' order by entry`)],
    [
      { about: `priority/${speeding}`, effect: 'states' },
      { about: `priority/${litter}`, effect: 'states' },
      { about: `priority/${speeding}`, effect: 'withdraws' },
    ],
  )
  assert.deepEqual([await begin(speeding), await begin(litter)], [409, 303])
})

test('what an engagement did for a priority that is closed stays, though its plan is described anew', async (t) => {
  const { db, sergeant, speeding, planFor, strands } = await higher(t)
  const plan = await planFor(speeding)
  await db`
    update priority set state = 'closed', outcome = 'done', report_back = 'Done.', closed_on = set_on where id = ${speeding}`
  const change = `${desk}/events/${plan}/change`
  const { priorities: _, ...asked } = formOf((await sergeant.look(change)).body)
  assert.equal((await sergeant.send(change, { ...asked, title: 'Drop-in' })).status, 303)
  assert.deepEqual(
    [...(await db`select priority from planned_engagement_priority`)],
    [{ priority: `priority/${speeding}` }],
  )
  assert.deepEqual(await strands(), ['states'])
})

test('an engagement that was called off and was held all the same is a strand again (R14)', async (t) => {
  const { db, sergeant, speeding, planFor, cancel, strands } = await higher(t)
  const plan = await planFor(speeding)
  await cancel(plan)
  await db`update planned_engagement set held_on = '2026-11-20'`
  const held = { id: plan, title: watch.title, method: watch.method, place: watch.place, heldOn: '2026-11-20' }
  assert.equal((await sergeant.send(`${desk}/engagements/new`, { ...held, footfall: 'none' })).status, 303)
  assert.deepEqual(await strands(), ['states', 'withdraws', 'states'])
})
