import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { contactRoutes } from '#network/contacts/contacts.routes.ts'
import { councilRoutes } from '#network/councils/councils.routes.ts'
import { partnerRoutes } from '#network/councils/partners.routes.ts'
import { surveyRoutes } from '#network/councils/surveys.routes.ts'
import { meetingActionRoutes } from '#network/meetings/meeting-actions.routes.ts'
import { meetingRoutes } from '#network/meetings/meetings.routes.ts'
import { relationshipRoutes } from '#network/relationships/relationships.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import type { Standing } from '#standings/standing.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, saturday } from './support/desk.ts'

const routes = [
  ...contactRoutes,
  ...councilRoutes,
  ...partnerRoutes,
  ...surveyRoutes,
  ...meetingRoutes,
  ...meetingActionRoutes,
  ...relationshipRoutes,
]
const desk = '/desk/dorset/west-dorset'

/** The demonstration told until here, so that in November each period still waits for what the test records. */
const toldUntil = new Date('2026-09-02T12:00:00Z')

async function demonstrationDesk(t: TestContext) {
  const db = await demonstrationDatabase(t, toldUntil)
  return deskOf(t, routes, db)
}

/** Every promise and measure of a team’s newest contract as at today, from the ledger itself. */
async function standings(db: Database, teamId: string): Promise<Map<string, Standing>> {
  const contract = await findContract(db, teamId, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  return stand(db, { contract, framework, forceId: teamId.split('/')[0] ?? '' }, dayAt(saturday, 'Europe/London'))
}

/** The refs among these whose standing, the evidence behind it included, became another. */
const moved = (before: Map<string, Standing>, after: Map<string, Standing>, refs: readonly string[]) =>
  refs.filter((ref) => after.has(ref) && JSON.stringify(before.get(ref)) !== JSON.stringify(after.get(ref)))

const organisationNamed = async (db: Database, name: string, teamId = 'dorset/west-dorset') => {
  const [found] = await db<{ id: string }[]>`select id from organisation where name = ${name} and team_id = ${teamId}`
  return found?.id ?? ''
}

const relationshipNamed = async (db: Database, label: string) => {
  const [found] = await db<{ id: string }[]>`
    select r.id from relationship r join subject s on s.id = r.subject_id where s.label = ${label}`
  return found?.id ?? ''
}

const met = (more: Record<string, string>) => ({
  id: randomUUID(),
  title: 'Meeting',
  'heldOn-day': '20',
  'heldOn-month': '11',
  'heldOn-year': '2026',
  came: 'there',
  ...more,
})

/** Which meeting, in which way, and the promises that it moves and those that it leaves. */
const meetings = [
  ['Partnership Coordination Group', {}, ['R19'], ['R21', 'R22', 'R37', 'R38', 'R41', 'R42']],
  ['Pub Watch', {}, ['R21'], ['R19', 'R22', 'R37', 'R38', 'R41', 'R42']],
  ['Avon and Somerset Police', {}, ['R22'], ['R19', 'R21', 'R37', 'R38', 'R41', 'R42']],
  ['Sherborne Town Council', { came: 'written report' }, ['R38'], ['R19', 'R21', 'R22', 'R37', 'R41', 'R42']],
  ['Bridport Town Council', {}, ['R37'], ['R19', 'R21', 'R22', 'R38', 'R41', 'R42']],
  ['Safer Schools and Communities Team', { withNeo: 'yes' }, ['R42'], ['R19', 'R21', 'R22', 'R37', 'R38', 'R41']],
  ['sergeants', { firstHourWithNeos: 'yes' }, ['R41'], ['R19', 'R21', 'R22', 'R37', 'R38', 'R42']],
] as const

test('each meeting moves the promise it was promised by, and no other', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const sergeant = await as('sergeant')
  for (const [name, more, moves, leaves] of meetings) {
    const before = await standings(db, 'dorset/west-dorset')
    const whose = name === 'sergeants' ? name : await organisationNamed(db, name)
    const sent = await sergeant.send(`${desk}/network/meetings/new`, met({ with: whose, ...more }))
    assert.equal(sent.status, 303, `${name}: ${sent.body}`)
    const after = await standings(db, 'dorset/west-dorset')
    assert.deepEqual([name, moved(before, after, [...moves, ...leaves])], [name, [...moves]])
  }
})

