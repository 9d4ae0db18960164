import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, hidden, saturday, wordsOf } from '../../../test/support/desk.ts'
import { openRegister } from './read-register.ts'
import { schoolsRegisterRoutes } from './register.routes.ts'
import { draftRegister, takeRegister } from './take-register.ts'

const register = '/desk/dorset/schools/register'
const head = 'urn,name,town,postcode,lead_school,open_date,close_date'
const bridport = '113001,Bridport Primary School,Bridport,DT6 3AB,false,,'
const swanage = '113002,Swanage School,Swanage,BH19 1AB,false,01-09-2013,'
const lyme = '113003,Lyme School,Lyme Regis,DT7 3AB,false,,'

async function deskWithPlaces(t: TestContext) {
  const desk = await deskOf(t, schoolsRegisterRoutes)
  await desk.db`
    insert into neighbourhood (force_id, id, name, team_id) values
      ('dorset', '55.DT3001', 'Bridport', 'dorset/west-dorset'), ('dorset', '55.DS3002', 'Swanage', 'dorset/purbeck')`
  return { ...desk, inspector: await desk.as('inspector') }
}

type Inspector = Awaited<ReturnType<typeof deskWithPlaces>>['inspector']

async function checked(inspector: Inspector, ...lines: readonly string[]) {
  const sent = await inspector.upload(register, [head, ...lines].join('\n'), 'schools.csv')
  assert.deepEqual([sent.status, sent.to], [303, `${register}/check`])
  return (await inspector.look(`${register}/check`)).body
}

async function taken(inspector: Inspector, ...lines: readonly string[]) {
  const draft = hidden(await checked(inspector, ...lines), 'draft')
  return inspector.send(`${register}/confirm`, { draft })
}

const schoolsIn = (db: Database) => db`
  select o.urn, o.name, o.team_id as team, o.subject_id as subject, s.label, s.starts_on as "from", s.ends_on as "to", r.ended_on as ended
  from organisation o join subject s on s.id = o.subject_id join relationship r on r.organisation_id = o.id order by o.urn`

const school = (urn: number, name: string, team = 'dorset/west-dorset') => ({
  urn,
  name,
  team,
  subject: `${team}/school/${urn}`,
  label: name,
  from: '2026-11-21',
  to: null,
  ended: null,
})

test('the schools of a register are looked at first, then become organisations of the team of their place', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  const body = await checked(
    inspector,
    bridport,
    swanage,
    lyme,
    '113004,Old School,Bridport,DT6 3AB,false,,31-08-2010',
    'x,,,,,,',
  )
  const words = wordsOf(body)
  assert.match(words, /New 2 Changed 0 Closed 0 Unchanged 0 Where no team is known for the place 1/)
  assert.match(words, /Closed before, or not open yet 1 .* Cannot be read 1/)
  assert.match(words, /Lyme Regis \(DT7\) 1 school/)
  assert.equal((await schoolsIn(db)).length, 0)
  await inspector.send(`${register}/confirm`, { draft: hidden(body, 'draft') })
  assert.deepEqual(
    [...(await schoolsIn(db))],
    [
      school(113001, 'Bridport Primary School'),
      { ...school(113002, 'Swanage School', 'dorset/purbeck'), from: '2013-09-01' },
    ],
  )
  const [noted] = await db`select about, detail from audit where verb = 'load schools register'`
  assert.deepEqual(noted, { about: 'force/dorset', detail: { new: 2, past: 1, unplaced: 1 } })
})

test('a school without an opening day is open from the day it was first known, not before', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  await taken(inspector, bridport)
  await taken(inspector, bridport.replace('Primary', 'First'))
  const known = (await schoolsIn(db)).map(({ label, from }) => [label, from])
  assert.deepEqual(known, [['Bridport First School', '2026-11-21']])
})

test('a register taken in a second time changes nothing', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  await taken(inspector, bridport, swanage)
  const all = () =>
    db`select * from organisation o join subject s on s.id = o.subject_id join relationship r on r.organisation_id = o.id order by urn`
  const before = [...(await all())]
  const body = await checked(inspector, bridport, swanage)
  assert.match(wordsOf(body), /New 0 Changed 0 Closed 0 Unchanged 2/)
  const draft = hidden(body, 'draft')
  await inspector.send(`${register}/confirm`, { draft })
  assert.deepEqual([...(await all())], before)
  assert.equal((await inspector.send(`${register}/confirm`, { draft })).status, 409)
})

test('a school that closes ends its subject on that day, and one that opens again goes on', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  await taken(inspector, bridport)
  await taken(inspector, `${bridport}10-11-2026`)
  const closed = { ...school(113001, 'Bridport Primary School'), from: '2026-11-10', to: '2026-11-10' }
  const [first] = await schoolsIn(db)
  assert.deepEqual(first, { ...closed, ended: '2026-11-21' })
  await taken(inspector, bridport)
  assert.deepEqual([...(await schoolsIn(db))], [{ ...closed, to: null }])
})

