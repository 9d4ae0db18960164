import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { insertPerson } from '#people/people.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { testDatabase } from '../../test/support/database.ts'
import { individual, keeperOf, organisation } from '../../test/support/network.ts'
import { agreeLevel } from './agree-level.ts'
import { answerConcern, keepPromise } from './answer-contact.ts'
import { appointToPost, endPost } from './appoint-to-post.ts'
import type { Contact } from './contact.ts'
import { keepKeyIndividual } from './keep-key-individual.ts'
import { keepOrganisation } from './keep-organisation.ts'
import type { Keeper } from './keeper.ts'
import { logContact } from './log-contact.ts'
import { postsOf } from './posts.sql.ts'
import { relationshipsOf, relationshipWith, type RelationshipLine } from './relationships.sql.ts'
import { reviewRelationship } from './review-relationship.ts'

const now = new Date('2026-11-21T14:00:00Z')
const team = 'dorset/west-dorset'

async function teamOf(t: TestContext) {
  const db = await testDatabase(t)
  await db`insert into force (id, name) values ('dorset', 'Dorset Police')`
  await db`insert into team (id, force_id, slug, name) values (${team}, 'dorset', 'west-dorset', 'West Dorset')`
  const person = { name: 'Alex', role: 'sergeant', forceId: 'dorset', teamId: team, fictional: true } as const
  const id = await insertPerson(db, { ...person, email: 'alex@example.org', passwordHash: null }, now)
  return { db, keeper: keeperOf(id ?? '', now) }
}

const contact = (of: RelationshipLine, told: Partial<Contact> = {}): Contact => ({
  id: randomUUID(),
  relationshipId: of.id,
  teamId: team,
  madeOn: day('2026-11-20'),
  how: 'telephone',
  heard: '',
  voiced: '',
  promised: '',
  promisedBy: null,
  facets: [],
  ...told,
})

async function trader(db: Database, keeper: Keeper): Promise<RelationshipLine> {
  const kept = await transaction(db, (sql) => keepKeyIndividual(sql, individual({}, now), keeper))
  return found(db, kept.subjectId)
}

const found = async (db: Database, subjectId: string | null) =>
  (await relationshipWith(db, team, subjectId ?? '')) as RelationshipLine

const log = (db: Database, one: Contact, of: RelationshipLine, keeper: Keeper) =>
  transaction(db, (sql) => logContact(sql, one, of, keeper))

const kindsIn = async (db: Database) =>
  (await db<{ kind: string }[]>`select kind from evidence order by seq`).map(({ kind }) => kind)

test('an older contact that is logged after a newer one does not move the next due day back', async (t) => {
  const { db, keeper } = await teamOf(t)
  const of = await trader(db, keeper)
  await transaction(db, (sql) => agreeLevel(sql, of, { every: 'P1M', on: day('2026-10-01'), with: 'both' }, keeper))
  assert.equal((await found(db, of.subjectId)).nextDue, '2026-11-01')
  await log(db, contact(of, { madeOn: day('2026-11-20') }), of, keeper)
  await log(db, contact(of, { madeOn: day('2026-10-05') }), of, keeper)
  const { lastContactOn, nextDue } = await found(db, of.subjectId)
  assert.deepEqual([lastContactOn, nextDue], ['2026-11-20', '2026-12-20'])
  assert.deepEqual(await kindsIn(db), ['contact level agreed', 'contact made', 'contact made'])
})

test('a contact sent twice, or twice at once, is logged and evidenced once', async (t) => {
  const { db, keeper } = await teamOf(t)
  const of = await trader(db, keeper)
  const one = contact(of)
  assert.deepEqual((await Promise.all([log(db, one, of, keeper), log(db, one, of, keeper)])).sort(), [false, true])
  assert.equal(await log(db, one, of, keeper), false)
  assert.deepEqual(await kindsIn(db), ['contact made'])
})

