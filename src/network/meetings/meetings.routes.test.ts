import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { keeperOf, organisation } from '../../../test/support/network.ts'
import { keepOrganisation } from '../keep-organisation.ts'
import type { Organisation } from '../organisation.ts'
import { meetingActionRoutes } from './meeting-actions.routes.ts'
import { meetingRoutes } from './meetings.routes.ts'

const meetings = '/desk/dorset/west-dorset/network/meetings'

async function meetingDesk(t: TestContext, told: Partial<Organisation> = {}) {
  const { db, as } = await deskOf(t, [...meetingRoutes, ...meetingActionRoutes])
  const sergeant = await as('sergeant')
  const keeper = keeperOf(sergeant.id, saturday)
  const body = await transaction(db, (sql) => keepOrganisation(sql, organisation(told), keeper))
  const facts = () => db<{ kind: string; effect: string; happenedOn: string; subjects: string[]; facets: object }[]>`
    select kind, effect, happened_on as "happenedOn", subjects, facets from evidence order by seq`
  const held = (more: Record<string, string> = {}) => ({
    id: randomUUID(),
    with: body.id,
    title: 'Full council',
    'heldOn-day': '10',
    'heldOn-month': '11',
    'heldOn-year': '2026',
    came: 'there',
    ...more,
  })
  return { db, as, sergeant, body, facts, held }
}

const attended = { 'written report': false, 'with NEO': false, 'first hour with NEOs': false }

test('a council meeting attended is recorded once, however often the form is sent, and its minutes stay out of the ledger', async (t) => {
  const { db, sergeant, body, facts, held } = await meetingDesk(t)
  const form = held({ minutes: 'Secretlane floods', people: sergeant.id })
  const sent = await Promise.all([sergeant.send(`${meetings}/new`, form), sergeant.send(`${meetings}/new`, form)])
  assert.deepEqual(
    sent.map(({ status }) => status),
    [303, 303],
  )
  assert.deepEqual(
    [...(await facts())],
    [
      {
        kind: 'meeting attended',
        effect: 'states',
        happenedOn: '2026-11-10',
        subjects: [body.subjectId],
        facets: attended,
      },
      {
        kind: 'contact made',
        effect: 'states',
        happenedOn: '2026-11-10',
        subjects: [body.subjectId],
        facets: { how: 'meeting', 'with NEO': false },
      },
    ],
  )
  const page = wordsOf((await sergeant.look(`${meetings}/${form.id}`)).body)
  assert.match(page, /Full council, 10 November 2026.*We were there.*The sergeant.*Secretlane floods/)
  const everything = JSON.stringify([await db`select * from evidence`, await db`select * from audit`])
  assert.doesNotMatch(everything, /Secretlane/)
})

test('a planned meeting is no evidence until somebody says what happened at it', async (t) => {
  const { sergeant, facts, held } = await meetingDesk(t)
  const planned = held({ 'heldOn-day': '21' })
  assert.equal((await sergeant.send(`${meetings}/plan`, planned)).status, 303)
  assert.deepEqual([...(await facts())], [])
  const form = await sergeant.look(`${meetings}/new?plan=${planned.id}`)
  assert.match(form.body, new RegExp(planned.id))
  assert.equal((await sergeant.send(`${meetings}/new`, planned)).status, 303)
  assert.deepEqual(
    (await facts()).map(({ kind }) => kind),
    ['meeting attended', 'contact made'],
  )
  const past = await sergeant.send(`${meetings}/plan`, held())
  assert.deepEqual([past.status, /is over: record the meeting instead/.test(past.body)], [422, true])
  const future = await sergeant.send(`${meetings}/new`, held({ 'heldOn-month': '12' }))
  assert.deepEqual([future.status, /has not come yet/.test(future.body)], [422, true])
})

