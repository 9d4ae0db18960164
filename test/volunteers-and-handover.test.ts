import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { addContract, findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { openDatabase, transaction, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import { routesOf } from '../src/app.ts'
import { openPage } from './support/browser.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, formOf, saturday, wordsOf } from './support/desk.ts'
import { demonstrationSite } from './support/site.ts'

const team = 'dorset/west-dorset'
const desk = `/desk/${team}`

async function standings(db: Database, teamId: string): Promise<Map<string, string>> {
  const contract = await findContract(db, teamId, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  const [forceId = ''] = teamId.split('/')
  const stood = await stand(db, { contract, framework, forceId }, dayAt(saturday, 'Europe/London'))
  return new Map([...stood].map(([ref, standing]) => [ref, JSON.stringify(standing)]))
}

const onDay = (name: string, [year = '', month = '', date = '']: readonly string[]) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const today = ['2026', '11', '21'] as const

test('schemes, volunteers, learning and meetings with the NEO move the promises they count towards', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { as } = await deskOf(t, routesOf({ demonstration: true }), db)
  const [sergeant, neo, volunteer] = [await as('sergeant'), await as('neo'), await as('volunteer')]
  const before = await standings(db, team)
  const moved = async () => {
    const after = await standings(db, team)
    const refs = ['R20', 'R30', 'R44', 'R57', 'D10.2', 'D10.3', 'D10.4']
    return refs.filter((ref) => after.get(ref) !== undefined && after.get(ref) !== before.get(ref))
  }
  const does = async (sent: Promise<{ status: number; body: string }>) => {
    const { status, body } = await sent
    assert.equal(status, 303, wordsOf(body))
  }

  const [scheme] = await db<{ id: string }[]>`select id from organisation where name = 'Pub Watch'`
  const [speaker] = await db<{ id: string }[]>`select id from key_individual where team_id = ${team} limit 1`
  const coordinator = { id: randomUUID(), post: 'coordinator', who: speaker?.id ?? '', ...onDay('since', today) }
  await does(sergeant.send(`${desk}/schemes/${scheme?.id}/coordinator`, coordinator))
  await does(sergeant.send(`${desk}/schemes/${scheme?.id}/coordinator`, { ...coordinator, id: randomUUID(), who: '' }))
  assert.deepEqual(await moved(), ['R20'])
  await does(neo.send('/desk/dorset/neo/met', { id: randomUUID(), team, ...onDay('on', today) }))
  assert.deepEqual(await moved(), ['R20', 'R44'])

  const given = await hoursOf(sergeant)
  const joins = {
    id: randomUUID(),
    name: 'Pat',
    personId: volunteer.id,
    skills: 'web pages',
    ...onDay('activeFrom', today),
  }
  await does(sergeant.send(`${desk}/volunteers`, joins))
  const task = { task: 'pages', words: 'Put the dates up', hours: '2', needs: 'Web pages', forAnOfficer: 'yes' }
  const id = randomUUID()
  await does(sergeant.send(`${desk}/volunteers/tasks`, { id, ...task, ...onDay('onDay', today) }))
  await does(volunteer.send(`${desk}/tasks/${id}/take`, {}))
  assert.equal((await volunteer.send(`${desk}/tasks/${id}/take`, {})).status, 409)
  await does(volunteer.send(`${desk}/tasks/${id}/hours`, { id: randomUUID(), hours: '1,5' }))
  assert.equal((await volunteer.send(`${desk}/tasks/${id}/hours`, { id: randomUUID(), hours: '2' })).status, 409)
  assert.deepEqual(await moved(), ['R20', 'R44', 'D10.4'])
  assert.deepEqual(await hoursOf(sergeant), {
    volunteers: given.volunteers + 1,
    hours: given.hours + 1.5,
    freed: given.freed + 1.5,
  })

  const show = {
    title: 'Show',
    method: 'rural event',
    place: 'Melplash',
    heldOn: '2026-11-21',
    ledBy: 'police',
    learning: 'Stand by the gate',
  }
  await does(sergeant.send(`${desk}/engagements/new`, { ...show, id: randomUUID(), reached: '9' }))
  const identified = await standings(db, team)
  const [point] = await db<{ id: string }[]>`select id from learning_point where words = 'Stand by the gate'`
  await does(neo.send(`/desk/dorset/neo/learning/${point?.id}`, {}))
  assert.equal((await neo.send(`/desk/dorset/neo/learning/${point?.id}`, {})).status, 404)
  const shared = await standings(db, team)
  assert.deepEqual(
    ['R57', 'D10.3'].map((ref) => shared.get(ref) !== identified.get(ref)),
    [true, true],
  )
  const [named] = await db`select count(*)::int as names from evidence where evidence::text like '%Pat%'`
  assert.equal(named?.['names'], 0)
})

/** What the volunteers’ page tells of this month. */
async function hoursOf(desk: { look: (url: string) => Promise<{ body: string }> }) {
  const { body } = await desk.look(`/desk/${team}/volunteers`)
  const [, volunteers, hours, freed] = /November 2026 (\d+) ([\d.]+) ([\d.]+)/.exec(wordsOf(body)) ?? []
  return { volunteers: Number(volunteers), hours: Number(hours), freed: Number(freed) }
}

test('going through the network is evidence once, however often the form is sent, and moves what nobody had kept', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const contract = await findContract(db, team, null)
  assert.ok(contract)
  const purbeck = { ...contract, id: `dorset/purbeck/${contract.year}`, teamId: 'dorset/purbeck' }
  await transaction(db, (sql) => addContract(sql, purbeck, saturday, null))
  const { as } = await deskOf(t, routesOf({ demonstration: true }), db)
  const sergeant = await as('sergeant', 'dorset/purbeck')
  const before = await standings(db, 'dorset/purbeck')
  const id = randomUUID()
  for (let time = 0; time < 2; time++)
    assert.equal((await sergeant.send('/desk/dorset/purbeck/network/gone-through', { id })).status, 303)
  assert.notEqual((await standings(db, 'dorset/purbeck')).get('R30'), before.get('R30'))
  const [told] = await db`select count(*)::int as rows from evidence where chain = 'dorset/purbeck'`
  assert.equal(told?.['rows'], 1)
})

test('an officer leaves: everything has a new owner, the introduction is made, and they sign in no more', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => db.end())
  const page = await openPage({ width: 320, height: 800 })
  await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'inspector' } })
  await page.goto(`${url}${desk}/people`)
  await page.getByRole('link', { name: 'Robin Fictional (PCSO)', exact: true }).click()
  const now = new Date()
  const leave = async () => {
    await page.getByLabel('Day', { exact: true }).fill(String(now.getUTCDate()))
    await page.getByLabel('Month', { exact: true }).fill(String(now.getUTCMonth() + 1))
    await page.getByLabel('Year', { exact: true }).fill(String(now.getUTCFullYear()))
  }
  await leave()
  await page.getByRole('button', { name: 'Note their last day' }).click()
  assert.match(await page.locator('main').innerText(), /still owns relationships\. Hand them over first/)

  await page.goto(`${url}${desk}/people`)
  await page.getByRole('link', { name: /^Hand over.*Robin/ }).click()
  await page.getByRole('button', { name: 'Hand everything over' }).click()
  assert.match(await page.locator('main').innerText(), /Choose what becomes of them/)
  await page.getByLabel('Introduced by').first().fill(now.toISOString().slice(0, 10))
  await page.getByRole('radio', { name: 'They leave', exact: true }).check()
  await leave()
  await page.getByRole('button', { name: 'Hand everything over' }).click()
  assert.match(await page.locator('main').innerText(), /Everything has its new owner/)
  assert.doesNotMatch(await page.locator('main ul.week-list__rows').innerText(), /Robin/)
  const [left] =
    await db`select count(*)::int as owned from relationship r join person p on p.id = r.owner_id where p.ended_on is not null`
  assert.equal(left?.['owned'], 0)

  const [first] = await db<{ id: string; email: string }[]>`
    select i.id, t.email from introduction i join person t on t.id = i.to_person order by i.due_on, i.id limit 1`
  await page.goto(`${url}${desk}/introductions/${first?.id}`)
  assert.match(await page.locator('main').innerText(), /takes over/)
  assert.ok((await page.locator('main').innerText()).includes(first?.email ?? '?'))
  const [role = ''] = (first?.email ?? '').split('@')
  await page.request.post(`${url}/sign-out`)
  await page.request.post(`${url}/sign-in/demonstration`, { form: { person: role } })
  await page.goto(`${url}${desk}`)
  await page
    .getByRole('link', { name: /^Introduce the new owner/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Log the contact' }).click()
  await page.getByRole('radio', { name: 'Visit' }).check()
  await page.getByRole('button', { name: 'Log the contact' }).click()
  assert.match(await page.locator('main').innerText(), /Logged/)
  await page.goto(`${url}${desk}`)
  assert.equal(await page.getByRole('link', { name: /^Introduce the new owner/ }).count(), 0)
  assert.equal((await page.request.post(`${url}/sign-in/demonstration`, { form: { person: 'pcso' } })).status(), 400)
})

test('a handover keeps what was typed and says each mistake beside its field', async (t) => {
  const db = await demonstrationDatabase(t, saturday)
  const { as } = await deskOf(t, routesOf({ demonstration: true }), db)
  const sergeant = await as('sergeant')
  const [owner] = await db<
    { id: string }[]
  >`select owner_id as id from relationship r join person p on p.id = owner_id and p.role = 'pcso' limit 1`
  const address = `${desk}/handover/${owner?.id}`
  const offered = formOf((await sergeant.look(address)).body)
  const [by = ''] = Object.keys(offered).filter((name) => name.startsWith('by-'))
  const answer = await sergeant.send(address, { ...offered, [by]: '2026-02-30' })
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.body), /Enter a real day/)
  assert.equal(formOf(answer.body)[by], '2026-02-30')
  assert.equal((await sergeant.send(address, offered)).status, 303)
  assert.equal((await sergeant.send(address, offered)).status, 303)
})
