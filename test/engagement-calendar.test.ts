import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { cancelPlans, describePlans, type Dates } from '#engagements/planned/plan-engagements.ts'
import { findPlanned, laterOfSeries } from '#engagements/planned/planned-engagements.sql.ts'
import { append } from '#ledger/append.ts'
import type { Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, formOf, hidden, saturday, wordsOf } from './support/desk.ts'

const desk = '/desk/dorset/west-dorset'

const surgery = {
  title: 'Library surgery',
  method: 'surgery',
  place: 'Bridport library',
  'heldOn-day': '2',
  'heldOn-month': '12',
  'heldOn-year': '2026',
  begins: '10:30',
  ends: '12:00',
  repeat: 'week',
  times: '4',
}

type Row = { id: string; held_on: string; title: string; state: string; sequence: number; begins: string }
const kept = (db: Database) => db<Row[]>`
  select id, held_on, title, state, sequence, to_char(begins, 'HH24:MI') as begins from planned_engagement order by held_on`

/** Four surgeries on Wednesdays in December, and the second of them. */
async function planned(t: TestContext, changes: Readonly<Record<string, string>> = {}) {
  const { db, as } = await deskOf(t, [...engagementRoutes, ...plannedEngagementRoutes])
  const pcso = await as('pcso')
  const id = hidden((await pcso.look(`${desk}/events/new`)).body, 'id')
  assert.equal((await pcso.send(`${desk}/events/new`, { ...surgery, ...changes, id })).status, 303)
  const second = (await kept(db))[1]?.id ?? ''
  return { db, as, pcso, id, second, at: `${desk}/events/${second}` }
}

test('a series leaves out the days named and bank holidays', async (t) => {
  const { db, as } = await deskOf(t, plannedEngagementRoutes)
  await db`insert into bank_holiday (division, day, title) values ('england-and-wales', '2026-12-16', 'A holiday')`
  const pcso = await as('pcso')
  const leftOut = { ...surgery, leftOut: '9/12/2026', noHolidays: 'yes' }
  assert.equal((await pcso.send(`${desk}/events/new`, leftOut)).status, 303)
  assert.deepEqual(
    (await kept(db)).map(({ held_on }) => held_on),
    ['2026-12-02', '2026-12-23'],
  )
  const refused = await pcso.send(`${desk}/events/new`, { ...leftOut, leftOut: '10/12/2026' })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.body), /10 December 2026 is not one of the dates/)
})

test('the rest of a series is described anew, moved and cancelled, and what came before it stays', async (t) => {
  const { db, pcso, at } = await planned(t)
  const asked = formOf((await pcso.look(`${at}/change`)).body)
  const changed = await pcso.send(`${at}/change`, { ...asked, title: 'Drop-in', 'dates-change': 'later' })
  assert.equal(changed.status, 303)
  const moved = { 'heldOn-day': '10', 'heldOn-month': '12', 'heldOn-year': '2026', begins: '14:00', ends: '15:00' }
  await pcso.send(`${at}/move`, { ...moved, place: 'Town hall', 'dates-move': 'later' })
  const third = (await kept(db))[2]?.id ?? ''
  await pcso.send(`${desk}/events/${third}/cancel`, { why: 'The library closes', 'dates-cancel': 'later' })
  assert.deepEqual(
    (await kept(db)).map(({ held_on, title, begins, state, sequence }) => [held_on, title, begins, state, sequence]),
    [
      ['2026-12-02', 'Library surgery', '10:30', 'planned', 0],
      ['2026-12-10', 'Drop-in', '14:00', 'planned', 2],
      ['2026-12-17', 'Drop-in', '14:00', 'cancelled', 3],
      ['2026-12-24', 'Drop-in', '14:00', 'cancelled', 3],
    ],
  )
})

