import assert from 'node:assert/strict'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { saturday } from '../../../test/support/desk.ts'
import { panel } from '../../../test/support/panel.ts'
import { moveDays } from './move-days.ts'

test('the day of what has begun meanwhile is not moved, nor any day before what comes first', async (t) => {
  const { db, chair, open, one, id } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  const [today, later] = [day('2026-11-21'), day('2026-11-25')]
  const days = { opensOn: today, scoringOn: today, moderationOn: today, closesOn: today }
  const member = { personId: chair.id, at: saturday, forceId: 'dorset', timeZone: 'Europe/London' }
  const move = (moved: Partial<typeof days>) =>
    transaction(db, (sql) => moveDays(sql, id, { ...days, ...moved }, member))
  await assert.rejects(move({ scoringOn: later, moderationOn: later, closesOn: later }), /has begun meanwhile/)
  await assert.rejects(move({ moderationOn: day('2026-11-20') }), /Moderation cannot begin before scoring/)
  await move({ closesOn: later })
  assert.deepEqual(
    [...(await db`select scoring_on, moderation_on, closes_on from assessment_round`)],
    [{ scoring_on: today, moderation_on: today, closes_on: later }],
  )
})
