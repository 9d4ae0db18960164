import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { contractsInForce } from '#contracts/contracts.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day, dayAt } from '#platform/day.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { demonstrationDatabase } from '../../../test/support/demonstration.ts'
import { deskOf, hidden, saturday, wordsOf } from '../../../test/support/desk.ts'
import { keeperOf, organisation } from '../../../test/support/network.ts'
import { contactRoutes } from '../contacts/contacts.routes.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import { schoolRoutes } from './schools.routes.ts'

const schools = '/desk/dorset/west-dorset/schools'
const routes = [...schoolRoutes, ...contactRoutes]

async function deskWithSchools(t: TestContext) {
  const desk = await deskOf(t, routes)
  const pcso = await desk.as('pcso')
  const keeper = keeperOf(pcso.id, saturday)
  const kept = (name: string, closesOn: string | null = null) =>
    transaction(desk.db, (sql) =>
      keepOrganisation(
        sql,
        organisation({
          kind: 'school',
          name,
          opensOn: day('2015-09-01'),
          closesOn: closesOn === null ? null : day(closesOn),
        }),
        keeper,
      ),
    )
  return { ...desk, pcso, kept }
}

async function withTerms(db: Database) {
  await db`update team set school_council = 'Dorset Council' where slug = 'west-dorset'`
  await db`
    insert into half_term (council, name, starts_on, ends_on) values
      ('Dorset Council', 'Autumn 1', '2026-09-03', '2026-10-23'), ('Dorset Council', 'Autumn 2', '2026-11-02', '2026-12-18'),
      ('Cornwall Council', 'Autumn 2', '2026-11-23', '2026-12-18')`
}

const evidence = (db: Database) =>
  db`select kind, facets, subjects, quantities, happened_on as "on" from evidence order by entry`

test('without known terms nobody can say who is still to be contacted', async (t) => {
  const { pcso, kept } = await deskWithSchools(t)
  assert.match(wordsOf((await pcso.look(schools)).body), /No school of West Dorset is known yet/)
  await kept('Bridport School')
  assert.match(wordsOf((await pcso.look(schools)).body), /Unknown: nobody has said which council’s terms/)
})

test('one button logs a contact with the safeguarding officer, and the school leaves the list; contact with others of a school does not count', async (t) => {
  const { db, pcso, kept } = await deskWithSchools(t)
  await withTerms(db)
  await kept('Bridport School')
  await kept('Lyme School')
  const before = await pcso.look(schools)
  assert.match(wordsOf(before.body), /This half term: Autumn 2 0 of 2 open schools/)
  const [, relationship = ''] = /name="with" value="([^"]+)"/.exec(before.body) ?? []
  await pcso.send(`/desk/dorset/west-dorset/network/contacts/new`, {
    id: hidden(before.body, 'id'),
    with: relationship,
    how: 'telephone',
    facets: hidden(before.body, 'facets'),
  })
  const [lyme] = await db<
    { id: string }[]
  >`select r.id from relationship r join organisation o on o.id = r.organisation_id where o.name = 'Lyme School'`
  const other = { id: randomUUID(), with: lyme?.id ?? '', how: 'visit' }
  assert.equal((await pcso.send(`/desk/dorset/west-dorset/network/contacts/new`, other)).status, 303)
  const after = wordsOf((await pcso.look(schools)).body)
  assert.match(after, /1 of 2 open schools: safeguarding officer contacted.*Still to contact 1 Lyme School/)
  assert.match(after, /Bridport School 21 November 2026 ✓ 21 November/)
})

test('a school that closed early in a half term is not asked for in it, and stands in those before', async (t) => {
  const { db, pcso, kept } = await deskWithSchools(t)
  await withTerms(db)
  const { id } = await kept('Bridport School')
  await kept('Closing School', '2026-11-10')
  const [relationship] = await db<{ id: string }[]>`select id from relationship where organisation_id = ${id}`
  await pcso.send('/desk/dorset/west-dorset/network/contacts/new', {
    id: randomUUID(),
    with: relationship?.id ?? '',
    how: 'visit',
    facets: 'safeguarding officer',
    'madeOn-day': '5',
    'madeOn-month': '10',
    'madeOn-year': '2026',
  })
  const words = wordsOf((await pcso.look(schools)).body)
  assert.match(words, /0 of 1 open schools/)
  assert.match(words, /Closing School closed 10 November 2026 Never noted ✗ left out – not open/)
})