test('a contact and an agreement at once leave the due day that follows from both', async (t) => {
  const { db, keeper } = await teamOf(t)
  const of = await trader(db, keeper)
  await Promise.all([
    log(db, contact(of), of, keeper),
    log(db, contact(of, { madeOn: day('2026-11-19') }), of, keeper),
    transaction(db, (sql) => agreeLevel(sql, of, { every: 'P1W', on: day('2026-11-01'), with: 'us alone' }, keeper)),
  ])
  const { every, lastContactOn, nextDue } = await found(db, of.subjectId)
  assert.deepEqual([every, lastContactOn, nextDue], ['P1W', '2026-11-20', '2026-11-27'])
})

test('the ledger learns that a concern was heard and answered, and no word of what was said or of who said it', async (t) => {
  const { db, keeper } = await teamOf(t)
  const of = await trader(db, keeper)
  const words = { heard: 'Zebra parking', voiced: 'Yellow lines', promised: 'Wardens', promisedBy: day('2026-11-30') }
  const one = contact(of, { ...words, facets: ['with NEO'] })
  await log(db, one, of, keeper)
  await transaction(db, (sql) =>
    answerConcern(sql, { id: one.id, subjectId: of.subjectId, on: day('2026-11-21') }, keeper),
  )
  await transaction(db, (sql) => keepPromise(sql, { id: one.id, on: day('2026-11-21') }, keeper))
  const rows = await db`select kind, facets, subjects, about from evidence order by seq`
  const about = `contact/${one.id}`
  const subjects = [of.subjectId]
  assert.deepEqual(
    [...rows],
    [
      {
        kind: 'contact made',
        facets: { how: 'telephone', 'with NEO': true, 'concern heard': true, 'concern voiced': true },
        subjects,
        about,
      },
      { kind: 'concern raised', facets: { source: 'key individual' }, subjects, about },
      { kind: 'concern answered', facets: {}, subjects, about },
    ],
  )
  const everything = JSON.stringify([
    await db`select * from evidence`,
    await db`select * from audit`,
    await db`select * from subject`,
  ])
  for (const word of ['Zebra', 'Yellow', 'Wardens', 'Morgan', 'Fictional'])
    assert.doesNotMatch(everything, new RegExp(word))
  const again = transaction(db, (sql) => keepPromise(sql, { id: one.id, on: day('2026-11-21') }, keeper))
  await assert.rejects(again, /noted as kept before/)
})

test('a council that a contract named before is the same subject, and so is its clerk, whoever comes and goes', async (t) => {
  const { db, keeper } = await teamOf(t)
  const named = { forceId: 'dorset', teamId: team, from: day('2019-08-02'), to: null }
  await registerSubjects(db, [
    { ...named, id: 'named/council', kind: 'council', label: 'Bridport Town Council' },
    { ...named, id: 'named/clerk', kind: 'council clerk', label: 'Clerk of Bridport Town Council' },
  ])
  const council = await transaction(db, (sql) => keepOrganisation(sql, organisation({}), keeper))
  const clerks = ['Eden Fictional', 'Rowan Fictional'].map((name) => individual({ name }, now))
  for (const [n, clerk] of clerks.entries())
    await transaction(db, async (sql) => {
      await keepKeyIndividual(sql, clerk, keeper, { forPostAlone: true })
      const since = day(n === 0 ? '2024-05-01' : '2026-05-01')
      const appointment = {
        id: randomUUID(),
        organisation: council,
        role: 'clerk',
        ward: '',
        party: null,
        since,
      } as const
      await appointToPost(sql, { ...appointment, keyIndividualId: clerk.id }, keeper)
      await appointToPost(sql, { ...appointment, keyIndividualId: clerk.id }, keeper)
    })
  const lines = await relationshipsOf(db, team, { kind: null, tag: null }, { from: 0, most: 10 })
  assert.deepEqual(
    lines.map(({ subjectId, name }) => [subjectId, name]),
    [
      ['named/council', null],
      ['named/clerk', 'Rowan Fictional'],
    ],
  )
  const held = async (on: string) => (await postsOf(db, [council.id], on)).map(({ name }) => name)
  assert.deepEqual([await held('2026-04-30'), await held('2026-05-01')], [['Eden Fictional'], ['Rowan Fictional']])
  assert.equal((await db`select id from subject`).length, 2)
  const renamed = { ...council, name: 'Bridport Council' }
  await transaction(db, (sql) => keepOrganisation(sql, renamed, keeper))
  assert.deepEqual(
    (await db<{ label: string }[]>`select label from subject order by id`).map(({ label }) => label),
    ['Clerk of Bridport Council', 'Bridport Council'],
  )
})