test('D3.1: a council met is in touch by the promise as it is at the desk, and a written report leaves both', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const sergeant = await as('sergeant')
  const council = await organisationNamed(db, 'Sherborne Town Council')
  const relationship = await relationshipNamed(db, 'Sherborne Town Council')
  const level = { 'on-day': '2', 'on-month': '11', 'on-year': '2026', every: 'P1M', with: 'both' }
  await sergeant.send(`${desk}/network/relationships/${relationship}/agree`, level)
  const dueOn = async () =>
    (await db<{ nextDue: string }[]>`select next_due as "nextDue" from relationship where id = ${relationship}`)[0]
      ?.nextDue
  const began = await standings(db, 'dorset/west-dorset')
  const dueBefore = await dueOn()
  await sergeant.send(`${desk}/network/meetings/new`, met({ with: council, came: 'written report' }))
  const reported = await standings(db, 'dorset/west-dorset')
  assert.deepEqual([moved(began, reported, ['D3.1']), await dueOn()], [[], dueBefore])
  await sergeant.send(`${desk}/network/meetings/new`, met({ with: council }))
  const attended = await standings(db, 'dorset/west-dorset')
  assert.deepEqual([moved(reported, attended, ['D3.1']), await dueOn()], [['D3.1'], '2026-12-20'])
})

test('what is done for councils and partners moves what was promised them', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const inspector = await as('inspector', 'dorset/west-dorset')
  const council = await organisationNamed(db, 'Bridport Town Council')
  const clerk = await relationshipNamed(db, 'Clerk of Bridport Town Council')
  const partner = 'west-dorset/partnership/partnership-coordination-group'
  const today = { 'on-day': '21', 'on-month': '11', 'on-year': '2026' }
  const briefing = { how: 'meeting', with: clerk, facets: 'briefing' }
  const steps = [
    ['network/contacts/new', { ...briefing, id: randomUUID() }, ['R35', 'R39']],
    ['councils/taken', { id: randomUUID(), with: council }, ['R40']],
    ['councils/offered', { id: randomUUID(), stands: 'no' }, ['R40']],
    ['partners/informed', { id: randomUUID(), partners: partner, ...today }, ['R58']],
    ['councils/inspector', { id: randomUUID(), inspector: inspector.id }, ['D8.4']],
  ] as const
  for (const [path, form, moves] of steps) {
    const before = await standings(db, 'dorset/west-dorset')
    const sent = await inspector.send(`${desk}/${path}`, form)
    assert.equal(sent.status, 303, `${path}: ${sent.body}`)
    const after = await standings(db, 'dorset/west-dorset')
    assert.deepEqual([path, moved(before, after, ['R35', 'R39', 'R40', 'R58', 'D8.4'])], [path, [...moves]])
  }
})

test('what councillors say moves whether they feel informed, in time, and pass it on', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const sergeant = await as('sergeant')
  const council = await organisationNamed(db, 'Bridport Town Council')
  await db`
    with post as (insert into post (id, organisation_id, role, ward) values (gen_random_uuid(), ${council}, 'councillor', '') returning id)
    insert into post_held (id, post_id, key_individual_id, since)
    select gen_random_uuid(), post.id, k.id, '2026-01-01' from post,
      (select id from key_individual where team_id = 'dorset/west-dorset' order by id limit 5) k`
  await db`update key_individual set email = null`
  const before = await standings(db, 'dorset/west-dorset')
  const asked = await sergeant.send(`${desk}/councils/surveys`, { id: randomUUID() })
  const links = [...new Set([...asked.body.matchAll(/\/reply\/[\w-]{43}/g)].map(([path]) => path))]
  assert.equal(links.length, 5)
  const reply = { 'feel-informed': 'agree', 'receive-timely-information': 'agree', 'share-information': 'neither' }
  for (const link of links) await sergeant.send(link, reply)
  const [survey] = await db<{ id: string }[]>`select id from councillor_survey`
  await sergeant.send(`${desk}/councils/surveys/${survey?.id}/close`, {})
  const after = await standings(db, 'dorset/west-dorset')
  assert.deepEqual(moved(before, after, ['D8.1', 'D8.2', 'D8.3', 'D8.4']), ['D8.1', 'D8.2', 'D8.3'])
})

test('in Devon and Cornwall, a call to the councillor advocate and a briefing on the role move what is asked of them', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const administrator = await as('administrator')
  const launceston = 'devon-and-cornwall/launceston'
  const page = await administrator.look(`/desk/${launceston}/councils`)
  assert.match(page.body, /Councillor advocate for Launceston/)
  const advocate = await relationshipNamed(db, 'Councillor advocate for Launceston')
  const before = await standings(db, launceston)
  const call = { id: randomUUID(), how: 'telephone', with: advocate }
  assert.equal((await administrator.send(`/desk/${launceston}/network/contacts/new`, call)).status, 303)
  const called = await standings(db, launceston)
  assert.deepEqual(moved(before, called, ['C8.1', 'C8.2']), ['C8.1'])
  await administrator.send(`/desk/${launceston}/councils/role-briefing`, { id: randomUUID() })
  assert.deepEqual(moved(called, await standings(db, launceston), ['C8.1', 'C8.2']), ['C8.2'])
})