test('of two who change a plan at once the later is told so, and loses nothing of what was typed', async (t) => {
  const { db, as, pcso, at } = await planned(t)
  const opened = formOf((await pcso.look(`${at}/change`)).body)
  const neo = await as('neo')
  await neo.send(`${at}/change`, { ...formOf((await neo.look(`${at}/change`)).body), title: 'By the NEO' })
  const late = await pcso.send(`${at}/change`, { ...opened, title: 'By the PCSO' })
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /Somebody changed, cancelled or recorded this meanwhile/)
  assert.match(late.body, /value="By the PCSO"/)
  assert.equal((await kept(db))[1]?.title, 'By the NEO')
  const again = await pcso.send(`${at}/change`, formOf(late.body))
  assert.equal(again.status, 303)
  assert.equal((await kept(db))[1]?.title, 'By the PCSO')
  const moving = { place: 'Town hall', begins: '14:00', ends: '15:00', 'heldOn-day': '9', 'heldOn-month': '12' }
  const move = await pcso.send(`${at}/move`, { ...moving, 'heldOn-year': '2026', sequence: '0' })
  assert.equal(move.status, 409)
  assert.match(move.body, /value="Town hall"/)
})

test('volunteers and Special Constables of a plan, and its assessment, are known to its record and its evidence', async (t) => {
  const { db, pcso, id } = await planned(t, { repeat: 'once' })
  const at = `${desk}/events/${id}`
  const put = (fields: Record<string, string>) => pcso.send(`${at}/people`, fields)
  assert.equal((await put({ part: 'police', person: pcso.id, hours: '2' })).status, 303)
  assert.equal((await put({ part: 'volunteer', name: 'Mabel Fictional', hours: '2.5' })).status, 303)
  assert.equal((await put({ part: 'Special Constable', name: 'Bill Fictional', hours: '1' })).status, 303)
  assert.match(wordsOf((await put({ part: 'police', name: 'Nobody' })).body), /Choose who of the police it is/)
  assert.match(
    wordsOf((await put({ part: 'volunteer', name: 'A', hours: 'two' })).body),
    /Enter hours such as 2 or 1\.5/,
  )
  const questions = formOf((await pcso.look(`${at}/assessment`)).body)
  assert.equal((await pcso.send(`${at}/assessment`, questions)).status, 422)
  const answers = Object.fromEntries([0, 1, 2, 3, 4, 5].map((n) => [`met-${n}`, n === 1 ? 'no' : 'yes']))
  assert.equal((await pcso.send(`${at}/assessment`, { ...questions, ...answers })).status, 303)
  await db`update planned_engagement set held_on = '2026-11-20'`
  const asked = formOf((await pcso.look(`${desk}/engagements/new?event=${id}`)).body)
  assert.deepEqual(
    [asked['volunteers'], asked['specialConstables'], asked['volunteerHours'], asked['assessmentCriteria']],
    ['yes', 'yes', '3.5', 'yes'],
  )
  await pcso.send(`${desk}/engagements/new`, { ...asked, footfall: 'counted', reached: '9' })
  const [row] = await db`
    select quantities ->> 'volunteer hours' as hours, facets ->> 'assessment criteria' as criteria,
      evidence::text like '%Fictional%' as named from evidence`
  assert.deepEqual({ ...row }, { hours: '3.5', criteria: 'true', named: false })
})

