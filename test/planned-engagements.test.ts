import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { oversightRoutes } from '#oversight/oversight.routes.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { deskOf, formOf, hidden, wordsOf } from './support/desk.ts'

const routes = [...oversightRoutes, ...engagementRoutes, ...plannedEngagementRoutes, ...publicRoutes]
const desk = '/desk/dorset/west-dorset'
const site = '/dorset/west-dorset'

const surgery = {
  title: 'Library surgery',
  method: 'surgery',
  place: 'Bridport library',
  accessibility: 'Level entrance',
  'heldOn-day': '2',
  'heldOn-month': '12',
  'heldOn-year': '2026',
  begins: '10.30am',
  ends: '12:00',
  repeat: 'week',
  times: '3',
  ledBy: 'police',
}

const kept = (db: Database) => db<
  { id: string; held_on: string; state: string; moved: boolean; sequence: number; reason: string | null }[]
>`
  select id, held_on, state, moved, sequence, reason from planned_engagement order by held_on`
const said = async (db: Database) =>
  (await kept(db)).map(({ held_on, state, moved, sequence, reason }) => [held_on, state, moved, sequence, reason])

async function planned(t: TestContext, changes: Readonly<Record<string, string>> = {}) {
  const { db, as, server } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const id = hidden((await pcso.look(`${desk}/events/new`)).body, 'id')
  const sent = await pcso.send(`${desk}/events/new`, { ...surgery, ...changes, id })
  assert.equal(sent.status, 303)
  const seen = async (url: string) => (await server.inject({ url })).body
  return { db, as, pcso, id, sent, seen }
}

test('a weekly surgery is planned as dates of their own, told once, and each is out on the web page', async (t) => {
  const { db, pcso, id, sent } = await planned(t)
  assert.equal(sent.to, `${desk}/events?month=2026-12`)
  await pcso.send(`${desk}/events/new`, { ...surgery, id })
  assert.deepEqual(await said(db), [
    ['2026-12-02', 'planned', false, 0, null],
    ['2026-12-09', 'planned', false, 0, null],
    ['2026-12-16', 'planned', false, 0, null],
  ])
  assert.deepEqual(
    [...(await db`select distinct channel, out_on from planned_engagement_advert`)],
    [{ channel: 'web page', out_on: '2026-11-21' }],
  )
  assert.deepEqual(
    [...(await db`select verb, about, detail from audit`)],
    [{ verb: 'plan engagement', about: `planned engagement/${id}`, detail: { dates: 3 } }],
  )
})

test('a date that is moved and one that is cancelled tell those who follow the calendar', async (t) => {
  const { db, pcso, seen } = await planned(t)
  const [, second, third] = await kept(db)
  const moved = { 'heldOn-day': '10', 'heldOn-month': '12', 'heldOn-year': '2026', begins: '14:00', ends: '15:00' }
  const move = await pcso.send(`${desk}/events/${second?.id}/move`, {
    ...moved,
    place: 'Town hall',
    reason: 'Training',
  })
  assert.equal(move.status, 303)
  assert.equal((await pcso.send(`${desk}/events/${third?.id}/cancel`, { why: '' })).status, 422)
  assert.equal((await pcso.send(`${desk}/events/${third?.id}/cancel`, { why: 'Storm' })).status, 303)
  assert.equal((await pcso.send(`${desk}/events/${third?.id}/cancel`, { why: 'Again' })).status, 409)
  assert.deepEqual(await said(db), [
    ['2026-12-02', 'planned', false, 0, null],
    ['2026-12-10', 'planned', true, 1, 'Training'],
    ['2026-12-16', 'cancelled', false, 1, 'Storm'],
  ])
  for (const address of [`${site}/events.ics`, '/dorset/events.ics'])
    assert.deepEqual((await seen(address)).match(/^(SEQUENCE|STATUS|DTSTART;).*$/gm), [
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'DTSTART;TZID=Europe/London:20261202T103000',
      'SEQUENCE:1',
      'STATUS:CONFIRMED',
      'DTSTART;TZID=Europe/London:20261210T140000',
      'SEQUENCE:1',
      'STATUS:CANCELLED',
      'DTSTART;TZID=Europe/London:20261216T103000',
    ])
  assert.match(await seen(`${site}/events/${third?.id}/event.ics`), /STATUS:CANCELLED/)
  assert.match(wordsOf(await seen(`${site}/events/${third?.id}`)), /This is cancelled\. Storm/)
  assert.match(
    wordsOf(await seen(`${site}/events/${second?.id}`)),
    /This was moved: the time and place below are the new ones\. Training/,
  )
  assert.match(await seen(`${site}/events.atom`), /<title>Cancelled: Library surgery<\/title>/)
  assert.match(wordsOf(await seen(site)), /You can talk to us next Wednesday 2 December 2026 Library surgery/)
})