test('a written report stands for being there at a council, and nowhere else', async (t) => {
  const council = await meetingDesk(t)
  await council.sergeant.send(`${meetings}/new`, council.held({ came: 'written report' }))
  assert.deepEqual(
    (await council.facts()).map(({ facets }) => facets),
    [{ ...attended, 'written report': true }],
  )
  const group = await meetingDesk(t, { kind: 'partnership', name: 'Partnership Coordination Group' })
  const refused = await group.sergeant.send(`${meetings}/new`, group.held({ came: 'written report' }))
  assert.deepEqual([refused.status, /at a council alone/.test(refused.body)], [422, true])
  await group.sergeant.send(`${meetings}/new`, group.held({ came: 'nobody' }))
  assert.deepEqual([...(await group.facts())], [])
})

test('a meeting is put right and withdrawn for a reason, by those who may, and the ledger keeps both', async (t) => {
  const { as, sergeant, facts, held } = await meetingDesk(t)
  const form = held()
  await sergeant.send(`${meetings}/new`, form)
  const address = `${meetings}/${form.id}`
  assert.equal((await (await as('pcso')).send(`${address}/withdraw`, { reason: 'No' })).status, 403)
  assert.equal((await sergeant.send(`${address}/correct`, { ...form, 'heldOn-day': '9' })).status, 422)
  const corrected = { ...form, 'heldOn-day': '9', came: 'written report', reason: 'It was the day before' }
  assert.equal((await sergeant.send(`${address}/correct`, corrected)).status, 303)
  assert.equal((await sergeant.send(`${address}/correct`, { ...corrected, came: 'nobody' })).status, 303)
  assert.equal((await sergeant.send(`${address}/correct`, { ...corrected, came: 'there' })).status, 303)
  assert.equal((await sergeant.send(`${address}/withdraw`, { reason: 'Another team' })).status, 303)
  assert.equal((await sergeant.send(`${address}/withdraw`, { reason: 'Again' })).status, 409)
  assert.deepEqual(
    (await facts()).map(({ kind, effect, happenedOn }) => [kind, effect, happenedOn]),
    [
      ['meeting attended', 'states', '2026-11-10'],
      ['contact made', 'states', '2026-11-10'],
      ['meeting attended', 'corrects', '2026-11-09'],
      ['contact made', 'withdraws', '2026-11-09'],
      ['meeting attended', 'withdraws', '2026-11-09'],
      ['meeting attended', 'states', '2026-11-09'],
      ['contact made', 'states', '2026-11-09'],
      ['meeting attended', 'withdraws', '2026-11-09'],
      ['contact made', 'withdraws', '2026-11-09'],
    ],
  )
  assert.match(wordsOf((await sergeant.look(address)).body), /Withdrawn Why Another team/)
})

test('an action has one owner and a day, and is closed once', async (t) => {
  const { db, sergeant, held } = await meetingDesk(t)
  const form = held()
  await sergeant.send(`${meetings}/new`, form)
  const address = `${meetings}/${form.id}`
  const action = {
    id: randomUUID(),
    words: 'Ask for a speed check',
    owner: sergeant.id,
    partner: '',
    'dueOn-day': '20',
    'dueOn-month': '11',
    'dueOn-year': '2026',
  }
  const both = await sergeant.send(`${address}/actions`, { ...action, partner: 'The clerk' })
  assert.deepEqual([both.status, /not both/.test(both.body)], [422, true])
  await sergeant.send(`${address}/actions`, action)
  await sergeant.send(`${address}/actions`, action)
  assert.match(wordsOf((await sergeant.look(address)).body), /Ask for a speed check Overdue Owner The sergeant/)
  const done = { 'on-day': '21', 'on-month': '11', 'on-year': '2026' }
  assert.equal((await sergeant.send(`${address}/actions/${action.id}/done`, done)).status, 303)
  assert.equal((await sergeant.send(`${address}/actions/${action.id}/done`, done)).status, 409)
  const rows = await db`select words, done_on as "doneOn", owner_id as "ownerId" from meeting_action`
  assert.deepEqual([...rows], [{ words: action.words, doneOn: '2026-11-21', ownerId: sergeant.id }])
})
