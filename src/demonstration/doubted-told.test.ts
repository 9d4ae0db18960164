import assert from 'node:assert/strict'
import test from 'node:test'
import { identityOf } from '#platform/identity.ts'
import { concernsOfPriority } from '#priorities/concerns.sql.ts'
import { actionsOf, partnersOf } from '#priorities/course/course.sql.ts'
import { findPriority, findPriorityShown } from '#priorities/priorities.sql.ts'
import { saidNotFixed } from '#priorities/raised/concerns-sent.sql.ts'
import { demonstrationDatabase } from '../../test/support/demonstration.ts'
import { saturday } from '../../test/support/desk.ts'
import { doubted } from './priorities-told.ts'

const team = 'dorset/west-dorset'
const id = identityOf(doubted)

test('one priority of the demonstration shows its whole course, from six concerns to somebody who says that it is not fixed', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const priority = await findPriority(db, team, id)
  assert.equal(priority?.state, 'reopened')
  assert.equal((await findPriorityShown(db, team, id, '2026-11-21'))?.raisedBy, 6)
  assert.equal((await concernsOfPriority(db, team, id)).length, 6)
  assert.deepEqual(
    (await partnersOf(db, id)).map(({ name }) => name),
    ['Dorchester Town Council'],
  )
  assert.deepEqual(
    (await actionsOf(db, id)).map(({ who, shown, doneOn }) => [who, shown, doneOn !== null]),
    [
      ['Robin Fictional (PCSO)', true, true],
      ['Dorchester Town Council', true, false],
    ],
  )
  assert.deepEqual(
    (await saidNotFixed(db, id)).map(({ words }) => words),
    ['They are back since the mornings are dark.'],
  )
  const [told] = await db`
    select (select count(*)::int from concern_address where told_at is not null) as told,
      (select count(*)::int from mail) as mails`
  assert.deepEqual({ ...told }, { told: 2, mails: 0 }, 'two were told, and no mail goes to anybody real')
})

test('each priority of the demonstration says of threat, risk and harm why, each in words of its own', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const [told] = await db`
    select count(*)::int as priorities, count(*) filter (where threat_why = risk_why or risk_why = harm_why or said = any(
      array[threat_why, risk_why, harm_why]))::int as alike, (select count(distinct why)::int from priority
      cross join lateral unnest(array[threat_why, risk_why, harm_why]) as why) as reasons from priority where threat is not null`
  assert.deepEqual([told?.['alike'], told?.['reasons']], [0, 3 * told?.['priorities']])
})
