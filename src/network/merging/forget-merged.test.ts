import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { transaction, type Database } from '#platform/database/database.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { individual, keeperOf } from '../../../test/support/network.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import type { Keeper } from '../keeper.ts'
import { forgetMerged } from './forget-merged.ts'
import { mergeKeyIndividuals } from './merge-key-individuals.ts'
import { undoMerge } from './undo-merge.ts'

const daysOn = (days: number) => new Date(saturday.getTime() + days * 86_400_000)

async function desk(t: TestContext) {
  const { db, as } = await deskOf(t, [])
  return { db, keeper: keeperOf((await as('sergeant')).id, saturday) }
}

async function merged(db: Database, keeper: Keeper): Promise<string> {
  const [kept, other] = [individual({ telephone: '01305 111111' }, saturday), individual({ telephone: '01305 222222' }, saturday)] // prettier-ignore
  for (const one of [kept, other]) await transaction(db, (sql) => keepKeyIndividual(sql, one, keeper))
  const merging = { id: randomUUID(), kept: kept.id, merged: other.id, fromMerged: new Set(['telephone'] as const) }
  await transaction(db, (sql) => mergeKeyIndividuals(sql, merging, keeper))
  return merging.id
}

const remembered = async (db: Database): Promise<number> => {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from merge where moved::text like '%01305 111111%'`
  return row?.count ?? 0
}

test('what merged records said before is forgotten once 30 days for undoing have passed, and not a day earlier', async (t) => {
  const { db, keeper } = await desk(t)
  const id = await merged(db, keeper)
  assert.equal(await forgetMerged(db, daysOn(30)), 0)
  assert.equal(await remembered(db), 1)
  assert.equal(await forgetMerged(db, daysOn(30.5)), 1)
  assert.equal(await remembered(db), 0)
  assert.equal(await forgetMerged(db, daysOn(31)), 0)
  const told = await db`select person_id as by, about, detail from audit where verb = 'forget merged details'`
  assert.deepEqual([...told], [{ by: null, about: 'merges', detail: { merges: 1 } }])
  const late = { ...keeper, at: daysOn(31) }
  await assert.rejects(
    transaction(db, (sql) => undoMerge(sql, id, late)),
    /30 days, and these have passed/,
  )
})

test('what a merge said that was undone is forgotten the night after', async (t) => {
  const { db, keeper } = await desk(t)
  const id = await merged(db, keeper)
  await transaction(db, (sql) => undoMerge(sql, id, keeper))
  assert.equal(await remembered(db), 1)
  assert.equal(await forgetMerged(db, daysOn(1)), 1)
  assert.equal(await remembered(db), 0)
})
