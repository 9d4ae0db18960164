import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { eraseKeyIndividual } from '#network/care/erase-key-individual.ts'
import { endKeepingUp } from '#network/care/end-keeping-up.ts'
import { agreeLevel } from '#network/agree-level.ts'
import { keepKeyIndividual } from '#network/keep-key-individual.ts'
import { relationshipWith } from '#network/relationships.sql.ts'
import type { KeyIndividual } from '#network/key-individual.ts'
import type { Role } from '#people/person.ts'
import { insertPerson } from '#people/people.sql.ts'
import { beginSession } from '#people/session.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, saturday } from '../../test/support/desk.ts'
import { individual, keeperOf } from '../../test/support/network.ts'
import { fieldRoutes } from './field.routes.ts'

const clock = saturday.getTime()
const westDorset = 'dorset/west-dorset'

/** A desk with two colleagues of West Dorset and their phones. */
async function phonesOf(t: TestContext) {
  const { db, server } = await deskOf(t, fieldRoutes)
  const phone = async (role: Role = 'pcso', teamId: string | null = westDorset) => {
    const person = { name: 'Somebody', role, forceId: 'dorset', teamId, fictional: true, passwordHash: null }
    const id = (await insertPerson(db, { ...person, email: `${randomUUID()}@example.org` }, saturday)) ?? ''
    const cookie = `frankpledge=${await beginSession(db, id, saturday, null)}`
    const send = async (...records: readonly object[]) => {
      const payload = { person: id, phoneClock: clock, records }
      const answer = await server.inject({ method: 'POST', url: '/api/field/records', headers: { cookie }, payload })
      return answer.json().records
    }
    const due = async (team = westDorset) => {
      const answer = await server.inject({ url: `/field/due?team=${team}`, headers: { cookie } })
      return answer.statusCode === 200 ? answer.json() : answer.statusCode
    }
    return { id, send, due }
  }
  const [robin, alex] = [await phone(), await phone()]
  const keeper = keeperOf(robin.id, saturday)
  /** Keeps up somebody who was to be called every month, since a day. */
  const keptUp = async (since: string, told: Partial<KeyIndividual> = {}, by = keeper) =>
    transaction(db, async (sql) => {
      const person = await keepKeyIndividual(sql, individual({ telephone: '01305 998877', ...told }, saturday), by)
      const line = await relationshipWith(sql, westDorset, person.subjectId ?? '')
      if (!line) throw new Error('there is a relationship')
      await agreeLevel(sql, line, { every: 'P1M', on: day(since), with: 'both' }, by)
      return { ...line, person }
    })
  return { db, phone, robin, alex, keeper, keptUp }
}

const contact = (id: string, more: object = {}, made = clock - 30 * 60_000) => ({
  id: randomUUID(),
  team: westDorset,
  madeAt: made,
  fields: { what: 'contact', with: id, how: 'telephone', dated: 'by the clock', ...more },
})

const states = (answers: readonly { state: string; reason?: string }[]) =>
  answers.map(({ state, reason }) => [state, reason])

test('a contact from a phone is logged by the desk’s rules, sent again it is logged once, and the next is due a month on', async (t) => {
  const { db, robin, keptUp } = await phonesOf(t)
  const { id, subjectId } = await keptUp('2026-10-01')
  const said = { heard: 'Xylophones at night', promised: 'A visit', promisedBy: '2026-12-01', facets: ['briefing'] }
  const one = contact(id, said)
  assert.deepEqual(states(await robin.send(one)), [['kept', undefined]])
  assert.deepEqual(states(await robin.send(one)), [['kept before', undefined]])
  const [kept] = await db`select c.made_on, c.how, c.heard, c.promised_by, c.facets, c.logged_by, r.next_due
    from contact c join relationship r on r.id = c.relationship_id`
  assert.deepEqual(kept, {
    made_on: '2026-11-21',
    how: 'telephone',
    heard: 'Xylophones at night',
    promised_by: '2026-12-01',
    facets: ['briefing'],
    logged_by: robin.id,
    next_due: '2026-12-21',
  })
  const told = await db`select kind, subjects from evidence where source = ${`contact/${one.id}`} order by seq`
  assert.deepEqual(
    [...told],
    [
      { kind: 'contact made', subjects: [subjectId] },
      { kind: 'concern raised', subjects: [subjectId] },
    ],
  )
  assert.doesNotMatch(JSON.stringify([...(await db`select * from evidence`)]), /Xylophone/)
})

