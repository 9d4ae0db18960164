import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { handOverTasks } from '#network/volunteers/hand-over-tasks.ts'
import { volunteerRoutes } from '#network/volunteers/volunteers.routes.ts'
import { transaction } from '#platform/database/database.ts'
import { deskOf, saturday, wordsOf, type Sent } from '../../../test/support/desk.ts'
import { keeperOf } from '../../../test/support/network.ts'
import { ownTaskRoutes } from './own-tasks.routes.ts'

const desk = '/desk/dorset/west-dorset'

const on = (name: string, [year = '', month = '', date = '']: readonly string[] = ['2026', '11', '21']) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

const yesterday = ['2026', '11', '20'] as const
const tomorrow = ['2026', '11', '22'] as const

async function volunteerDesk(t: TestContext) {
  const { db, as } = await deskOf(t, [...volunteerRoutes, ...ownTaskRoutes])
  const [sergeant, pat, robin] = [await as('sergeant'), await as('volunteer'), await as('volunteer')]
  const add = (personId: string, more: Record<string, string> = {}) => {
    const told = {
      id: randomUUID(),
      name: 'Pat',
      personId,
      skills: 'Web pages',
      ...on('activeFrom', ['2026', '11', '1']),
    }
    return sergeant.send(`${desk}/volunteers`, { ...told, ...more })
  }
  const offer = async (more: Record<string, string> = {}) => {
    const id = randomUUID()
    const told = { id, task: 'pages', words: 'Put the dates up', hours: '2', needs: '', ...on('onDay') }
    const sent = await sergeant.send(`${desk}/volunteers/tasks`, { ...told, ...more })
    return { id, sent, of: (verb: string) => `${desk}/tasks/${id}/${verb}` }
  }
  const hours = (given: string) => ({ id: randomUUID(), hours: given })
  return { db, as, sergeant, pat, robin, add, offer, hours }
}

const evidenceOf = (db: Awaited<ReturnType<typeof volunteerDesk>>['db'], kind: string) => db`
  select e.happened_on as on, e.quantities, e.facets, s.label from evidence e join subject s on s.id = e.subjects[1]
  where e.kind = ${kind} order by e.entry`

async function refused(sent: Promise<Sent>, status: number, words: RegExp): Promise<void> {
  const answer = await sent
  assert.equal(answer.status, status)
  assert.match(wordsOf(answer.body), words)
}

test('a volunteer is active in the ledger from their first day, under a number and never a name', async (t) => {
  const { db, pat, add, sergeant } = await volunteerDesk(t)
  const id = randomUUID()
  for (let time = 0; time < 2; time++) await add(pat.id, { id })
  await add('', { name: 'Eden', skills: '' })
  const active = { on: '2026-11-01', quantities: {}, facets: { active: true } }
  assert.deepEqual(
    [...(await evidenceOf(db, 'volunteer state'))],
    [
      { ...active, label: 'Engagement volunteer 1' },
      { ...active, label: 'Engagement volunteer 2' },
    ],
  )
  const { body } = await sergeant.look(`${desk}/volunteers`)
  assert.match(wordsOf(body), /Eden active In the ledger Engagement volunteer 2 Since 1 November 2026 no login/)
  const verbs = await db`select verb from audit where verb = 'add volunteer'`
  assert.equal(verbs.length, 2)
})

test('one login is one volunteer’s, and a first day has come', async (t) => {
  const { db, pat, add } = await volunteerDesk(t)
  await add(pat.id)
  await refused(add(pat.id), 422, /Choose from the list/)
  await refused(add('', on('activeFrom', tomorrow)), 422, /22 November 2026 has not come yet/)
  await refused(add('', { name: '' }), 422, /Enter their name/)
  assert.equal((await db`select id from volunteer`).length, 1)
})

