import assert from 'node:assert/strict'
import test from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { deskOf, formOf, wordsOf } from '../../test/support/desk.ts'
import { workbook, type BookCell } from '../../test/support/workbook.ts'
import { calendarImportRoutes } from './calendar.routes.ts'

const address = '/desk/dorset/west-dorset/events/import'
const headings = ['Date', 'Time', 'Event', 'Venue', 'Type', 'Footfall']
const market: BookCell[] = [
  { day: '2026-11-28' },
  { time: '10:00' },
  'Market',
  'Bucky Doo Square',
  'Market stall',
  null,
]
const surgery: BookCell[] = ['3/4/2026', '10am - 12 noon', 'Beat surgery', 'Library', 'surgery', 14]
const calendar = workbook({ Notes: [], Events: [['Our calendar'], headings, market, surgery] })

const held = (db: Database) => db`
  select title, place, method, held_on, to_char(began_at, 'HH24:MI') as begins, reached, in_niche from engagement order by held_on, title`
const planned = (db: Database) => db`
  select title, place, method, held_on, to_char(begins, 'HH24:MI') as begins, to_char(ends, 'HH24:MI') as ends, state
  from planned_engagement order by held_on, title`

async function brought(
  sergeant: Awaited<ReturnType<Awaited<ReturnType<typeof deskOf>>['as']>>,
  bytes: Buffer | string,
  changes: Readonly<Record<string, string>> = {},
  ticked: Readonly<Record<string, string>> = {},
) {
  const columns = await sergeant.upload(address, bytes, 'calendar.xlsx')
  const checked = await sergeant.send(`${address}/check`, { ...formOf(columns.body), ...changes })
  const taken = await sergeant.send(`${address}/confirm`, { ...formOf(checked.body), ...ticked })
  return { columns, checked, taken }
}

test('a calendar kept in a spreadsheet becomes plans and engagements held, each row as its day says', async (t) => {
  const { db, as } = await deskOf(t, calendarImportRoutes)
  const sergeant = await as('sergeant')
  const { columns, checked, taken } = await brought(sergeant, calendar)
  assert.match(
    wordsOf(columns.body),
    /calendar\.xlsx, Events What does each column mean\? The headings stand in row 2\. What they usually mean is chosen below\..*Column A: Date For example 2026-11-28 · 3\/4\/2026/,
  )
  assert.match(
    wordsOf(checked.body),
    /To be planned 1 engagement To be recorded as held 1 engagement Likely here already 0 rows/,
  )
  assert.equal(taken.status, 303)
  assert.deepEqual(
    [...(await planned(db))],
    [
      { title: 'Market', place: 'Bucky Doo Square', method: 'community event', held_on: '2026-11-28', begins: '10:00', ends: '11:00', state: 'planned' }, // prettier-ignore
    ],
  )
  assert.deepEqual(
    [...(await held(db))],
    [
      { title: 'Beat surgery', place: 'Library', method: 'surgery', held_on: '2026-04-03', begins: '10:00', reached: 14, in_niche: false }, // prettier-ignore
    ],
  )
  const ledger = await db`select kind, happened_on, quantities, chain, recorded_by from evidence`
  assert.deepEqual(
    [...ledger],
    [
      { kind: 'engagement held', happened_on: '2026-04-03', quantities: { reached: 14 }, chain: 'dorset/west-dorset', recorded_by: sergeant.id }, // prettier-ignore
    ],
  )
  const verbs = await db`select verb from audit where verb not like '%sign%' order by id`
  assert.deepEqual(
    verbs.map(({ verb }) => verb),
    ['record engagements', 'plan engagement', 'take in a calendar'],
  )
  assert.match(
    wordsOf((await sergeant.look(taken.to ?? '')).body),
    /The calendar was brought in Planned 1 engagement Recorded as held 1 engagement/,
  )
})

test('the same calendar brought in again, or by two people at once, adds nothing', async (t) => {
  const { db, as } = await deskOf(t, calendarImportRoutes)
  const sergeant = await as('sergeant')
  const columns = await sergeant.upload(address, calendar, 'calendar.xlsx')
  const checked = await sergeant.send(`${address}/check`, formOf(columns.body))
  const both = await Promise.all([1, 2].map(() => sergeant.send(`${address}/confirm`, formOf(checked.body))))
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  assert.deepEqual([(await held(db)).length, (await planned(db)).length], [1, 1])
  const again = await brought(sergeant, calendar)
  assert.match(wordsOf(again.checked.body), /Nothing to bring in .* Brought in before 2 rows/)
  assert.deepEqual([(await held(db)).length, (await planned(db)).length], [1, 1])
  assert.equal((await db`select 1 from evidence`).length, 1)
})

