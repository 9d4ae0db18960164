import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { demonstrationDatabase } from '../../test/support/demonstration.ts'
import { deskOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { oversightRoutes } from './oversight.routes.ts'

const week = '/desk/dorset/west-dorset'
const routes = [...oversightRoutes, ...engagementRoutes]

async function demonstration(t: TestContext) {
  const db = await demonstrationDatabase(t, saturday)
  return deskOf(t, routes, db)
}

const surgery = {
  title: 'Library surgery',
  method: 'surgery',
  heldOn: '2026-11-21',
  place: 'Bridport library',
  reached: '9',
  spokeWith: '6',
}

test('a sergeant is led to the week of their own team, others choose among the teams they look after', async (t) => {
  const { as } = await demonstration(t)
  const sergeant = await (await as('sergeant')).look('/desk')
  assert.deepEqual([sergeant.status, sergeant.to], [303, week])
  const inspector = wordsOf((await (await as('inspector')).look('/desk')).body)
  assert.match(inspector, /Choose a team Dorset Police .*Purbeck.*West Dorset/)
  assert.doesNotMatch(inspector, /Launceston/)
  const administrator = await (await as('administrator')).look('/desk')
  assert.match(wordsOf(administrator.body), /Launceston.*West Dorset/)
  assert.match(administrator.body, /href="\/desk\/frameworks\/load"/)
  const opcc = await (await as('opcc')).look('/desk')
  assert.match(opcc.body, /<a class="govuk-link" href="\/dorset\/west-dorset">West Dorset<\/a>/)
})

test('this week shows its lists, each row with the promise it would keep and one thing to do', async (t) => {
  const { as } = await demonstration(t)
  const { status, body } = await (await as('sergeant')).look(week)
  assert.equal(status, 200)
  assert.deepEqual(
    [...body.matchAll(/<h2 class="govuk-heading-m" id="[\w-]+">([^<]+)/g)].map(([, title]) => title?.trim()),
    [
      'Lapses before Sunday',
      'Held but not closed',
      'Waiting for you to approve',
      'Slipping',
      'Contracts that wait for a step',
      'Concerns and priorities',
      'Recommended by the panel',
      'People due a call',
    ],
  )
  const rows = body.split('<li class="week-row">').slice(1)
  assert.ok(rows.length > 3)
  for (const row of rows) {
    assert.equal(row.match(/class="week-row__what"/g)?.length, 1)
    assert.ok((row.match(/week-row__button/g)?.length ?? 0) <= 1)
  }
  assert.match(body, /href="\/dorset\/west-dorset\/contract\/2026\/commitments\/R\d+"/)
  assert.match(body, /href="\/desk\/dorset\/west-dorset\/engagements\/[\w-]+\/footfall"/)
  assert.equal(body.match(/<h1/g)?.length, 1)
  assert.doesNotMatch(body, / style="| on\w+="|<script>/)
})

test('a PCSO is offered no button that they may not use', async (t) => {
  const { as } = await demonstration(t)
  const { body } = await (await as('pcso')).look(week)
  assert.doesNotMatch(body, /evidence\/import|contracts\/read/)
  assert.match(body, /engagements\/new/)
})

test('a team without a contract is told so, and its empty lists say so in words', async (t) => {
  const { as } = await deskOf(t, routes)
  const { status, body } = await (await as('inspector')).look('/desk/dorset/purbeck')
  assert.equal(status, 200)
  assert.match(
    wordsOf(body),
    /Purbeck has no contract in force today, so nothing falls due\. Held but not closed Every engagement has its figures\./,
  )
})

test('whoever records an engagement sees which promises it counts towards', async (t) => {
  const { as } = await demonstration(t)
  const pcso = await as('pcso')
  const { to = '' } = await pcso.send(`${week}/engagements/new`, { ...surgery, id: randomUUID() })
  const recorded = await pcso.look(to)
  assert.equal(recorded.status, 200)
  assert.match(
    wordsOf(recorded.body),
    /Recorded Library surgery How surgery When 21 November 2026 Where Bridport library .*9 reached · 6 spoken with/,
  )
  assert.match(wordsOf(recorded.body), /It counts towards \d+ promises/)
  assert.match(recorded.body, /href="\/dorset\/west-dorset\/contract\/2026\/commitments\/R09"/)
  assert.doesNotMatch(recorded.body, /commitments\/R35"/)
  assert.match(wordsOf((await pcso.look(`${to}?again=yes`)).body), /This engagement was recorded before\./)
})

test('an engagement without figures waits in this week until somebody adds them', async (t) => {
  const { as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const { reached: _, spokeWith: __, ...uncounted } = surgery
  const { to = '' } = await pcso.send(`${week}/engagements/new`, { ...uncounted, footfall: 'none' })
  assert.match(
    wordsOf((await pcso.look(week)).body),
    /Held but not closed 1 Library surgery Where Bridport library Held today Add the figures/,
  )
  await pcso.send(`${to}/footfall`, { reached: '9' })
  assert.match(wordsOf((await pcso.look(week)).body), /Every engagement has its figures\./)
})

test('nobody sees the week of a team beyond their reach', async (t) => {
  const { as, server } = await demonstration(t)
  const statuses = []
  for (const [role, address] of [
    ['sergeant', '/desk/dorset/purbeck'],
    ['inspector', '/desk/devon-and-cornwall/launceston'],
    ['opcc', week],
    ['smt', week],
  ] as const)
    statuses.push((await (await as(role)).look(address)).status)
  assert.deepEqual(statuses, [403, 403, 403, 200])
  const stranger = await server.inject({ url: week })
  assert.deepEqual(
    [stranger.statusCode, stranger.headers.location],
    [303, '/sign-in?then=%2Fdesk%2Fdorset%2Fwest-dorset'],
  )
})
