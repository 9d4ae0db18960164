import assert from 'node:assert/strict'
import test from 'node:test'
import { kinds } from '#measures/kinds.ts'
import type { Database } from '#platform/database/database.ts'
import { deskOf, hidden, wordsOf } from '../../test/support/desk.ts'
import { evidenceImportRoutes } from './evidence-import.routes.ts'

const address = '/desk/dorset/west-dorset/evidence/import'
const good = 'happened_on,kind,figure: reached\n2026-11-19,engagement held,40\n2026-11-20,engagement held,12\n'
const rows = (db: Database) => db`select kind, happened_on, quantities, recorded_by, chain from evidence order by entry`

test('nothing of a file is recorded before somebody confirms it, and then all of it', async (t) => {
  const { db, as } = await deskOf(t, evidenceImportRoutes)
  const sergeant = await as('sergeant')
  const checked = await sergeant.upload(address, good, 'autumn.csv')
  assert.equal(checked.status, 200)
  assert.match(
    wordsOf(checked.body),
    /2 pieces of evidence to record.*Engagement held 2 19 November 2026 to 20 November 2026 52 reached/,
  )
  assert.equal((await rows(db)).length, 0)
  const kept = await sergeant.send(`${address}/confirm`, { file: hidden(checked.body, 'file') })
  assert.equal(kept.status, 303)
  const shared = { kind: 'engagement held', recorded_by: sergeant.id, chain: 'dorset/west-dorset' }
  assert.deepEqual(
    [...(await rows(db))],
    [
      { ...shared, happened_on: '2026-11-19', quantities: { reached: 40 } },
      { ...shared, happened_on: '2026-11-20', quantities: { reached: 12 } },
    ],
  )
  assert.match(
    wordsOf((await sergeant.look(kept.to ?? '')).body),
    /2 pieces of evidence recorded From one file, on 21 November 2026\. Engagement held 2/,
  )
})

test('a file confirmed twice is recorded once, and whoever sent it again is told so', async (t) => {
  const { db, as } = await deskOf(t, evidenceImportRoutes)
  const sergeant = await as('sergeant')
  const [first, second] = await Promise.all([
    sergeant.upload(address, good, 'a.csv'),
    sergeant.upload(address, `\ufeff${good}`, 'b.csv'),
  ])
  const answers = await Promise.all(
    [first, second].map(({ body }) => sergeant.send(`${address}/confirm`, { file: hidden(body, 'file') })),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
  assert.match(
    answers.map(({ body }) => body).join(''),
    /This file was imported already, on 21 November 2026\. Nothing was recorded a second time\./,
  )
  assert.equal((await rows(db)).length, 2)
})

test('a file with one bad line is refused whole, every bad line told', async (t) => {
  const { db, as } = await deskOf(t, evidenceImportRoutes)
  const sergeant = await as('sergeant')
  const checked = await sergeant.upload(address, `${good}2019-02-30,engagement held,=1\nnever,ghosts,\n`, 'bad.csv')
  assert.equal(checked.status, 422)
  assert.match(wordsOf(checked.body), /2 lines to put right Nothing of “bad\.csv” was recorded/)
  assert.match(
    wordsOf(checked.body),
    /4 figure: reached begins with “=”, which a spreadsheet would run as a formula 4 happened_on “2019-02-30” is not a day: write it as 2026-03-14 or 14\/03\/2026 5 happened_on “never” is not a day/,
  )
  assert.equal((await rows(db)).length, 0)
})

test('a confirmation that was tampered with is read anew and refused', async (t) => {
  const { db, as } = await deskOf(t, evidenceImportRoutes)
  const sergeant = await as('sergeant')
  assert.equal((await sergeant.send(`${address}/confirm`, { file: 'nonsense' })).status, 400)
  assert.equal((await sergeant.send(`${address}/confirm`, {})).status, 400)
  assert.equal((await rows(db)).length, 0)
})

test('a file of more than 5 MB is refused as too large, and a missing one asked for', async (t) => {
  const { as } = await deskOf(t, evidenceImportRoutes)
  const sergeant = await as('sergeant')
  assert.equal((await sergeant.upload(address, Buffer.alloc(6 * 1024 * 1024, 'a'), 'large.csv')).status, 413)
  assert.match((await sergeant.upload(address, '', '')).body, /<a href="#file">Choose a CSV file<\/a>/)
})

test('the template names every kind of evidence and is itself refused until days are filled in', async (t) => {
  const { as } = await deskOf(t, evidenceImportRoutes)
  const sergeant = await as('sergeant')
  const template = await sergeant.look(`${address}/template.csv`)
  assert.equal(template.body.trim().split('\r\n').length, 1 + Object.keys(kinds).length)
  const checked = await sergeant.upload(address, template.body, 'evidence.csv')
  assert.deepEqual(
    [checked.status, checked.body.match(/is empty: say on which day/g)?.length],
    [422, Object.keys(kinds).length],
  )
  const one = await sergeant.look(`${address}/template.csv?kind=following+counted`)
  assert.equal(
    one.body,
    '\ufeffhappened_on,happened_at,kind,subjects,about,figure: likes,facet: platform\r\n,,following counted,,,,\r\n',
  )
})

test('twenty thousand lines are checked and recorded in one go', async (t) => {
  const { db, as } = await deskOf(t, evidenceImportRoutes)
  const sergeant = await as('sergeant')
  const lines = Array.from({ length: 20_000 }, (_, n) => `2026-0${1 + (n % 9)}-1${n % 10},engagement held,${n}`)
  const checked = await sergeant.upload(address, ['happened_on,kind,figure: reached', ...lines].join('\n'), 'year.csv')
  assert.equal(checked.status, 200)
  assert.equal((await sergeant.send(`${address}/confirm`, { file: hidden(checked.body, 'file') })).status, 303)
  assert.equal((await rows(db)).length, 20_000)
})

test('only those who may import evidence for a team do so', async (t) => {
  const { as } = await deskOf(t, evidenceImportRoutes)
  const statuses = []
  for (const [role, team] of [
    ['pcso', 'dorset/west-dorset'],
    ['sergeant', 'dorset/purbeck'],
    ['opcc', null],
    ['neo', null],
  ] as const)
    statuses.push((await (await as(role, team)).upload(address, good, 'a.csv')).status)
  assert.deepEqual(statuses, [403, 403, 403, 200])
})
