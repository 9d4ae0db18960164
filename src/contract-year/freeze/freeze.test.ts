import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import type { Contract } from '#contracts/contract.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { append } from '#ledger/append.ts'
import type { Entry } from '#ledger/evidence.ts'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { smallForce } from '../../../test/support/force.ts'
import { daysNotJudged, findFreeze, frozenPackOf } from '../freezes.sql.ts'
import { draftAgain, draftSelfEvaluation } from '../self-evaluation/write-self-evaluation.ts'
import { contentHash } from './canonical.ts'
import { freezeContract } from './freeze-contract.ts'
import { replayFreeze } from './replay-freeze.ts'

const at = new Date('2020-09-01T12:00:00Z')
const later = new Date('2020-10-01T12:00:00Z')
const place = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }
const acting = { ...place, at, person: null }
const person = '00000000-0000-4000-8000-0000000000aa'

const record = (db: Database, entries: readonly Entry[], when = at) =>
  transaction(db, (sql) => append(sql, { ...place, at: when, by: person }, entries))

const held = (on: string): Entry => ({
  kind: 'engagement held',
  happenedOn: day(on),
  quantities: { reached: 12 },
  facets: { method: 'surgery', advertised: true },
  source: 'engagement/1',
})

/** West's contract of 2019 with an event in each month but two, and its self evaluation drafted. */
async function drafted(t: TestContext) {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const months = [
    '2019-08',
    '2019-09',
    '2019-10',
    '2019-11',
    '2019-12',
    '2020-01',
    '2020-02',
    '2020-03',
    '2020-06',
    '2020-07',
  ]
  await record(db, [
    ...months.map((month) => held(`${month}-15`)),
    { kind: 'contact made', happenedOn: day('2019-09-03'), subjects: ['west/clerk/a'], source: 'contact/1' },
  ])
  const standing = () =>
    contractStanding(db, { contract: west.contract, forceId: 'dorset', timeZone: place.timeZone, asAt: null, now: at })
  const asked = { revision: null, standing: await standing() }
  await transaction(db, (sql) => draftSelfEvaluation(sql, asked, acting))
  return { db, standing }
}

async function frozen(t: TestContext) {
  const { db } = await drafted(t)
  const id = randomUUID()
  await transaction(db, (sql) => freezeContract(sql, { id, year: 2019, revision: null }, acting))
  return { db, id }
}

test('what the panel is given holds how all stood, the texts and the seals of the evidence, under one hash', async (t) => {
  const { db, id } = await frozen(t)
  const pack = await frozenPackOf(db, 'dorset/west/2019')
  const found = await findFreeze(db, id)
  assert.ok(pack && found)
  assert.deepEqual([pack.id, pack.asAt, pack.frozenAt], [id, '2020-08-02', at])
  assert.equal(contentHash(found.bytes), pack.hash)
  assert.deepEqual(
    [pack.standing.byRef.get('R10')?.standing, pack.standing.byRef.get('R10')?.numerator],
    ['missed', 10],
  )
  assert.deepEqual(
    pack.chains.map((chain) => [chain.id, chain.length]),
    [['dorset/west', 11]],
  )
  const [face, elsewhere] = pack.selfEvaluation
  assert.match(
    face?.shortfalls[0]?.words ?? '',
    /^“An advertised event each month” \(R10\): missed\. Promised every month: kept in 10 of 12 months/,
  )
  assert.equal(elsewhere?.title, 'Promises outside the standards')
  assert.equal(found.bytes.includes(person), false)
})

test('a frozen year is built again from the ledger to the same standings, and what came later is told as later', async (t) => {
  const { db, id } = await frozen(t)
  assert.deepEqual(await replayFreeze(db, id), { equal: true, differences: [], reworded: [], later: 0 })
  // Recorded later, though it bears an earlier clock; and what was known then is withdrawn, and erased by right.
  await record(db, [held('2020-04-15')], new Date('2020-08-20T12:00:00Z'))
  await record(
    db,
    [
      { ...held('2019-08-15'), effect: 'withdraws', supersedes: 1 },
      { ...held('2019-09-15'), effect: 'erases', supersedes: 2 },
    ],
    later,
  )
  assert.deepEqual(await replayFreeze(db, id), { equal: true, differences: [], reworded: [], later: 3 })
})

test('subjects, calendars and promises that change later change nothing of a frozen year', async (t) => {
  const { db, id } = await frozen(t)
  const clerk = { id: 'west/clerk/a', forceId: 'dorset', teamId: 'dorset/west', kind: 'council clerk' }
  await registerSubjects(db, [{ ...clerk, label: 'Clerk of another name', from: day('2020-07-30'), to: null }])
  await db`update commitment set measures = '[]' where contract_id = 'dorset/west/2019'`
  assert.deepEqual(await replayFreeze(db, id), { equal: true, differences: [], reworded: [], later: 0 })
})

