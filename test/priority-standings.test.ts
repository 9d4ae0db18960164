import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { logContact } from '#network/log-contact.ts'
import { findRelationship } from '#network/relationships.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day, dayAt } from '#platform/day.ts'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { stand } from '#standings/stand.ts'
import type { Standing } from '#standings/standing.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, formOf, hidden, saturday, wordsOf } from './support/desk.ts'

const desk = '/desk/dorset/west-dorset'
/** Told until here, so that in November each period still waits for what the test records. */
const toldUntil = new Date('2026-09-02T12:00:00Z')

async function standings(db: Database): Promise<Map<string, Standing>> {
  const contract = await findContract(db, 'dorset/west-dorset', null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  return stand(db, { contract, framework, forceId: 'dorset' }, dayAt(saturday, 'Europe/London'))
}

const set = {
  title: 'Boat thefts',
  said: 'Outboard motors are stolen.',
  neighbourhood: '55.DT3001',
  concerning: 'crime or ASB location',
  threat: 'high',
  threatWhy: 'A gang',
  risk: 'low',
  riskWhy: 'At night',
  harm: 'low',
  harmWhy: 'Goods',
}

test('what the desk does for a priority moves R14, R25, R58, D5.1, D5.2 and D5.4, and a clerk who raised it is called before it is closed', async (t) => {
  const db = await demonstrationDatabase(t, toldUntil)
  const { as } = await deskOf(t, [...priorityRoutes, ...plannedEngagementRoutes], db)
  const sergeant = await as('sergeant')
  const id = randomUUID()
  const one = `${desk}/priorities/${id}`
  const contactId = await clerkRaises(db, sergeant.id)
  const moved = async (refs: readonly string[], act: () => Promise<unknown>) => {
    const before = await standings(db)
    await act()
    const after = await standings(db)
    return refs.filter((ref) => JSON.stringify(before.get(ref)) !== JSON.stringify(after.get(ref)))
  }
  const press = async (slug: string, fields: Readonly<Record<string, string>> = {}) => {
    const revision = hidden((await sergeant.look(one)).body, 'revision')
    const { revision: typed } =
      (await db<{ revision: number }[]>`select revision from priority where id = ${id}`)[0] ?? {}
    const sent = await sergeant.send(`${one}/${slug}`, { revision: revision || String(typed), ...fields })
    assert.equal(sent.status, 303, `${slug}: ${wordsOf(sent.body)}`)
  }
  const all = ['R14', 'R25', 'R58', 'D5.1', 'D5.2', 'D5.4']
  const proposal = { decision: 'new priority', newId: id, title: 'Boats', said: 'Motors are stolen.' }
  assert.equal((await sergeant.send(`${desk}/concerns/${contactId}`, proposal)).status, 303)

  assert.deepEqual(await moved(all, () => press('set', set)), ['R14', 'D5.2'])
  const [partner] = await db<{ id: string }[]>`
    select id from organisation where name = 'Bridport Town Council' and team_id = 'dorset/west-dorset'`
  await press('plan', { plan: 'Watch the harbour.', partners: partner?.id ?? '' })
  const form = formOf((await sergeant.look(`${desk}/events/new?priorities=priority/${id}`)).body)
  const event = { title: 'Harbour', method: 'drop-in', place: 'Quay', begins: '10:00', ends: '11:00' }
  const plan = {
    ...form,
    ...event,
    'heldOn-day': '28',
    'heldOn-month': '11',
    'heldOn-year': '2026',
    priorities: `priority/${id}`,
  }
  assert.deepEqual(await moved(all, () => sergeant.send(`${desk}/events/new`, plan)), ['R14'])
  assert.deepEqual(await moved(all, () => press('partners-informed')), ['R58'])
  await press('begin')
  assert.deepEqual(await moved(all, () => press('update', { id: randomUUID(), words: 'We watched.' })), [
    'R25',
    'D5.1',
    'D5.4',
  ])
  const report = { id: randomUUID(), outcome: 'partly', words: 'Fewer motors were stolen.' }
  assert.deepEqual(await moved(all, () => press('report-back', report)), ['R25', 'D5.1', 'D5.2', 'D5.4'])

  const { revision } = (await db<{ revision: number }[]>`select revision from priority where id = ${id}`)[0] ?? {}
  const early = await sergeant.send(`${one}/close`, { revision: String(revision) })
  assert.deepEqual([early.status, /one call is still to be made/.test(early.body)], [409, true])
  assert.equal((await sergeant.send(`${one}/told/${contactId}`, {})).status, 303)
  await press('close')
  assert.deepEqual(
    [...(await db`select kind from evidence where about = ${`contact/${contactId}`} order by entry`)].map(
      ({ kind }) => kind,
    ),
    ['contact made', 'concern raised', 'concern answered'],
  )
})

/** A contact in which a clerk raises a concern. */
async function clerkRaises(db: Database, personId: string): Promise<string> {
  const [clerk] = await db<{ id: string }[]>`
    select r.id from relationship r join subject s on s.id = r.subject_id
    where r.team_id = 'dorset/west-dorset' and s.kind = 'council clerk' order by s.id limit 1`
  const relationship = await findRelationship(db, 'dorset/west-dorset', clerk?.id ?? '')
  assert.ok(relationship)
  const contact = {
    id: randomUUID(),
    relationshipId: relationship.id,
    teamId: 'dorset/west-dorset',
    madeOn: day('2026-11-20'),
    how: 'telephone',
    heard: 'Outboard motors are stolen from the harbour',
    voiced: '',
    promised: '',
    promisedBy: null,
    facets: [],
  } as const
  const keeper = { personId, at: saturday, forceId: 'dorset', teamId: 'dorset/west-dorset', timeZone: 'Europe/London' }
  await transaction(db, (sql) => logContact(sql, contact, relationship, keeper))
  return contact.id
}
