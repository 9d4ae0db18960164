import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { addContract, findContract } from '#contracts/contracts.sql.ts'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { heardRoutes } from '#engagements/held/heard.routes.ts'
import { evidenceImportRoutes } from '#evidence-import/evidence-import.routes.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import type { Standing } from '#standings/standing.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, hidden, saturday } from './support/desk.ts'

const routes = [...engagementRoutes, ...heardRoutes, ...evidenceImportRoutes]

async function demonstrationDesk(t: TestContext) {
  const db = await demonstrationDatabase(t, saturday)
  return deskOf(t, routes, db)
}

/** Every promise and measure of a team’s newest contract as at today, from the ledger itself. */
async function standings(db: Database, teamId: string): Promise<Map<string, Standing>> {
  const contract = await findContract(db, teamId, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  const [forceId = ''] = teamId.split('/')
  return stand(db, { contract, framework, forceId }, dayAt(saturday, 'Europe/London'))
}

/** The refs among these whose standing rests on none of the new evidence. */
function unmoved(before: Map<string, Standing>, after: Map<string, Standing>, refs: readonly string[]): string[] {
  const told = (standing: Standing | undefined) => JSON.stringify(standing)
  return refs.filter((ref) => !after.has(ref) || told(before.get(ref)) === told(after.get(ref)))
}

/** Nothing was recorded of Purbeck, so that whatever moves is moved by what the test records. */
async function givePurbeckTheSameContract(db: Database): Promise<void> {
  const contract = await findContract(db, 'dorset/west-dorset', null)
  assert.ok(contract)
  const purbeck = { ...contract, id: `dorset/purbeck/${contract.year}`, teamId: 'dorset/purbeck' }
  await transaction(db, (sql) => addContract(sql, purbeck, saturday, null))
}

const show = {
  title: 'Melplash Show',
  method: 'rural event',
  heldOn: '2026-11-21',
  place: 'Melplash showground',
  reached: '400',
  spokeWith: '60',
  raisedAConcern: '9',
  footfallMethod: 'from the organiser',
  footfallConfidence: 'a guess',
  communities: 'farming',
  ledBy: 'local event',
  daysAdvertised: '21',
  keyEvent: 'yes',
  volunteers: 'yes',
  specialConstables: 'yes',
  ruralCrimeTeam: 'yes',
  assessmentCriteria: 'yes',
  inNiche: 'yes',
  concern: 'Quad bikes are stolen',
  learning: 'Stand by the gate',
}

test('one engagement with everything moves each promise and measure that face to face is measured by', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  await givePurbeckTheSameContract(db)
  const before = await standings(db, 'dorset/purbeck')
  const pcso = await as('pcso', 'dorset/purbeck')
  const sent = await pcso.send('/desk/dorset/purbeck/engagements/new', { ...show, id: randomUUID() })
  assert.equal(sent.status, 303, sent.body)
  const after = await standings(db, 'dorset/purbeck')
  const refs = ['R04', 'R09', 'R10', 'R12', 'R13', 'R16', 'R27', 'D2.1', 'D2.2', 'D2.5', 'D10.1']
  assert.deepEqual(unmoved(before, after, refs), [])
  assert.deepEqual(unmoved(before, after, ['R35', 'R11', 'R56']), ['R35', 'R11', 'R56'])
})

test('a foot patrol among a community moves what is promised of patrols, of methods and of the seldom heard', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const before = await standings(db, 'dorset/west-dorset')
  const patrol = { ...show, title: 'On foot', method: 'foot patrol', communities: 'disability' }
  await (await as('pcso')).send('/desk/dorset/west-dorset/engagements/new', patrol)
  const after = await standings(db, 'dorset/west-dorset')
  assert.deepEqual(unmoved(before, after, ['R15', 'R27', 'R56', 'D2.4']), [])
})

test('a hotspot named at the desk and answered by a street corner meeting moves what is promised of hotspots', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const pcso = await as('pcso')
  const desk = '/desk/dorset/west-dorset'
  const id = randomUUID()
  const before = await standings(db, 'dorset/west-dorset')
  await pcso.send(`${desk}/hotspots`, { id, place: 'Bus station', why: 'Bicycles stolen', identifiedOn: '2026-11-19' })
  const named = await standings(db, 'dorset/west-dorset')
  const meeting = { ...show, method: 'street corner meeting', hotspot: id }
  assert.equal((await pcso.send(`${desk}/engagements/new`, meeting)).status, 303)
  const answered = await standings(db, 'dorset/west-dorset')
  const figures = (of: Map<string, Standing>) => [of.get('R11')?.numerator, of.get('R11')?.denominator]
  const [met = 0, all = 0] = figures(before).map((figure) => figure ?? 0)
  assert.deepEqual(unmoved(before, named, ['R11']), [])
  assert.deepEqual(figures(answered), [met + 1, all + 1])
})

test('feedback on an engagement moves what the public told', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const sergeant = await as('sergeant')
  const before = await standings(db, 'dorset/west-dorset')
  const address = '/desk/dorset/west-dorset/evidence/import'
  const told =
    'happened_on,kind,facet: to,facet: topic,figure: score,figure: out of\n2026-11-20,feedback received,Force,engagement,4,5\n'
  const checked = await sergeant.upload(address, told, 'feedback.csv')
  const kept = await sergeant.send(`${address}/confirm`, { file: hidden(checked.body, 'file') })
  assert.equal(kept.status, 303, checked.body)
  assert.deepEqual(unmoved(before, await standings(db, 'dorset/west-dorset'), ['D2.3']), [])
})

test('the framework of Devon and Cornwall is moved alike', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const before = await standings(db, 'devon-and-cornwall/launceston')
  const administrator = await as('administrator')
  const sent = await administrator.send('/desk/devon-and-cornwall/launceston/engagements/new', show)
  assert.equal(sent.status, 303, sent.body)
  const after = await standings(db, 'devon-and-cornwall/launceston')
  assert.deepEqual(unmoved(before, after, ['C2.1', 'C2.2', 'C2.3', 'C2.4']), [])
})