test('evidence that is changed under a freeze is found, and named', async (t) => {
  const { db, id } = await frozen(t)
  await db.unsafe(`alter table evidence disable trigger user;
    update evidence set happened_on = '2019-08-16' where chain = 'dorset/west' and seq = 2; alter table evidence enable trigger user`)
  const { equal, differences } = await replayFreeze(db, id)
  assert.equal(equal, false)
  assert.equal(differences[0], 'The chain of dorset/west is broken: entry 2 is not what was recorded.')
  assert.match(
    differences[1] ?? '',
    /^R10 was frozen as missed; the ledger now gives missed: Promised every month: kept in 9 of 12 months/,
  )
})

test('later evidence that is changed says nothing of a frozen year, and kept bytes that are not what was hashed are found', async (t) => {
  const { db, id } = await frozen(t)
  await record(db, [held('2020-04-15')], later)
  await db.unsafe(`alter table evidence disable trigger user;
    update evidence set happened_on = '2020-04-16' where chain = 'dorset/west' and seq = 12; alter table evidence enable trigger user`)
  assert.deepEqual(await replayFreeze(db, id), { equal: true, differences: [], reworded: [], later: 1 })
  await db.unsafe(`alter table contract_freeze disable trigger user;
    alter table contract_freeze drop constraint contract_freeze_check; update contract_freeze set content = content || ' '`)
  assert.deepEqual((await replayFreeze(db, id)).differences, ['What is kept is not what was hashed.'])
})

test('a chain that was written anew after its freeze no longer bears the seal it had', async (t) => {
  const { db, id } = await frozen(t)
  await db.unsafe(`alter table evidence disable trigger user;
    update evidence set hash = '\\x00' where chain = 'dorset/west' and seq = 11; alter table evidence enable trigger user`)
  const { differences } = await replayFreeze(db, id)
  assert.equal(differences[0], 'Entry 11 of dorset/west does not bear the seal it had.')
})

test('a freeze is never changed, and the database itself refuses bytes that are not what was hashed', async (t) => {
  const { db, id } = await frozen(t)
  await assert.rejects(db`update contract_freeze set content = '{}'`, /only grows: UPDATE is refused/)
  await assert.rejects(db`delete from contract_freeze where id = ${id}`, /only grows: DELETE is refused/)
  const forged = db`
    insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    select ${randomUUID()}, contract_id, frozen_at, content || ' ', hash from contract_freeze`
  await assert.rejects(forged, /violates check constraint/)
})

test('nothing is frozen that claims evidence which says otherwise by now; drafted again, it is', async (t) => {
  const { db, standing } = await drafted(t)
  await record(db, [held('2020-04-15')])
  const freeze = () =>
    transaction(db, (sql) => freezeContract(sql, { id: randomUUID(), year: 2019, revision: null }, acting))
  await assert.rejects(
    freeze(),
    /2 sentences rest on evidence that says otherwise by now: draft the figures again first/,
  )
  assert.equal(await frozenPackOf(db, 'dorset/west/2019'), null)
  const again = { version: 1, standing: await standing() }
  await transaction(db, (sql) => draftAgain(sql, again, acting))
  await freeze()
  assert.equal((await frozenPackOf(db, 'dorset/west/2019'))?.standing.byRef.get('R10')?.numerator, 11)
})

test('nobody freezes a year before its last day without a reason, not even the program itself', async (t) => {
  const { db } = await drafted(t)
  await db`update contract set ends_on = '2020-09-02' where id = 'dorset/west/2019'`
  const contract = (await findContract(db, place.teamId, 2019)) as Contract
  const { forceId, timeZone } = place
  const now = await contractStanding(db, { contract, forceId, timeZone, asAt: null, now: at })
  await transaction(db, (sql) => draftAgain(sql, { version: 1, standing: now }, acting))
  const freeze = (reason?: string) =>
    transaction(db, (sql) =>
      freezeContract(sql, { id: randomUUID(), year: 2019, revision: null, ...(reason && { reason }) }, acting),
    )
  await assert.rejects(freeze(), /Its year is not over: say why it is frozen before its last day/)
  await freeze('The team is merged with another.')
  assert.deepEqual(await daysNotJudged(db, 'dorset/west/2019'), { days: 1, reason: 'The team is merged with another.' })
})

test('what a later program words otherwise is told as wording; a figure that differs is still the ledger’s', async (t) => {
  const { db } = await frozen(t)
  const frozenAs = async (said: string, otherwise: string) => {
    const id = randomUUID()
    const added = await db`
      insert into contract_freeze (id, contract_id, frozen_at, content, hash)
      select ${id}, contract_id, frozen_at, c, sha256(convert_to(c, 'UTF8'))
      from contract_freeze, lateral (select replace(content, ${said}, ${otherwise}) as c) d
      where content <> c limit 1 returning id`
    assert.equal(added.length, 1)
    return replayFreeze(db, id)
  }
  assert.deepEqual(await frozenAs('kept in 10 of 12 months', 'done in 10 of all 12 months'), {
    equal: true,
    differences: [],
    reworded: ['R10'],
    later: 0,
  })
  const { equal, differences, reworded } = await frozenAs('"numerator":10', '"numerator":11')
  assert.deepEqual([equal, reworded], [false, []])
  assert.match(differences.join(), /^R10 was frozen as missed; the ledger now gives missed: Promised every month/)
})