test('a task is taken by whoever has its skills, and by one alone', async (t) => {
  const { pat, robin, add, offer } = await volunteerDesk(t)
  await add(pat.id)
  await add(robin.id, { skills: 'photography' })
  const pages = await offer({ needs: 'web pages' })
  await refused(robin.send(pages.of('take'), {}), 422, /This task needs web pages/)
  assert.equal((await pat.send(pages.of('take'), {})).status, 303)
  const other = await offer()
  assert.equal((await robin.send(other.of('take'), {})).status, 303)
  await refused(pat.send(other.of('take'), {}), 409, /Somebody took this task meanwhile/)
  await refused(robin.send(pages.of('give-back'), {}), 409, /not yours to give back/)
  await refused(robin.send(pages.of('hours'), { id: randomUUID(), hours: '1' }), 403, /not yours/)
  assert.equal((await pat.send(pages.of('give-back'), {})).status, 303)
  assert.match(wordsOf((await robin.look(`${desk}/tasks`)).body), /You have not told us that you can: web pages/)
})

test('hours of a task are noted once, from its day on, in quarters, and the task is done', async (t) => {
  const { db, sergeant, pat, add, offer, hours } = await volunteerDesk(t)
  await add(pat.id)
  const [today, later] = [await offer({ forAnOfficer: 'yes' }), await offer(on('onDay', tomorrow))]
  for (const { of } of [today, later]) await pat.send(of('take'), {})
  await refused(pat.send(later.of('hours'), hours('1')), 422, /The task is on 22 November 2026/)
  for (const wrong of ['0', '0.1', '1.1', '24.25', '1e1', 'two', ''])
    await refused(pat.send(today.of('hours'), hours(wrong)), 422, /Enter hours from 0\.25 to 24/)
  const sent = hours('1,75')
  assert.equal((await pat.send(today.of('hours'), sent)).status, 303)
  await refused(pat.send(today.of('hours'), sent), 409, /noted before/)
  await refused(pat.send(today.of('hours'), hours('2')), 409, /noted before/)
  await refused(pat.send(today.of('give-back'), {}), 409, /its hours were noted/)
  await refused(sergeant.send(`${desk}/volunteers/tasks/${today.id}/withdraw`, {}), 409, /done or withdrawn before/)
  const done = { on: '2026-11-21', quantities: { hours: 1.75 }, facets: { task: 'pages' } }
  assert.deepEqual([...(await evidenceOf(db, 'volunteering done'))], [{ ...done, label: 'Engagement volunteer 1' }])
  const listed = wordsOf((await sergeant.look(`${desk}/volunteers`)).body)
  assert.match(listed, /November 2026 1 1\.75 1\.75/)
  assert.match(listed, /done Web pages and accounts/)
})

test('hours beside any task are the volunteer’s own word, from their first day until today', async (t) => {
  const { db, sergeant, pat, add, hours } = await volunteerDesk(t)
  await add(pat.id)
  const note = (more: Record<string, string>) => pat.send(`${desk}/tasks/hours`, { ...hours('2'), ...more })
  await refused(note({ task: 'patrol', ...on('doneOn', tomorrow) }), 422, /22 November 2026 has not come yet/)
  await refused(note({ task: 'patrol', ...on('doneOn', ['2026', '10', '31']) }), 422, /You began on 1 November 2026/)
  await refused(note({ task: 'tea', ...on('doneOn') }), 422, /Choose what you did/)
  assert.equal((await note({ task: 'patrol', ...on('doneOn', yesterday) })).status, 303)
  const [told] = await evidenceOf(db, 'volunteering done')
  assert.deepEqual(told, {
    on: '2026-11-20',
    quantities: { hours: 2 },
    facets: { task: 'patrol' },
    label: 'Engagement volunteer 1',
  })
  assert.match(wordsOf((await pat.look(`${desk}/tasks`)).body), /You gave 2 hours since 21 November 2025/)
  assert.match(wordsOf((await sergeant.look(`${desk}/volunteers`)).body), /November 2026 1 2 0/)
})