test('what a team says that its columns mean is remembered for the next file with those headings', async (t) => {
  const { as } = await deskOf(t, calendarImportRoutes)
  const sergeant = await as('sergeant')
  const odd = (day: string) => `Moment,Label,Spot\n${day},Cuppa with a copper,Town hall\n`
  const first = await sergeant.upload(address, odd('01/11/2026'), 'odd.csv')
  assert.equal(formOf(first.body)['column-0'], '')
  const refused = await sergeant.send(`${address}/check`, {
    ...formOf(first.body),
    'column-1': 'title',
    'column-2': 'title',
  })
  assert.equal(refused.status, 422)
  assert.match(
    wordsOf(refused.body),
    /There is a problem Choose a column for “The day”, and one for “Where, in words” Choose how people are met Two columns cannot both be “What it is”/,
  )
  assert.equal(formOf(refused.body)['column-2'], 'title')
  const changes = { 'column-0': 'day', 'column-1': 'title', 'column-2': 'place', otherwise: 'drop-in' }
  assert.equal((await brought(sergeant, odd('01/11/2026'), changes)).taken.status, 303)
  const second = await sergeant.upload(address, odd('02/11/2026').replace('Moment', ' MOMENT '), 'odd.csv')
  assert.match(wordsOf(second.body), /The team said before what they mean/)
  const sent = formOf(second.body)
  assert.deepEqual(
    [sent['column-0'], sent['column-1'], sent['column-2'], sent['otherwise']],
    ['day', 'title', 'place', 'drop-in'],
  )
  const purbeck = await as('inspector')
  const theirs = await purbeck.upload(address.replace('west-dorset', 'purbeck'), odd('02/11/2026'), 'odd.csv')
  assert.equal(formOf(theirs.body)['column-0'], '')
})

test('rows that are likely here already are left out until somebody says they are engagements of their own', async (t) => {
  const { db, as } = await deskOf(t, calendarImportRoutes)
  const sergeant = await as('sergeant')
  await brought(sergeant, calendar)
  const rows = [headings, market, ['03/04/2026', '10:15', 'Beat Surgery', 'The Library', 'surgery', 15], surgery]
  const near = workbook({ Events: [...rows, ['03/04/2026', '15:00', 'Beat surgery', 'Library', 'surgery', null]] })
  const left = await brought(sergeant, near)
  assert.match(
    wordsOf(left.checked.body),
    /To be recorded as held 1 engagement Likely here already 1 row Brought in before 2 rows .*Row 3: Beat Surgery, The Library, 3 April 2026 Like “Beat surgery”, Library, 10:00, recorded here/,
  )
  assert.equal((await held(db)).length, 2)
  await brought(sergeant, near, {}, { own: '3' })
  assert.equal((await held(db)).length, 3)
})

test('what is wrong is told by its cell, the row is left out, and the other rows come in', async (t) => {
  const { db, as } = await deskOf(t, calendarImportRoutes)
  const sergeant = await as('sergeant')
  const bad: BookCell[][] = [
    ['31/2/2026', '10:00', 'Fair', 'Green', 'fair', null],
    [{ day: '2026-12-05' }, null, 'Fair', 'Green', 'fair', null],
    [{ day: '2026-12-05' }, '14:00 to 13:00', 'Fair', 'Green', 'fair', null],
    [{ day: '2026-03-05' }, 'later', '=cmd', '', 'conclave', -4],
    headings,
    ['1/3/2030', '10:00', 'Fair', 'Green', 'fair', null],
  ]
  const { checked, taken } = await brought(sergeant, workbook({ Events: [headings, ...bad, surgery] }))
  const words = wordsOf(checked.body)
  for (const fault of [
    '2 A2 Date “31/2/2026” is not a day: write it as 03/04/2026, for 3 April',
    '3 B3 Time is empty: what is planned needs a time',
    '4 B4 Time it ends at 13:00, before it begins at 14:00',
    '5 C5 Event begins with “=”, which a spreadsheet would run as a formula',
    '5 D5 Venue is empty: say where it is',
    '5 E5 Type “conclave” is not a kind of engagement',
    '5 B5 Time “later” is not a time: write it as 14:30',
    '5 F5 Footfall “-4” is not a whole number, such as 25',
    '7 A7 Date 1 March 2030 is more than three years ahead',
  ])
    assert.ok(words.includes(fault), `${fault} in ${words}`)
  assert.match(words, /To put right 5 rows/)
  assert.equal(taken.status, 303)
  assert.deepEqual([(await held(db)).length, (await planned(db)).length], [1, 0])
})

test('formulas count as what they came to, and another sheet can be chosen', async (t) => {
  const { db, as } = await deskOf(t, calendarImportRoutes)
  const sergeant = await as('sergeant')
  const formulaic: BookCell[] = [
    { day: '2026-05-02' },
    null,
    { formula: 'A1&"x"', result: 'Fete' },
    'Green',
    'fete',
    { formula: '20+20', result: 40 },
  ]
  const book = workbook({ Old: [headings, surgery], New: [headings, formulaic] })
  const columns = await sergeant.upload(address, book, 'calendar.xlsx')
  const other = await sergeant.send(`${address}/sheet`, { ...formOf(columns.body), sheet: '1' })
  assert.match(wordsOf(other.body), /calendar\.xlsx, New/)
  const checked = await sergeant.send(`${address}/check`, { ...formOf(other.body), sheet: '1' })
  await sergeant.send(`${address}/confirm`, formOf(checked.body))
  assert.deepEqual(
    (await held(db)).map(({ title, reached }) => [title, reached]),
    [['Fete', 40]],
  )
})
