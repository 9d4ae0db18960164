import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { saveAssigned } from '#engagements/planned/people/assigned-people.sql.ts'
import { planEngagements } from '#engagements/planned/plan-engagements.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { addAction } from '#network/meetings/keep-action.ts'
import { planMeeting } from '#network/meetings/record-meeting.ts'
import { offerTask } from '#network/volunteers/offer-task.ts'
import { findColleague } from '#people/team/team-people.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, saturday } from '../../../test/support/desk.ts'
import { librarySurgery } from '../../../test/support/library-surgery.ts'
import { keeperOf } from '../../../test/support/network.ts'
import { handOverAll, type WholeHandover } from './hand-over.ts'
import { leftBehind } from './left-behind.ts'

const [team, purbeck] = ['dorset/west-dorset', 'dorset/purbeck']
const today = day('2026-11-21')
const [yesterday, tomorrow] = [day('2026-11-20'), day('2026-11-22')]

/** A sergeant who leaves events, tasks and actions behind, of this team and of another. */
async function leaving(t: TestContext) {
  const { db, as } = await deskOf(t, [])
  const [neo, sergeant, inspector] = [await as('neo'), await as('sergeant'), await as('inspector')]
  const keeper = (teamId = team) => ({ ...keeperOf(inspector.id, saturday), teamId })
  const plan = async (told: Partial<PlannedEngagement>) => {
    const planned = { ...librarySurgery, id: randomUUID(), ...told }
    await transaction(db, (sql) => planEngagements(sql, [planned], { personId: neo.id, at: saturday, today }))
    await saveAssigned(db, [planned.id], { part: 'police', personId: neo.id, name: null, hours: 2 })
    return planned.id
  }
  const offer = (onDay = tomorrow, teamId = team) => {
    const task = { id: randomUUID(), teamId, task: 'pages', words: 'Dates', onDay, hours: 1, skills: [], forAnOfficer: false } as const // prettier-ignore
    return transaction(db, (sql) => offerTask(sql, task, { ...keeper(teamId), personId: neo.id }))
  }
  const act = async (words: string, ownerId = neo.id, teamId = team) => {
    const meeting = { id: randomUUID(), teamId, organisationId: null, title: 'Day', heldOn: tomorrow, state: 'planned', came: null, withNeo: false, withClerk: false, firstHourWithNeos: false, minutes: '', personIds: [] } as const // prettier-ignore
    const action = { id: randomUUID(), meetingId: meeting.id, teamId, words, ownerId, partner: null, dueOn: tomorrow }
    await transaction(db, (sql) => planMeeting(sql, meeting, keeper(teamId)))
    await transaction(db, (sql) => addAction(sql, action, keeper(teamId)))
    return action.id
  }
  const hand = async (told: Partial<WholeHandover>) => {
    const person = await findColleague(db, 'dorset', neo.id)
    assert.ok(person)
    const nothing = {
      fromPerson: neo.id,
      passings: [],
      plans: [],
      endedTo: null,
      tasksTo: null,
      actionsTo: null,
      recommendationsTo: null,
    }
    const whole: WholeHandover = { id: randomUUID(), ...nothing, then: { what: 'stays' }, ...told }
    await transaction(db, (sql) => handOverAll(sql, whole, person, keeper()))
  }
  return { db, neo, sergeant, inspector, plan, offer, act, hand, left: () => leftBehind(db, team, neo.id, today) }
}

test('open actions of meetings of the team go to whoever takes them over; what is done or of another stays', async (t) => {
  const { db, neo, sergeant, inspector, act, hand, left } = await leaving(t)
  const [open, done] = [await act('Write to the school'), await act('Count the cars')]
  await act('Ask the church', inspector.id)
  await act('Paint the sign', neo.id, purbeck)
  await db`update meeting_action set done_on = ${yesterday} where id = ${done}`
  assert.deepEqual((await left()).actions.map(({ id, words }) => [id, words]), [[open, 'Write to the school']]) // prettier-ignore
  await hand({ actionsTo: sergeant.id })
  const owners = await db`select words, owner_id as owner from meeting_action order by words`
  assert.deepEqual([...owners], [
    { words: 'Ask the church', owner: inspector.id },
    { words: 'Count the cars', owner: neo.id },
    { words: 'Paint the sign', owner: neo.id },
    { words: 'Write to the school', owner: sergeant.id },
  ]) // prettier-ignore
  const told = await db`select about, detail from audit where verb = 'hand over actions'`
  assert.deepEqual([...told], [{ about: `person:${neo.id}`, detail: { actions: 1 } }])
  await hand({ actionsTo: inspector.id })
  assert.equal((await db`select from audit where verb = 'hand over actions'`).length, 1)
})