test('the figures of the page are those of the promise’s own standing', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { as } = await deskOf(t, routes, db)
  const forceId = 'devon-and-cornwall'
  await db`update subject set ends_on = '2026-11-05' where id = 'launceston/school/140513'`
  await db`update subject set starts_on = '2026-10-01' where id = 'launceston/school/140514'`
  const asAt = dayAt(saturday, 'Europe/London')
  const contract = (await contractsInForce(db, forceId, asAt)).find(({ teamId }) => teamId === `${forceId}/launceston`)
  assert.ok(contract)
  const standing = await contractStanding(db, {
    contract,
    forceId,
    timeZone: 'Europe/London',
    asAt: null,
    now: saturday,
  })
  const promise = standing.byRef.get('R54')
  const body = wordsOf((await (await as('administrator')).look('/desk/devon-and-cornwall/launceston/schools')).body)
  const [, done, all] = /(\d+) of (\d+) open schools/.exec(body) ?? []
  assert.deepEqual([Number(done), Number(all)], [promise?.numerator, promise?.denominator])
  const shares = [...body.matchAll(/(?:Autumn|Spring|Summer) \d (\d+) of (\d+)/g)].map(
    ([, of, n]) => (100 * Number(of)) / Number(n),
  )
  assert.deepEqual(
    shares.slice(-2),
    promise?.periods.map(({ value }) => value),
  )
  const measure = standing.standards.find(({ id }) => id === 'C-9')?.measures[0]?.standing
  assert.deepEqual([measure?.numerator, measure?.denominator], [promise?.numerator, promise?.denominator])
})

const intervention = { about: 'online safety', outcome: 'school told', school: '' }

test('an opportunity for early intervention is counted without anybody’s name, and sent twice it counts once', async (t) => {
  const { db, pcso, kept } = await deskWithSchools(t)
  const { id: school } = await kept('Bridport School')
  const before = (await evidence(db)).length
  const told = {
    ...intervention,
    school,
    id: randomUUID(),
    words: 'Jamie Fictional',
    'foundOn-day': '5',
    'foundOn-month': '11',
    'foundOn-year': '2026',
  }
  const form = `${schools}/early-intervention`
  for (const _ of [1, 2]) assert.equal((await pcso.send(form, told)).status, 303)
  assert.deepEqual((await evidence(db)).slice(before), [
    { kind: 'early intervention identified', facets: {}, subjects: [], quantities: {}, on: '2026-11-05' },
  ])
  assert.match(
    wordsOf((await pcso.look(schools)).body),
    /1 in the last 12 months\. What they were about .* Online safety 1/,
  )
  const page = (await pcso.look(form)).body
  assert.doesNotMatch(page, /<textarea|<input[^>]* type="text"(?![^>]* inputmode="numeric")/)
})

test('mistakes in an opportunity for early intervention are told beside the question', async (t) => {
  const { pcso } = await deskWithSchools(t)
  const form = `${schools}/early-intervention`
  const sent = await pcso.send(form, {
    id: randomUUID(),
    about: 'a child',
    'foundOn-day': '31',
    'foundOn-month': '2',
    'foundOn-year': '2026',
  })
  assert.equal(sent.status, 422)
  assert.match(wordsOf(sent.body), /Enter a real day.*Choose what it was about.*Choose what came of it/)
  const other = await pcso.send(form, { ...intervention, id: randomUUID(), school: randomUUID() })
  assert.match(wordsOf(other.body), /Choose a school from the list/)
})

test('the plan of the Safer Schools and Communities Team is noted with its evidence', async (t) => {
  const { db, pcso } = await deskWithSchools(t)
  assert.equal((await pcso.look(`${schools}/plan`)).status, 404)
  const kept = await transaction(db, (sql) =>
    keepOrganisation(
      sql,
      organisation({ kind: 'safer schools team', name: 'Safer Schools' }),
      keeperOf(pcso.id, saturday),
    ),
  )
  const told = { id: randomUUID(), subject: kept.subjectId ?? '' }
  for (const _ of [1, 2]) assert.equal((await pcso.send(`${schools}/plan`, told)).status, 303)
  assert.deepEqual(
    [...(await evidence(db))],
    [{ kind: 'plan completed', facets: {}, subjects: [kept.subjectId], quantities: {}, on: '2026-11-21' }],
  )
  assert.match(wordsOf((await pcso.look(schools)).body), /Completed on 21 November 2026/)
})

test('engagements with young people and with schools are counted, and others are not (R43)', async (t) => {
  const { db, pcso } = await deskWithSchools(t)
  const held = (on: string, communities: string | readonly string[]) => db`
    insert into evidence (chain, seq, kind, effect, happened_on, recorded_at, facets, quantities, source, previous, hash)
    select 'dorset/west-dorset', coalesce(max(seq), 0) + 1, 'engagement held', 'states', ${on}, now(),
      ${db.json({ communities: typeof communities === 'string' ? communities : [...communities] })}, '{"spoke with": 10}', 'x', '', '' from evidence`
  await db`insert into chain (id, force_id, team_id) values ('dorset/west-dorset', 'dorset', 'dorset/west-dorset')`
  await held('2026-11-02', ['rural', 'young people'])
  await held('2026-11-03', 'schools')
  await held('2026-11-04', ['rural'])
  await held('2025-11-04', ['schools'])
  assert.match(
    wordsOf((await pcso.look(schools)).body),
    /2 engagements with young people or schools in the last 12 months; 20 people/,
  )
})