test('a plan that works on a priority is its engagement strand, once however many dates there are (R14)', async (t) => {
  const { db, as } = await deskOf(t, plannedEngagementRoutes)
  const recording = {
    forceId: 'dorset',
    teamId: 'dorset/west-dorset',
    timeZone: 'Europe/London',
    at: saturday,
    by: null,
  }
  const set = (about: string) => ({ kind: 'priority set', happenedOn: day('2026-11-09'), about, source: about })
  const done = { ...set('priority/litter'), kind: 'priority addressed', facets: { outcome: 'done' } }
  await db.begin((sql) => append(sql, recording, [set('priority/hare-coursing'), set('priority/litter'), done]))
  const pcso = await as('pcso')
  const form = (await pcso.look(`${desk}/events/new`)).body
  assert.match(wordsOf(form), /Hare coursing, since 9 November 2026/)
  assert.doesNotMatch(form, /priority\/litter/)
  const id = hidden(form, 'id')
  await pcso.send(`${desk}/events/new`, { ...surgery, id, priorities: 'priority/hare-coursing' })
  const asked = formOf((await pcso.look(`${desk}/events/${id}/change`)).body)
  await pcso.send(`${desk}/events/${id}/change`, {
    ...asked,
    priorities: 'priority/hare-coursing',
    'dates-change': 'later',
  })
  assert.deepEqual(
    [...(await db`select about, source, happened_on from evidence where kind = 'engagement strand planned'`)],
    [{ about: 'priority/hare-coursing', source: `planned engagement/${id}`, happened_on: '2026-11-21' }],
  )
  assert.equal((await db`select 1 from planned_engagement_priority`).length, 4)
})

test('a place that is given by degrees or grid reference is kept, and a move to another place forgets it', async (t) => {
  const { db, as } = await deskOf(t, plannedEngagementRoutes)
  const pcso = await as('pcso')
  const place = async () => (await db`select location is not null as known from planned_engagement`)[0]?.['known']
  const swapped = { ...surgery, repeat: 'once', latitude: '-2.7584', longitude: '50.7336' }
  const { body, status } = await pcso.send(`${desk}/events/new`, swapped)
  assert.equal(status, 422)
  assert.match(wordsOf(body), /Latitude and longitude are swapped/)
  const id = hidden(body, 'id')
  await pcso.send(`${desk}/events/new`, { ...surgery, repeat: 'once', id, gridReference: 'SY 466 929' })
  assert.equal(await place(), true)
  const asked = formOf((await pcso.look(`${desk}/events/${id}`)).body)
  assert.equal((await pcso.send(`${desk}/events/${id}/move`, { ...asked, begins: '11:00' })).status, 303)
  assert.equal(await place(), true)
  const moved = { ...asked, sequence: '1', place: 'Town hall' }
  assert.equal((await pcso.send(`${desk}/events/${id}/move`, moved)).status, 303)
  assert.equal(await place(), false)
})

test('a series that a night of the clocks would leave without an hour is refused', async (t) => {
  const { as } = await deskOf(t, plannedEngagementRoutes)
  const pcso = await as('pcso')
  const nights = { 'heldOn-day': '21', 'heldOn-month': '3', 'heldOn-year': '2027', begins: '01:30', ends: '02:30' }
  const sent = await pcso.send(`${desk}/events/new`, { ...surgery, ...nights, times: '3' })
  assert.equal(sent.status, 422)
  assert.match(wordsOf(sent.body), /The clocks go forward on 28 March 2027 and leave this time out/)
  const kept = await pcso.send(`${desk}/events/new`, { ...surgery, ...nights, times: '1' })
  assert.equal(kept.status, 303)
})

test('two changes of a series that cross in the same moment are not both taken, not even in part', async (t) => {
  const { db, second } = await planned(t)
  const read = await findPlanned(db, 'dorset/west-dorset', second)
  assert.ok(read)
  const dates = [read, ...(await laterOfSeries(db, read))] as const
  const recorder = { personId: null, at: saturday, forceId: 'dorset', timeZone: 'Europe/London' }
  const planner = { ...recorder, today: day('2026-11-21') }
  const last: Dates = [dates[2] ?? read]
  await db.begin((sql) => describePlans(sql, last, { ...last[0], title: 'Drop-in' }, planner))
  await assert.rejects(
    db.begin((sql) => cancelPlans(sql, dates, 'Too late', planner)),
    { status: 409 },
  )
  assert.deepEqual(
    (await kept(db)).map(({ state }) => state),
    ['planned', 'planned', 'planned', 'planned'],
  )
})