test('events still to be held are left behind; those cancelled, over, or of another team are not', async (t) => {
  const { db, neo, plan, left } = await leaving(t)
  const next = await plan({ title: 'Next', heldOn: tomorrow })
  const now = await plan({ title: 'Now', heldOn: today })
  await plan({ heldOn: yesterday })
  await plan({ heldOn: tomorrow, state: 'cancelled', reason: 'Training.' })
  await plan({ heldOn: tomorrow, teamId: purbeck })
  const others = await plan({ heldOn: tomorrow })
  await db`delete from planned_engagement_person where planned_engagement_id = ${others} and person_id = ${neo.id}`
  assert.deepEqual(
    (await left()).plans.map(({ id, title }) => [id, title]),
    [
      [now, 'Now'],
      [next, 'Next'],
    ],
  )
})

test('whoever takes an event over is there once, in the place and hours of whom they replace', async (t) => {
  const { db, sergeant, inspector, plan, hand } = await leaving(t)
  const [one, shared, kept] = [await plan({}), await plan({}), await plan({})]
  await saveAssigned(db, [shared], { part: 'police', personId: sergeant.id, name: null, hours: 3 })
  await hand({ plans: [one, shared].map((plannedId) => ({ plannedId, toPerson: sergeant.id })) })
  const there = async (id: string) => [
    ...(await db`select person_id as who, part, hours::float8 as hours from planned_engagement_person where planned_engagement_id = ${id}`), // prettier-ignore
  ]
  assert.deepEqual(await there(one), [{ who: sergeant.id, part: 'police', hours: 2 }])
  assert.deepEqual(await there(shared), [{ who: sergeant.id, part: 'police', hours: 3 }])
  assert.equal((await there(kept)).length, 1)
  assert.deepEqual((await there(kept)).filter(({ who }) => who === sergeant.id || who === inspector.id), []) // prettier-ignore
})

test('tasks of days that are over, withdrawn, or of another team are not left behind', async (t) => {
  const { db, offer, left } = await leaving(t)
  await offer(today)
  await offer(tomorrow)
  await offer(yesterday)
  await offer(tomorrow, purbeck)
  await offer(tomorrow)
  await db`
    update volunteer_task set withdrawn_at = ${saturday} where id in (
      select id from volunteer_task where on_day = ${tomorrow} and team_id = ${team} order by id limit 1)`
  assert.deepEqual((await left()).tasks.map(({ onDay }) => onDay), [today, tomorrow]) // prettier-ignore
})

test('a whole handover sent twice gives nothing to anybody else', async (t) => {
  const { db, sergeant, inspector, plan, offer, act, hand } = await leaving(t)
  const id = randomUUID()
  const all = (toPerson: string, plannedId: string) =>
    hand({ id, plans: [{ plannedId, toPerson }], tasksTo: toPerson, actionsTo: toPerson })
  await all(sergeant.id, await plan({}))
  const later = await plan({ heldOn: tomorrow })
  await offer()
  await act('Write to the school')
  await all(inspector.id, later)
  const [given] = await db`
    select (select count(*)::int from planned_engagement_person where person_id = ${inspector.id}) as plans,
      (select count(*)::int from volunteer_task where offered_by = ${inspector.id}) as tasks,
      (select count(*)::int from meeting_action where owner_id = ${inspector.id}) as actions`
  assert.deepEqual(given, { plans: 0, tasks: 0, actions: 0 })
})
