import assert from 'node:assert/strict'
import test from 'node:test'
import { keepHalfTerms } from '#areas/terms/keep-half-terms.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { schoolTermRoutes } from './terms.routes.ts'

const terms = '/desk/dorset/terms'
const autumn = {
  council: 'Dorset Council',
  name: 'Autumn 2',
  'from-day': '2',
  'from-month': '11',
  'from-year': '2026',
  'to-day': '18',
  'to-month': '12',
  'to-year': '2026',
}

const known = async (db: Database) =>
  (await db`select council, name, starts_on, ends_on from half_term order by 1, 3`).map((row) =>
    Object.values(row).join(' '),
  )
const revisionOf = async (db: Database) =>
  (await db<{ revision: number }[]>`select revision from force`)[0]?.revision ?? 0

test('a half term is added, changed and taken away, and each time what stands on the calendar is asked for again', async (t) => {
  const { db, as } = await deskOf(t, schoolTermRoutes)
  const neo = await as('neo')
  const start = await revisionOf(db)
  assert.equal((await neo.send(terms, autumn)).to, terms)
  assert.deepEqual(await known(db), ['Dorset Council Autumn 2 2026-11-02 2026-12-18'])
  const which = { council: 'Dorset Council', was: '2026-11-02' }
  assert.equal((await neo.send(`${terms}/change`, { ...autumn, ...which, 'from-day': '3' })).to, terms)
  assert.deepEqual(await known(db), ['Dorset Council Autumn 2 2026-11-03 2026-12-18'])
  assert.equal((await neo.send(`${terms}/remove`, { ...which, was: '2026-11-03' })).to, terms)
  assert.deepEqual(await known(db), [])
  assert.ok((await revisionOf(db)) >= start + 3)
  assert.equal((await neo.send(`${terms}/remove`, which)).status, 404)
})

test('overlapping half terms of one council are refused in words, and by the database itself', async (t) => {
  const { db, as } = await deskOf(t, schoolTermRoutes)
  const neo = await as('neo')
  await neo.send(terms, autumn)
  const overlap = { ...autumn, name: 'Late', 'from-day': '18', 'from-month': '12', 'to-day': '20' }
  const refused = await neo.send(terms, overlap)
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.body), /Late begins on 18 December 2026, and Autumn 2 lasts until 18 December 2026/)
  assert.equal((await neo.send(terms, { ...overlap, council: 'Cornwall Council' })).status, 303)
  await assert.rejects(
    db`insert into half_term (council, name, starts_on, ends_on) values ('Dorset Council', 'Late', '2026-12-18', '2026-12-20')`,
    /half_terms_do_not_overlap/,
  )
  assert.equal((await neo.send(terms, { ...autumn, 'to-month': '10' })).status, 422)
})

test('a half term that overlaps is refused by the verb itself, whoever asks', async (t) => {
  const { db } = await deskOf(t, schoolTermRoutes)
  const by = { at: saturday, personId: null }
  const term = { council: 'Dorset Council', name: 'Autumn 2', from: day('2026-11-02'), to: day('2026-12-18') }
  const late = { ...term, name: 'Late', from: day('2026-12-18') }
  const keep = (terms: readonly (typeof term)[]) => transaction(db, (sql) => keepHalfTerms(sql, terms, by))
  await keep([term])
  await assert.rejects(keep([late]), { message: /Late begins on 18 December 2026.*Put one of them right/, status: 409 })
  assert.deepEqual(await known(db), ['Dorset Council Autumn 2 2026-11-02 2026-12-18'])
})

test('two people who add overlapping half terms at once keep one', async (t) => {
  const { db, as } = await deskOf(t, schoolTermRoutes)
  const neo = await as('neo')
  const later = { ...autumn, 'from-day': '9', name: 'Other' }
  const answers = await Promise.all([neo.send(terms, autumn), neo.send(terms, later)])
  assert.equal((await known(db)).length, 1)
  const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
  assert.equal(statuses[0], 303)
  assert.ok(statuses[1] === 409 || statuses[1] === 422, String(statuses[1]))
})

test('half terms come in from a file, and a file with a fault changes nothing', async (t) => {
  const { db, as } = await deskOf(t, schoolTermRoutes)
  const neo = await as('neo')
  const sent = (text: string) => neo.upload(`${terms}/import`, text, 'terms.csv')
  const wrong = await sent(
    'council,name,from,to\nDorset Council,Autumn 1,31/02/2026,23/10/2026\n=1,x,2026-11-02,2026-12-18\n',
  )
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.body), /2 “31\/02\/2026” is not a day.* 3 begins as a formula/)
  assert.deepEqual(await known(db), [])
  const right =
    'Council,Name,From,To\nDorset Council,Autumn 1,03-09-2026,23/10/2026\nCornwall Council,Autumn 1,2026-09-02,2026-10-23\n'
  assert.equal((await sent(right)).to, terms)
  assert.deepEqual(await known(db), [
    'Cornwall Council Autumn 1 2026-09-02 2026-10-23',
    'Dorset Council Autumn 1 2026-09-03 2026-10-23',
  ])
})

test('a team is given the council whose terms its schools keep, and terms of another force’s council stay its own', async (t) => {
  const { db, as } = await deskOf(t, schoolTermRoutes)
  const neo = await as('neo')
  await neo.send(`${terms}/teams`, { 'of-west-dorset': ' Dorset  Council ', 'of-purbeck': '' })
  const [kept] = await db`select school_council as council from team where slug = 'west-dorset'`
  assert.deepEqual(kept, { council: 'Dorset Council' })
  await db`insert into force (id, name) values ('elsewhere', 'Elsewhere Police')`
  await db`insert into team (id, force_id, slug, name, school_council) values ('elsewhere/a', 'elsewhere', 'a', 'A', 'Elsewhere Council')`
  assert.equal((await neo.send(terms, { ...autumn, council: 'Elsewhere Council' })).status, 403)
})
