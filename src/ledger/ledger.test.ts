import assert from 'node:assert/strict'
import test from 'node:test'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import { testDatabase } from '../../test/support/database.ts'
import { smallForce } from '../../test/support/force.ts'
import { append } from './append.ts'
import type { Entry } from './evidence.ts'
import { evidenceRows, newestRows } from './ledger.sql.ts'
import { verifyChain } from './verify.ts'

const at = new Date('2019-12-01T12:00:00Z')
const west = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', at, by: null }
const held = (on: string, parts: Partial<Entry> = {}): Entry =>
  ({ kind: 'engagement held', happenedOn: day(on), source: `engagement/${on}`, ...parts }) as Entry

const record = (database: Database, entries: readonly Entry[], recording = west) =>
  transaction(database, (sql) => append(sql, recording, entries))

test('the database itself refuses to change, delete or empty evidence', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  await record(database, [held('2019-09-01')])
  await assert.rejects(
    database`update evidence set kind = 'contact made'`,
    /the ledger is append-only: UPDATE is refused/,
  )
  await assert.rejects(database`delete from evidence`, /the ledger is append-only: DELETE is refused/)
  await assert.rejects(database`truncate evidence cascade`, /the ledger is append-only: TRUNCATE is refused/)
  assert.deepEqual((await database`select count(*)::int as n from evidence`)[0], { n: 1 })
})

test('a team’s chain verifies, and each team has a chain of its own', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  await record(database, [
    held('2019-09-01', {
      quantities: { reached: 12, 'spoke with': 5 },
      facets: { method: 'surgery', communities: ['rural'] },
    }),
    held('2019-09-02'),
  ])
  await record(database, [held('2019-09-03')])
  await record(database, [held('2019-09-03')], { ...west, teamId: 'dorset/east' })
  const verified = await verifyChain(database, 'dorset/west')
  assert.deepEqual({ ...verified, head: '' }, { whole: true, chain: 'dorset/west', rows: 3, head: '' })
  const other = await verifyChain(database, 'dorset/east')
  assert.equal(other.whole && other.rows, 1)
  assert.notEqual(other.whole && other.head, verified.whole && verified.head)
})

test('whoever gets round the database and alters evidence is found, and the first broken link is named', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  await record(
    database,
    ['2019-09-01', '2019-09-02', '2019-09-03', '2019-09-04'].map((on) => held(on, { quantities: { reached: 3 } })),
  )
  await database`alter table evidence disable trigger user`
  await database`update evidence set quantities = '{"reached": 300}' where seq = 2`
  assert.deepEqual(await verifyChain(database, 'dorset/west'), {
    whole: false,
    chain: 'dorset/west',
    rows: 1,
    seq: 2,
    fault: 'entry 2 is not what was recorded',
  })
  await database`update evidence set quantities = '{"reached": 3}' where seq = 2`
  assert.equal((await verifyChain(database, 'dorset/west')).whole, true)
  await database`delete from evidence where seq = 3`
  assert.deepEqual(await verifyChain(database, 'dorset/west'), {
    whole: false,
    chain: 'dorset/west',
    rows: 2,
    seq: 3,
    fault: 'entry 3 is gone: entry 4 stands in its place',
  })
  await database`delete from evidence where seq = 4`
  assert.deepEqual(await verifyChain(database, 'dorset/west'), {
    whole: false,
    chain: 'dorset/west',
    rows: 2,
    seq: 3,
    fault: 'entry 3 is gone: the chain has 4 entries',
  })
})

test('a correction supersedes what it corrects, which stays in the ledger and is corrected only once', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  await record(database, [held('2019-09-01', { quantities: { reached: 3 } })])
  await record(database, [
    held('2019-09-01', { effect: 'corrects', supersedes: 1, quantities: { reached: 30 } } as Partial<Entry>),
  ])
  await assert.rejects(
    record(database, [held('2019-09-01', { effect: 'withdraws', supersedes: 1 } as Partial<Entry>)]),
    /Entry 1 of dorset\/west is not there, or was superseded already/,
  )
  await record(database, [held('2019-09-01', { effect: 'withdraws', supersedes: 2 } as Partial<Entry>)])
  const rows = await database`select seq, effect, supersedes from evidence order by seq`
  assert.deepEqual(
    rows.map((row) => [row['seq'], row['effect'], row['supersedes']]),
    [
      [1, 'states', null],
      [2, 'corrects', 1],
      [3, 'withdraws', 2],
    ],
  )
  assert.equal((await verifyChain(database, 'dorset/west')).whole, true)
})

