import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { append } from '#ledger/append.ts'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { testDatabase } from '../../test/support/database.ts'
import { smallForce } from '../../test/support/force.ts'
import { served } from '../../test/support/served.ts'
import { publicRoutes } from './public.routes.ts'

/** The contract of West on a site that keeps no page, so that each visit asks what has changed. */
async function contractOfWest(t: TestContext) {
  const db = await testDatabase(t)
  await smallForce(db)
  let now = new Date('2019-12-01T12:00:00Z')
  const server = await served(t, publicRoutes, {
    db,
    clock: () => now,
    keptPages: 0,
    languagesOf: () => ['en', 'cy'],
  })
  const read = async (query = '', language = '') =>
    (await server.inject(`${language}/dorset/west/contract/2019${query}`)).body
  const meet = (on: string, teamId: string | null) =>
    transaction(db, (sql) =>
      append(sql, { forceId: 'dorset', teamId, timeZone: 'Europe/London', at: now, by: null }, [
        { kind: 'engagement held', happenedOn: day(on), source: `engagement/${on}`, facets: { advertised: true } },
      ]),
    )
  return { db, read, meet, onDay: (at: string) => void (now = new Date(at)) }
}

const evidenceOf = (body: string, ref: string) =>
  new RegExp(`commitments/${ref}[^"]*">(\\d+ pieces? of evidence|no evidence yet)`).exec(body)?.[1]

/** Why the first measure stands as it does. */
const whyOf = (body: string) => /<span class="measures__why">(.*?)<\/span>/.exec(body)?.[1] ?? ''

test('a contract that nothing happened to is told in the same words, and one that changed is told anew at once', async (t) => {
  const { db, read, meet, onDay } = await contractOfWest(t)
  const first = await read()
  assert.equal(evidenceOf(first, 'R10'), 'no evidence yet')
  assert.equal(await read(), first)
  await meet('2019-09-01', 'dorset/east')
  assert.equal(await read(), first)
  await meet('2019-09-01', 'dorset/west')
  assert.equal(evidenceOf(await read(), 'R10'), '1 piece of evidence')
  await meet('2019-10-01', null)
  assert.equal(evidenceOf(await read(), 'R10'), '2 pieces of evidence')
  await db`update commitment set text = 'A market each month' where ref = 'R10' and contract_id = 'dorset/west/2019'`
  assert.match(await read(), /A market each month/)
  await db`update team set name = 'West Dorset' where id = 'dorset/west'`
  assert.match(await read(), /<h1[^>]*>.*West Dorset neighbourhood policing team/)
  assert.match(await read(), /As at today, 1 December 2019/)
  onDay('2019-12-02T12:00:00Z')
  assert.match(await read(), /As at today, 2 December 2019/)
})

test('a clerk who is named otherwise is named so in the contract at once', async (t) => {
  const { db, read, onDay } = await contractOfWest(t)
  onDay('2020-02-20T12:00:00Z')
  assert.match(await read(), /Clerk of a/)
  const clerk = { forceId: 'dorset', teamId: 'dorset/west', kind: 'council clerk', from: day('2010-01-01'), to: null }
  await registerSubjects(db, [{ ...clerk, id: 'west/clerk/a', label: 'Clerk of Allington' }])
  assert.match(await read(), /Clerk of Allington/)
})

test('another day and another language of a contract do not stand in the place of today’s', async (t) => {
  const { read, meet } = await contractOfWest(t)
  await meet('2019-09-01', 'dorset/west')
  const today = await read()
  const inWelsh = await read('', '/cy')
  assert.match(whyOf(today), /^1 engagement/)
  assert.doesNotMatch(whyOf(inWelsh), /engagement/)
  assert.match(await read('?as-at=2019-08-20'), /As at 20 August 2019\./)
  assert.equal(evidenceOf(await read('?as-at=2019-08-20'), 'R10'), 'no evidence yet')
  assert.deepEqual([await read(), await read('', '/cy')], [today, inWelsh])
})
