import assert from 'node:assert/strict'
import test from 'node:test'
import { meansByTopic, thoughtOfParts, thoughtOfPriorities } from '#feedback/opinions/opinions.sql.ts'
import { shownInPublic } from '#feedback/opinions/opinion.ts'
import { demonstrationDatabase } from '../../test/support/demonstration.ts'
import { saturday } from '../../test/support/desk.ts'

const team = 'dorset/west-dorset'

test('residents of the demonstration say what they think of pages and priorities: some so many that the public reads it, some too few', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { page, priorities } = await meansByTopic(db, team)
  assert.deepEqual([page.answers, priorities.answers], [6, 8])
  const parts = (await thoughtOfParts(db, team)).map((each) => [each.part, shownInPublic(each) !== null])
  assert.deepEqual(parts, [
    ['page', true],
    ['the-team', false],
  ])
  const thought = (await thoughtOfPriorities(db, team)).map((each) => [
    each.answers,
    shownInPublic(each)?.first ?? null,
  ])
  assert.deepEqual(thought.toSorted(), [
    [2, null],
    [6, 4.3],
  ])
  const [told] = await db<{ count: number; recorders: number }[]>`
    select count(*)::int as count, count(recorded_by)::int as recorders from evidence where source like 'opinion/%'`
  assert.deepEqual({ ...told }, { count: 14, recorders: 0 }, 'each is evidence, and nothing tells who it was')
})
