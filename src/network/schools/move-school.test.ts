import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Team } from '#areas/area.ts'
import { findColleague } from '#people/team/team-people.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, formOf, hidden, wordsOf } from '../../../test/support/desk.ts'
import { individual, keeperOf } from '../../../test/support/network.ts'
import { agreeLevel } from '../agree-level.ts'
import { appointToPost } from '../appoint-to-post.ts'
import { introductionsDue } from '../handover/introductions.sql.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { findOrganisation } from '../organisations.sql.ts'
import { relationshipsWithin } from '../relationships.sql.ts'
import { moveSchool } from './move-school.ts'
import { movesOf } from './move.ts'
import { schoolsRegisterRoutes } from './register.routes.ts'

const register = '/desk/dorset/schools/register'
const [west, purbeck] = ['dorset/west-dorset', 'dorset/purbeck']
const saturday = new Date('2026-11-21T14:00:00Z')

/** A school of Bridport that West Dorset keeps in touch with each term, and somebody of Purbeck who could. */
async function bridportSchool(t: TestContext) {
  const desk = await deskOf(t, schoolsRegisterRoutes)
  const { db, as } = desk
  await db`insert into neighbourhood (force_id, id, name, team_id) values ('dorset', '55.DT3001', 'Bridport', ${west})`
  const [inspector, sergeant] = [await as('inspector'), await as('sergeant', purbeck)]
  const file = 'urn,name,town,postcode,close_date\n113001,Bridport School,Bridport,DT6 3AB,\n'
  await inspector.upload(register, file, 'schools.csv')
  await inspector.send(`${register}/confirm`, {
    draft: hidden((await inspector.look(`${register}/check`)).body, 'draft'),
  })
  const [row] = await db<{ id: string }[]>`select id from organisation`
  const id = row?.id ?? ''
  const [line] = await relationshipsWithin(db, west, id)
  assert.ok(line)
  const keeper = keeperOf(inspector.id, saturday)
  await transaction(db, (sql) => agreeLevel(sql, line, { every: 'P3M', on: day('2026-11-01'), with: 'both' }, keeper))
  return { ...desk, inspector, sergeant, id, keeper, placed: () => placedIn(desk.db) }
}

const placedIn = async (db: Database) => [
  ...(await db`
    select r.team_id as team, r.owner_id as owner, r.every, r.next_due as due, r.ended_on as ended, s.starts_on as "from",
      s.ends_on as "to", s.team_id as "subjectTeam", o.team_id as now, o.subject_id = s.id as "isNow"
    from relationship r join subject s on s.id = r.subject_id join organisation o on o.id = r.organisation_id
    order by r.ended_on nulls last`),
]

test('a school whose place is another team’s now is offered as a move, and goes to its new owner at once', async (t) => {
  const { db, inspector, sergeant, id, placed } = await bridportSchool(t)
  assert.doesNotMatch((await inspector.look(register)).body, /Schools in another team/)
  await inspector.send(`${register}/place`, { onePlace: 'DT6', oneTeam: purbeck })
  const { body } = await inspector.look(register)
  assert.match(wordsOf(body), /Bridport School: who takes it over in Purbeck\? Bridport, URN 113001\. With West Dorset, owned by The inspector\./) // prettier-ignore
  const [before] = await placed()
  const form = { ...formOf(body), school: id, to: purbeck, [`owner-${id}`]: sergeant.id }
  for (let time = 0; time < 2; time++) assert.equal((await inspector.send(`${register}/moves`, form)).status, 303)
  const agreed = { every: 'P3M', due: '2027-02-01' }
  assert.deepEqual(await placed(), [
    { ...before, now: purbeck, isNow: false, ended: '2026-11-21', to: '2026-11-21' },
    { ...agreed, team: purbeck, owner: sergeant.id, ended: null, from: '2026-11-21', to: null, subjectTeam: purbeck, now: purbeck, isNow: true }, // prettier-ignore
  ])
  assert.doesNotMatch((await inspector.look(register)).body, /Schools in another team/)
  const told = await db`select about, detail from audit where verb = 'move school'`
  assert.deepEqual([...told], [{ about: `organisation/${id}`, detail: { from: west, to: purbeck, owner: sergeant.id, people: 0 } }]) // prettier-ignore
})

test('the new owner of a school that moved is to be introduced, in the name of whoever owned it', async (t) => {
  const { db, inspector, sergeant, id } = await bridportSchool(t)
  await inspector.send(`${register}/place`, { onePlace: '113001', oneTeam: purbeck })
  await inspector.send(`${register}/moves`, { school: id, to: purbeck, [`owner-${id}`]: sergeant.id })
  const due = await introductionsDue(db, purbeck, day('2026-12-19'))
  assert.deepEqual(
    due.map(({ label, toPerson, fromName, sent, dueOn }) => [label, toPerson, fromName, sent, dueOn]),
    [['Bridport School', sergeant.id, 'The inspector', false, '2026-12-19']],
  )
  assert.match(due[0]?.draft ?? '', /^Dear colleague,\n\nThe inspector has kept in touch .* From 21 November 2026 The sergeant takes over/) // prettier-ignore
  assert.equal((await introductionsDue(db, west, day('2027-12-19'))).length, 0)
})