test('a school that a contract named, or somebody added by hand, is joined and not doubled', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  const named = { forceId: 'dorset', teamId: 'dorset/west-dorset', kind: 'school', to: null } as const
  await registerSubjects(db, [
    { ...named, id: 'plan/school', label: 'bridport primary school', from: day('2019-08-02') },
  ])
  await registerSubjects(db, [{ ...named, id: 'hand/school', label: 'Second School', from: day('2020-01-01') }])
  await db`
    insert into organisation (id, force_id, team_id, kind, name, folded, place, tags, subject_id, kept_at)
    values (gen_random_uuid(), 'dorset', 'dorset/west-dorset', 'school', 'Second School', 'second school', '', '{forest}', 'hand/school', now())`
  await taken(
    inspector,
    bridport,

    bridport.replace('113001', '113004'),
    '113005,Second School,Bridport,DT6 4AA,false,,',
    '113006,Second School,Bridport,DT6 4AB,false,,',
  )
  const kept = (await schoolsIn(db)).map(({ urn, subject, from }) => [urn, subject, from])
  assert.deepEqual(kept, [
    [113001, 'plan/school', '2019-08-02'],
    [113004, 'dorset/west-dorset/school/113004', '2026-11-21'],
    [113005, 'hand/school', '2020-01-01'],
    [113006, 'dorset/west-dorset/school/113006', '2026-11-21'],
  ])
  assert.deepEqual(await db`select tags from organisation where urn = 113005`.then(([one]) => one?.['tags']), [
    'forest',
  ])
})

test('a place that is given to a team by hand is remembered, and what was said goes before what names tell', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  await checked(inspector, bridport, lyme)
  const saved = await inspector.send(`${register}/places`, {
    place: 'lyme regis',
    team: 'dorset/west-dorset',
    back: 'check',
  })
  assert.equal(saved.to, `${register}/check`)
  await inspector.send(`${register}/place`, { onePlace: '113001', oneTeam: 'dorset/purbeck' })
  await taken(inspector, bridport, lyme, '113007,Elsewhere School,Lyme Regis,EX13 1AA,false,,')
  const teams = (await schoolsIn(db)).map(({ urn, team }) => [urn, team])
  assert.deepEqual(teams, [
    [113001, 'dorset/purbeck'],
    [113003, 'dorset/west-dorset'],
    [113007, 'dorset/west-dorset'],
  ])
  await inspector.send(`${register}/place`, { onePlace: 'DT7', oneTeam: 'none' })
  assert.match(wordsOf((await inspector.look(register)).body), /What is remembered 113001/)
  const wrong = await inspector.send(`${register}/place`, { onePlace: '', oneTeam: 'dorset/nowhere' })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.body), /Enter a town, .* Choose whose it is/)
})

test('a register that was overtaken by another is not taken in', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  const first = hidden(await checked(inspector, bridport), 'draft')
  await checked(inspector, swanage)
  assert.equal((await inspector.send(`${register}/confirm`, { draft: first })).status, 409)
  assert.equal((await schoolsIn(db)).length, 0)
})

test('a file that cannot be read, and no file, are told beside the question', async (t) => {
  const { inspector } = await deskWithPlaces(t)
  const wrong = await inspector.upload(register, 'a,b\n1,2\n', 'wrong.csv')
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.body), /its first line lacks the column urn/)
  assert.equal((await inspector.look(`${register}/check`)).status, 404)
})

test('two hundred thousand lines are drafted and taken in a few statements', async (t) => {
  const { db, inspector } = await deskWithPlaces(t)
  const line = (n: number) =>
    `${100_000 + n},School ${n},${n % 50 === 0 ? 'Bridport' : `Town ${n % 3_000}`},DT6 3AB,false,,`
  const file = [head, ...Array.from({ length: 200_000 }, (_, n) => line(n))].join('\n')
  const opened = openRegister(Buffer.from(file))
  assert.ok(opened.ok)
  const sender = { personId: inspector.id, at: saturday, forceId: 'dorset', timeZone: 'Europe/London' }
  const started = performance.now()
  const id = await transaction(db, (sql) => draftRegister(sql, opened, 'all.csv', sender))
  const drafted = performance.now()
  await inspector.look(`${register}/check`)
  const looked = performance.now()
  await transaction(db, (sql) => takeRegister(sql, id, sender))
  t.diagnostic(`draft ${drafted - started} ms, look ${looked - drafted} ms, take ${performance.now() - looked} ms`)
  const [count] = await db`select count(*)::int as count from organisation where team_id = 'dorset/west-dorset'`
  assert.deepEqual(count, { count: 4_000 })
})