test('recording what happened closes the plan, with the advertising that its channels prove', async (t) => {
  const { db, as, pcso, id } = await planned(t, { repeat: 'once' })
  await pcso.send(`${desk}/events/${id}/adverts`, {
    channel: 'poster',
    'outOn-day': '20',
    'outOn-month': '11',
    'outOn-year': '2026',
  })
  await db`update planned_engagement set held_on = '2026-11-20'`
  const week = wordsOf((await pcso.look(desk)).body)
  assert.match(week, /Held but not closed 1 Library surgery Not evidenced .* Record what happened/)
  const asked = formOf((await pcso.look(`${desk}/engagements/new?event=${id}`)).body)
  assert.deepEqual(
    [asked['id'], asked['title'], asked['method'], asked['place'], asked['beganAt'], asked['daysAdvertised']],
    [id, 'Library surgery', 'surgery', 'Bridport library', '10:30', '0'],
  )
  const recorded = await pcso.send(`${desk}/engagements/new`, { ...asked, footfall: 'counted', reached: '9' })
  assert.equal(recorded.to, `${desk}/engagements/${id}`)
  assert.deepEqual(await said(db), [['2026-11-20', 'held', false, 0, null]])
  assert.deepEqual(
    [...(await db`select facets -> 'advertised' as advertised, about from evidence`)],
    [{ advertised: false, about: `engagement/${id}` }],
  )
  assert.match(wordsOf((await (await as('sergeant')).look(desk)).body), /Every engagement has its figures\./)
})

test('a plan that cannot be is refused beside its field, and nothing of it is kept', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const refused: readonly (readonly [Readonly<Record<string, string>>, string, string])[] = [
    [{ times: '' }, 'until', 'This never ends: enter the last day or how many times'],
    [{ ends: '9:00' }, 'ends', 'It ends before it begins, at 10:30: plan what goes on past midnight as two'],
    [{ 'heldOn-year': '2025' }, 'heldOn', '2 December 2025 is over: record an engagement that was held'],
    [{ begins: 'noonish' }, 'begins', 'Enter a time such as 14:30 or 2.30pm'],
    [{ repeat: 'rule', rule: 'FREQ=HOURLY' }, 'rule', 'Enter an RFC 5545 rule of days, such as FREQ=MONTHLY;BYDAY=2SA'],
    [{ method: 'séance' }, 'method', 'Choose how you will meet people'],
  ]
  for (const [wrong, field, words] of refused) {
    const { status, body } = await pcso.send(`${desk}/events/new`, { ...surgery, ...wrong })
    const found = [...body.matchAll(/<a href="#([\w-]+)">([^<]+)<\/a>/g)].map(([, at, text]) => [at, text])
    assert.deepEqual([status, found], [422, [[field, words]]])
  }
  assert.equal((await kept(db)).length, 0)
})

test('a month at the desk shows what clashes and what falls on a bank holiday', async (t) => {
  const { db, pcso } = await planned(t, { repeat: 'once', 'heldOn-day': '25' })
  await db`insert into bank_holiday (division, day, title) values ('england-and-wales', '2026-12-25', 'Christmas Day')`
  await pcso.send(`${desk}/events/new`, {
    ...surgery,
    title: 'Walk',
    repeat: 'once',
    'heldOn-day': '25',
    begins: '11:00',
  })
  assert.match(
    wordsOf((await pcso.look(`${desk}/events?month=2026-12`)).body),
    /Friday 25 December Bank holiday Library surgery 10:30 to 12:00 · Bridport library Clashes with Walk Walk 11:00 to 12:00 · Bridport library Clashes with Library surgery/,
  )
})

test('only those who may record engagements of a team plan for it', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const statuses = []
  for (const [role, team] of [
    ['pcso', 'dorset/purbeck'],
    ['opcc', null],
    ['inspector', null],
  ] as const)
    statuses.push((await (await as(role, team)).send(`${desk}/events/new`, surgery)).status)
  assert.deepEqual(statuses, [403, 403, 303])
  assert.equal((await kept(db)).length, 3)
})

test('a date that is cancelled has the pages forgotten that were kept of its team', async (t) => {
  const { db, pcso, id } = await planned(t, { repeat: 'once' })
  const told = Promise.withResolvers<string>()
  const { unlisten } = await db.listen('ledger', told.resolve)
  await pcso.send(`${desk}/events/${id}/cancel`, { why: 'Storm' })
  assert.equal(await told.promise, 'dorset/west-dorset')
  await unlisten()
})