test('a school stays with its team until somebody there is chosen to own it', async (t) => {
  const { db, as, inspector, id, placed } = await bridportSchool(t)
  await inspector.send(`${register}/place`, { onePlace: 'Bridport', oneTeam: purbeck })
  const before = await placed()
  await inspector.send(`${register}/moves`, { school: id, to: purbeck, [`owner-${id}`]: '' })
  assert.deepEqual(await placed(), before)
  const field = `owner-${id}`
  for (const wrong of [
    { to: purbeck, [field]: (await as('sergeant')).id },
    { to: west, [field]: (await as('neo')).id },
  ]) {
    const answer = await inspector.send(`${register}/moves`, { school: id, ...wrong })
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.body), /Choose who takes it over there/)
  }
  assert.deepEqual(await placed(), before)
  assert.deepEqual([...(await db`select id from handover`)], [])
})

test('its safeguarding officer goes with a school, but not somebody whom the team keeps in touch with besides', async (t) => {
  const { db, inspector, sergeant, id, keeper } = await bridportSchool(t)
  const school = await findOrganisation(db, west, id)
  assert.ok(school)
  const [officer, head] = [
    individual({ speaksFor: 'pupils' }, saturday),
    individual({ speaksFor: 'parents' }, saturday),
  ]
  await transaction(db, async (sql) => {
    await keepKeyIndividual(sql, officer, keeper, { forPostAlone: true })
    await keepKeyIndividual(sql, head, keeper)
    const post = { organisation: school, ward: '', party: null, since: day('2026-01-01') }
    await appointToPost(sql, { ...post, id: officer.id, role: 'safeguarding officer', keyIndividualId: officer.id }, keeper) // prettier-ignore
    await appointToPost(sql, { ...post, id: head.id, role: 'head', keyIndividualId: head.id }, keeper)
  })
  await inspector.send(`${register}/place`, { onePlace: 'Bridport', oneTeam: purbeck })
  await inspector.send(`${register}/moves`, { school: id, to: purbeck, [`owner-${id}`]: sergeant.id })
  const teams = await db<{ id: string; team: string }[]>`select id, team_id as team from key_individual`
  assert.deepEqual(
    [officer, head].map((one) => teams.find((row) => row.id === one.id)?.team),
    [purbeck, west],
  )
})

test('what was said of one school goes before its town, its town before its postcode, and words before names', () => {
  const school = { organisationId: 'o', urn: 113001, name: 'S', place: 'Bridport', postcode: 'DT6 3AB', teamId: 'a', owner: null } // prettier-ignore
  const guess = (place: string, teamId: string | null, isSaid = true) => ({ place, teamId, isSaid })
  const all = [guess('113001', 'b'), guess('bridport', 'c'), guess('dt6', 'd'), guess('bridport', 'e', false)]
  const goes = (...guesses: typeof all) => movesOf([school], guesses).map(({ toTeam }) => toTeam)
  assert.deepEqual(goes(...all.slice(0, 3)), ['b'])
  assert.deepEqual(goes(...all.slice(1, 3)), ['c'])
  assert.deepEqual(goes(...all.slice(2)), ['d'])
  assert.deepEqual(goes(...all.slice(3)), ['e'])
  assert.deepEqual(goes(guess('113001', null), guess('bridport', 'c')), [])
  assert.deepEqual(goes(guess('bridport', 'a')), [])
})

test('a move is made once by the verb itself, and never of a school that has closed or is another team’s by now', async (t) => {
  const { db, as, inspector, sergeant, id, keeper, placed } = await bridportSchool(t)
  const [to, from, north] = ['Purbeck', 'West Dorset', 'North'].map((name) => teamNamed(name))
  const owner = await findColleague(db, 'dorset', sergeant.id)
  assert.ok(to && from && north && owner)
  const move = (told = { id, from, to, owner }) => transaction(db, (sql) => moveSchool(sql, told, keeper))
  await assert.rejects(move({ id: inspector.id, from, to, owner }), /There is no such school/)
  await assert.rejects(move({ id, from: north, to, owner }), /moved elsewhere meanwhile/)
  const foreign = await findColleague(db, 'dorset', (await as('pcso')).id)
  assert.ok(foreign)
  await assert.rejects(move({ id, from, to, owner: foreign }), /works for its team/)
  await db`update organisation set closes_on = '2026-11-21' where id = ${id}`
  await assert.rejects(move(), /Bridport School has closed/)
  await db`update organisation set closes_on = null where id = ${id}`
  await move()
  const after = await placed()
  await move()
  assert.deepEqual(await placed(), after)
  assert.equal((await db`select id from handover`).length, 1)
})

const teamNamed = (name: string): Team => {
  const slug = name.toLowerCase().replace(' ', '-')
  return { id: `dorset/${slug}`, forceId: 'dorset', slug, name, schoolCouncil: null }
}
