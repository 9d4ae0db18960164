import assert from 'node:assert/strict'
import test from 'node:test'
import { demonstrationDatabase } from '../../test/support/demonstration.ts'
import { deskOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { oversightRoutes } from './oversight.routes.ts'

test('whoever may load crime reads this week that “Crime nearby” has grown old, before a resident asks', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { as } = await deskOf(t, oversightRoutes, db)
  const week = async (role: 'inspector' | 'sergeant') =>
    wordsOf((await (await as(role)).look('/desk/dorset/west-dorset')).body)
  const told = /“Crime nearby” tells nothing newer than June 2026 Stale Load newer figures/
  assert.doesNotMatch(await week('inspector'), /Crime nearby/)
  await db`delete from crime where force_id = 'dorset' and month > '2026-06-01'`
  await db`delete from crime_month where force_id = 'dorset' and month > '2026-06-01'`
  assert.match(await week('inspector'), told)
  assert.doesNotMatch(await week('sergeant'), /Crime nearby/)
})