test('a clerk of former days may be noted later, and a ward keeps its three councillors side by side', async (t) => {
  const { db, keeper } = await teamOf(t)
  const council = await transaction(db, (sql) => keepOrganisation(sql, organisation({}), keeper))
  const appoint = async (name: string, role: 'clerk' | 'councillor', since: string) => {
    const person = individual({ name }, now)
    await transaction(db, async (sql) => {
      await keepKeyIndividual(sql, person, keeper, { forPostAlone: true })
      const post = { id: randomUUID(), organisation: council, role, ward: role === 'clerk' ? '' : 'North', party: null }
      await appointToPost(sql, { ...post, keyIndividualId: person.id, since: day(since) }, keeper)
    })
  }
  await appoint('Eden', 'clerk', '2024-05-01')
  await appoint('Quinn', 'clerk', '2020-01-01')
  for (const name of ['Blake', 'Wren', 'Sage']) await appoint(name, 'councillor', '2025-05-01')
  const held = async (on: string) => (await postsOf(db, [council.id], on)).flatMap(({ name }) => name ?? []).sort()
  assert.deepEqual(await held('2024-04-30'), ['Quinn'])
  assert.deepEqual(await held('2026-11-21'), ['Blake', 'Eden', 'Sage', 'Wren'])
  const [eden] = await postsOf(db, [council.id], '2026-11-21')
  const end = { id: eden?.heldId ?? '', postId: eden?.id ?? '', until: day('2026-11-01') }
  await transaction(db, (sql) => endPost(sql, end, keeper))
  assert.deepEqual(await held('2026-11-21'), ['Blake', 'Sage', 'Wren'])
  await assert.rejects(
    transaction(db, (sql) => endPost(sql, end, keeper)),
    /left that post before/,
  )
})

test('D3.2: the yearly review sent twice is kept and evidenced once', async (t) => {
  const { db, keeper } = await teamOf(t)
  const of = await trader(db, keeper)
  const on = day('2026-11-21')
  const told = { cameOfIt: 'Fewer thefts', worthIt: 'yes', toChange: 'Nothing' } as const
  const review = { ...told, id: randomUUID(), relationshipId: of.id, on }
  for (const _ of [1, 2]) await transaction(db, (sql) => reviewRelationship(sql, of, review, keeper))
  assert.equal((await found(db, of.subjectId)).reviewedOn, on)
  assert.deepEqual(await kindsIn(db), ['relationship reviewed'])
})

test('what another team holds under an id stays as it is', async (t) => {
  const { db, keeper } = await teamOf(t)
  await db`insert into team (id, force_id, slug, name) values ('dorset/purbeck', 'dorset', 'purbeck', 'Purbeck')`
  const ours = individual({}, now)
  await transaction(db, (sql) => keepKeyIndividual(sql, ours, keeper))
  const theirs = { ...ours, teamId: 'dorset/purbeck', name: 'Somebody else' }
  const taken = transaction(db, (sql) => keepKeyIndividual(sql, theirs, { ...keeper, teamId: 'dorset/purbeck' }))
  await assert.rejects(taken, /held by another team/)
  assert.deepEqual([...(await db`select name from key_individual`)], [{ name: 'Morgan Fictional' }])
})
