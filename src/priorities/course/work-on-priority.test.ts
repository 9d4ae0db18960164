import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { raisedByClerk } from '../../../test/support/raised-by-clerk.ts'
import { finishAction, informPartners, taskSomebody } from './work-on-priority.ts'

test('an action is done once, and partners are informed where there are any: nothing else is evidence (D5.2, R58)', async (t) => {
  const { db, keeper, id: priorityId, take } = await raisedByClerk(t, 'in hand', null)
  const due = { dueOn: day('2026-11-30'), shown: true, personId: keeper.personId, organisationId: null }
  const id = randomUUID()
  await take((sql) => taskSomebody(sql, { id, priorityId, what: 'Count the cars', ...due }, keeper))
  const done = { id, priorityId, on: day('2026-11-21') }
  await take((sql) => finishAction(sql, done, keeper))
  await assert.rejects(
    take((sql) => finishAction(sql, done, keeper)),
    /That was noted as done before/,
  )
  await assert.rejects(
    take((sql) => informPartners(sql, priorityId, keeper)),
    /No partner works on this priority/,
  )
  assert.deepEqual([...(await db`select kind from evidence`)], [{ kind: 'priority addressed' }])
})