test('an erasure leaves a tombstone: the record is gone by right, and what it counted for still counts', async (t) => {
  const database = await testDatabase(t)
  const { west: contract } = await smallForce(database)
  await record(database, [held('2019-09-01', { facets: { advertised: true } })])
  const before = (await stand(database, contract, day('2019-12-01'))).get('D2.1')
  await record(database, [held('2019-09-01', { effect: 'erases', supersedes: 1 } as Partial<Entry>)])
  assert.deepEqual((await stand(database, contract, day('2019-12-01'))).get('D2.1'), before)
  const [row] = await evidenceRows(database, before?.evidence ?? [])
  assert.deepEqual([row?.seq, row?.supersededBy, row?.erasedOn], [1, null, at])
  assert.equal((await verifyChain(database, 'dorset/west')).whole, true)
})

test('evidence is read a page at a time, the newest happening first, each row with what became of it', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  const days = ['2019-09-03', '2019-09-01', '2019-09-04', '2019-09-03']
  await record(
    database,
    days.map((on) => held(on)),
  )
  await record(database, [held('2019-09-03', { effect: 'corrects', supersedes: 1 } as Partial<Entry>)])
  await record(database, [held('2019-09-01', { effect: 'erases', supersedes: 2 } as Partial<Entry>)])
  const entries = (await database<{ entry: number }[]>`select entry from evidence where seq <= 4`).map(
    (row) => row.entry,
  )
  const page = async (skip: number) =>
    (await newestRows(database, entries, { skip, most: 2 })).map((row) => [
      row.happenedOn,
      row.supersededBy !== null,
      row.erasedOn,
    ])
  assert.deepEqual(
    [await page(0), await page(2), await page(4)],
    [
      [
        ['2019-09-04', false, null],
        ['2019-09-03', false, null],
      ],
      [
        ['2019-09-03', true, null],
        ['2019-09-01', false, at],
      ],
      [],
    ],
  )
})

test('a correction may not turn a meeting into something of another kind', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  await record(database, [held('2019-09-01')])
  await assert.rejects(
    record(database, [
      { kind: 'contact made', happenedOn: day('2019-09-01'), source: 'x', effect: 'corrects', supersedes: 1 },
    ]),
    /Entry 1 is “engagement held”, not “contact made”/,
  )
})

test('evidence that has not happened, of no known kind, with an odd figure or of an unknown council is refused whole', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  const refused: readonly (readonly [Entry, RegExp])[] = [
    [held('2019-12-02'), /2019-12-02 has not come yet/],
    [held('2019-09-01', { kind: 'constructor' }), /there is no evidence of the kind “constructor”/],
    [held('2019-09-01', { quantities: { likes: 4 } }), /engagement held carries no figure “likes”/],
    [held('2019-09-01', { quantities: { reached: -1 } }), /“reached” must be a number from 0/],
    [held('2019-09-01', { facets: { method: 'séance' } }), /“method” is never “séance”/],
    [held('2019-09-01', { subjects: ['west/clerk/nobody'] }), /the force has no subject “west\/clerk\/nobody”/],
  ]
  for (const [entry, words] of refused) await assert.rejects(record(database, [held('2019-09-01'), entry]), words)
  assert.deepEqual((await database`select count(*)::int as n from evidence`)[0], { n: 0 })
})

test('two officers who record at the same moment both join the chain, one after the other', async (t) => {
  const database = await testDatabase(t)
  await smallForce(database)
  await Promise.all(
    Array.from({ length: 12 }, (_, n) => record(database, [held(`2019-09-${String(n + 1).padStart(2, '0')}`)])),
  )
  const verified = await verifyChain(database, 'dorset/west')
  assert.deepEqual([verified.whole, verified.rows], [true, 12])
})
