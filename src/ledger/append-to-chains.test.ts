import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { testDatabase } from '../../test/support/database.ts'
import { smallForce } from '../../test/support/force.ts'
import { append, appendToChains } from './append.ts'
import type { Entry } from './evidence.ts'
import { takeChain, takeChains } from './ledger.sql.ts'
import { verifyChain } from './verify.ts'

const recorder = { forceId: 'dorset', timeZone: 'Europe/London', at: new Date('2019-12-01T12:00:00Z'), by: null }
const [west, east] = ['dorset/west', 'dorset/east']

const held = (on: string, reached: number): Entry => ({
  kind: 'engagement held',
  happenedOn: day(on),
  quantities: { reached },
  source: `engagement/${on}`,
})
const panelHeld: Entry = {
  kind: 'panel held',
  happenedOn: day('2019-11-20'),
  facets: { panel: 'OPCC panel' },
  source: 'r',
}
const corrected: Entry = { ...held('2019-09-01', 9), effect: 'corrects', supersedes: 1 }

const record = (db: Database, teamId: string | null, entries: readonly Entry[]) =>
  transaction(db, (sql) => append(sql, { ...recorder, teamId }, entries))

/** Every row and every head that some work leaves, as sealed, without keeping them. */
async function leftBy(db: Database, work: (sql: Sql) => Promise<unknown>) {
  const left: unknown[] = []
  const undone = new Error('Only looked at')
  await transaction(db, async (sql) => {
    await work(sql)
    left.push(
      [...(await sql`select to_jsonb(e) - 'entry' as row from evidence e order by e.entry`)],
      [...(await sql`select * from chain order by id`)],
    )
    throw undone
  }).catch((fault: unknown) => assert.equal(fault, undone))
  return left
}

test('what joins several chains at once is sealed as what joins each alone', async (t) => {
  const db = await testDatabase(t)
  await smallForce(db)
  for (const team of [west, east]) await record(db, team, [held('2019-09-01', 5)])
  const told = new Map<string | null, readonly Entry[]>([
    [west, [corrected, held('2019-10-01', 7)]],
    ['dorset/none', []],
    [null, [panelHeld]],
    [east, [held('2019-11-01', 8), corrected]],
  ])
  const oneByOne = await leftBy(db, async (sql) => {
    for (const teamId of [null, east, west]) await append(sql, { ...recorder, teamId }, told.get(teamId) ?? [])
  })
  assert.deepEqual(await leftBy(db, (sql) => appendToChains(sql, recorder, told)), oneByOne)
  const entries = await transaction(db, (sql) => appendToChains(sql, recorder, told))
  assert.deepEqual(
    entries,
    Array.from({ length: 5 }, (_, n) => (entries[0] ?? 0) + n),
  )
  const verified = await Promise.all(['dorset', east, west].map((chain) => verifyChain(db, chain)))
  assert.deepEqual(
    verified.map(({ whole, rows }) => [whole, rows]),
    [
      [true, 1],
      [true, 3],
      [true, 3],
    ],
  )
  const withdrawn: Entry = { ...held('2019-10-01', 7), effect: 'withdraws', supersedes: 3 }
  await record(db, west, [withdrawn])
  const again = new Map([west, east].map((team) => [team, [withdrawn]]))
  await assert.rejects(
    transaction(db, (sql) => appendToChains(sql, recorder, again)),
    /Entry 3 of dorset\/west is not there, or was superseded already/,
  )
})

test('whoever takes several chains takes them in one order, whatever order they name them in', async (t) => {
  const db = await testDatabase(t)
  await smallForce(db)
  for (const team of [west, east]) await transaction(db, (sql) => takeChain(sql, 'dorset', team))
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const { promise: taken, resolve: take } = Promise.withResolvers<void>()
  const first = transaction(db, async (sql) => {
    await takeChain(sql, 'dorset', east)
    take()
    await released
  })
  await taken
  const second = transaction(db, (sql) => takeChains(sql, 'dorset', [west, east]))
  while (
    (await db`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length ===
    0
  )
    await wait(10)
  const free = await transaction(db, (sql) => sql`select id from chain order by id for update skip locked`)
  release()
  await Promise.all([first, second])
  assert.deepEqual([...free], [{ id: west }], 'who waits for East does not keep others from West meanwhile')
})