test('a task that was withdrawn is nobody’s to take, and one of a day that is over is not offered', async (t) => {
  const { db, sergeant, pat, add, offer } = await volunteerDesk(t)
  await add(pat.id)
  const task = await offer()
  const withdraw = () => sergeant.send(`${desk}/volunteers/tasks/${task.id}/withdraw`, {})
  assert.equal((await withdraw()).status, 303)
  assert.equal((await withdraw()).status, 404)
  await refused(pat.send(task.of('take'), {}), 404, /offers no such task/)
  await offer({ id: task.id })
  assert.equal((await db`select id from audit where verb = 'offer task'`).length, 1)
  const wrong = [
    [yesterday, /20 November 2026 is over/],
    [['2027', '11', '23'], /23 November 2027 is more than a year away/],
  ] as const
  for (const [day, words] of wrong) {
    const { sent } = await offer(on('onDay', day))
    assert.equal(sent.status, 422)
    assert.match(wordsOf(sent.body), words)
  }
})

test('whoever leaves gives back what they took, is active no more, and takes nothing', async (t) => {
  const { db, sergeant, pat, add, offer, hours } = await volunteerDesk(t)
  const id = randomUUID()
  await add(pat.id, { id })
  const [done, open] = [await offer(), await offer(on('onDay', tomorrow))]
  for (const { of } of [done, open]) await pat.send(of('take'), {})
  await pat.send(done.of('hours'), hours('1'))
  const end = (day: readonly string[]) => sergeant.send(`${desk}/volunteers/${id}/end`, on('on', day))
  assert.equal((await end(['2026', '10', '31'])).status, 422)
  assert.equal((await end(tomorrow)).status, 422)
  assert.equal((await end(yesterday)).status, 303)
  await refused(end(yesterday), 409, /They left before/)
  const taken = await db`select id from volunteer_task where taken_by is not null`
  assert.deepEqual([...taken], [{ id: done.id }])
  const [, left] = await evidenceOf(db, 'volunteer state')
  assert.deepEqual(left, {
    on: '2026-11-20',
    quantities: {},
    facets: { active: false },
    label: 'Engagement volunteer 1',
  })
  const [subject] = await db`select ends_on as to from subject where label = 'Engagement volunteer 1'`
  assert.equal(subject?.['to'], '2026-11-20')
  await refused(pat.send(open.of('take'), {}), 404, /does not know you as a volunteer/)
  assert.equal((await add(pat.id)).status, 303)
})

test('tasks that are still to come go to whoever takes them over, and those that are over stay', async (t) => {
  const { db, as, sergeant, offer } = await volunteerDesk(t)
  const inspector = await as('inspector')
  const [past, , gone] = [await offer(), await offer(), await offer()]
  await db`update volunteer_task set on_day = '2026-11-20' where id = ${past.id}`
  await sergeant.send(`${desk}/volunteers/tasks/${gone.id}/withdraw`, {})
  await transaction(db, (sql) => handOverTasks(sql, sergeant.id, inspector.id, keeperOf(sergeant.id, saturday)))
  const [handed] = await db`select count(*)::int as tasks from volunteer_task where offered_by = ${inspector.id}`
  assert.equal(handed?.['tasks'], 1)
  const [noted] = await db`select detail from audit where verb = 'hand over tasks'`
  assert.deepEqual(noted, { detail: { tasks: 1 } })
})

test('a volunteer of another team sees and takes nothing here', async (t) => {
  const { as, pat, add, offer } = await volunteerDesk(t)
  await add(pat.id)
  const task = await offer()
  const stranger = await as('volunteer', 'dorset/purbeck')
  assert.equal((await stranger.send(task.of('take'), {})).status, 403)
  const unknown = await as('volunteer')
  await refused(unknown.look(`${desk}/tasks`), 404, /does not know you as a volunteer yet/)
  assert.equal((await pat.send(`${desk}/volunteers/tasks`, {})).status, 403)
})