test('a phone whose clock is a day ahead logs the contact on its day; what has not come yet, and what is not of the team, comes back', async (t) => {
  const { db, phone, robin, keptUp } = await phonesOf(t)
  const { id } = await keptUp('2026-10-01')
  const volunteer = await phone('volunteer')
  const [ahead] = await robin.send(contact(id, {}, clock + 24 * 60 * 60_000))
  assert.equal(ahead.state, 'kept')
  const [future, nobody, half, elsewhere] = await robin.send(
    contact(id, { dated: 'as typed', madeOn: '2026-11-22' }),
    contact(randomUUID()),
    contact(id, { how: '', promised: 'A visit' }),
    { ...contact(id), team: 'dorset/purbeck' },
  )
  const tooSoon = '22 November 2026 has not come yet: log it once it was made'
  assert.deepEqual([future.fields, future.reason], [{ madeOn: tooSoon }, `${tooSoon}.`])
  assert.equal(nobody.reason, 'West Dorset is not in touch with them: choose whom it was with again.')
  assert.deepEqual(Object.keys(half.fields), ['how'])
  assert.equal(elsewhere.reason, 'You may not keep in touch for Purbeck. Ask its sergeant to log this.')
  const [refused] = await volunteer.send(contact(id))
  assert.match(refused.reason, /may not keep in touch for West Dorset/)
  const days = await db`select made_on from contact`
  assert.deepEqual([...days], [{ made_on: '2026-11-21' }])
})

test('two phones that log the same call each keep theirs, and nobody may send under a colleague’s id', async (t) => {
  const { db, robin, alex, keptUp } = await phonesOf(t)
  const { id } = await keptUp('2026-10-01')
  const one = contact(id)
  const both = await Promise.all([robin.send(one), alex.send(contact(id))])
  assert.deepEqual(states(both.flat()), [
    ['kept', undefined],
    ['kept', undefined],
  ])
  assert.equal((await alex.send(one))[0].state, 'refused')
  const [{ count } = { count: 0 }] = await db`select count(*) as count from contact`
  assert.equal(count, 2)
})

test('a contact is kept after the relationship was handed over, and refused for a day after it ended', async (t) => {
  const { db, robin, alex, keeper, keptUp } = await phonesOf(t)
  const since = { ...keeper, at: new Date('2026-10-01T12:00:00Z') }
  const [handed, ended] = [await keptUp('2026-10-01'), await keptUp('2026-10-01', { speaksFor: 'farmers' }, since)]
  await db`update relationship set owner_id = ${alex.id} where id = ${handed.id}`
  const before = { ...keeper, at: new Date('2026-11-19T12:00:00Z') }
  await transaction(db, (sql) => endKeepingUp(sql, [ended.person], before))
  const late = contact(ended.id)
  assert.deepEqual(states(await robin.send(contact(handed.id), late, contact(ended.id, {}, before.at.getTime()))), [
    ['kept', undefined],
    ['refused', 'Keeping in touch ended on 19 November 2026. Log what happened until then.'],
    ['kept', undefined],
  ])
})

test('of somebody who was erased while the record waited nothing is kept, and the phone is told to forget', async (t) => {
  const { db, robin, keeper, keptUp } = await phonesOf(t)
  const { id, person } = await keptUp('2026-10-01')
  const sent = contact(id, { heard: 'Xylophones' })
  await robin.send(sent)
  await transaction(db, (sql) => eraseKeyIndividual(sql, { id: person.id, reason: 'they asked for it' }, keeper))
  const [again, late] = await robin.send(sent, contact(id, { heard: 'Zithers' }, clock - 10 * 24 * 60 * 60_000))
  assert.equal(again.state, 'kept before')
  assert.deepEqual([late.state, late.forget], ['refused', true])
  assert.doesNotMatch(JSON.stringify([...(await db`select * from contact`)]), /Xylophones|Zithers/)
  assert.deepEqual((await robin.due()).people, [])
})

test('a phone learns of thirty people due within a week, the own ones first, and no more of each than it takes to call', async (t) => {
  const { phone, robin, alex, keptUp } = await phonesOf(t)
  const byAlex = keeperOf(alex.id, saturday)
  await keptUp('2026-09-01', { name: 'Wren', speaksFor: 'anglers', reachBy: 'visit' }, byAlex)
  await keptUp('2026-10-28', { name: 'Sage', speaksFor: 'bakers', address: '1 Larkspur Lane' })
  await keptUp('2026-10-29', { name: 'Blake', speaksFor: 'cobblers' })
  const told = await robin.due()
  assert.deepEqual(told.people, [
    {
      id: told.people[0].id,
      label: 'Key individual: bakers',
      name: 'Sage',
      telephone: '01305 998877',
      reachBy: null,
      nextDue: '2026-11-28',
      own: true,
    },
    {
      id: told.people[1].id,
      label: 'Key individual: anglers',
      name: 'Wren',
      telephone: '01305 998877',
      reachBy: 'visit',
      nextDue: '2026-10-01',
      own: false,
    },
  ])
  for (let n = 0; n < 31; n++) await keptUp('2026-10-02', { speaksFor: `people of street ${n}` }, byAlex)
  const many = await robin.due()
  assert.deepEqual([many.people.length, many.isCut, many.people[0].name], [30, true, 'Sage'])
  assert.deepEqual([(await robin.due('dorset/purbeck')).people, await (await phone('volunteer')).due()], [[], 403])
})
