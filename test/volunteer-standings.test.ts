import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import type { Standing } from '#standings/standing.ts'
import { routesOf } from '../src/app.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, saturday, type Sent } from './support/desk.ts'

const westDorset = 'dorset/west-dorset'

/** The demonstration told until here, so that in November much still waits for what the test records. */
const toldUntil = new Date('2026-09-02T12:00:00Z')

async function demonstrationDesk(t: TestContext) {
  const db = await demonstrationDatabase(t, toldUntil)
  return deskOf(t, routesOf({ demonstration: true }), db)
}

/** A promise or measure of a team’s newest contract as at today, from the ledger itself. */
async function standingOf(db: Database, teamId: string, ref: string): Promise<Standing> {
  const contract = await findContract(db, teamId, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  const asked = { contract, framework, forceId: teamId.split('/')[0] ?? '' }
  const standing = (await stand(db, asked, dayAt(saturday, 'Europe/London'))).get(ref)
  assert.ok(standing, `${ref} is promised`)
  return standing
}

/** How much more evidence a promise rests on once something was sent from the desk. */
async function gained(db: Database, teamId: string, ref: string, send: () => Promise<Sent>): Promise<number> {
  const before = await standingOf(db, teamId, ref)
  const { status, body } = await send()
  assert.equal(status, 303, body)
  return (await standingOf(db, teamId, ref)).evidence.length - before.evidence.length
}

const market = {
  title: 'Market day',
  method: 'street corner meeting',
  place: 'Bridport',
  heldOn: '2026-11-21',
  ledBy: 'police',
  reached: '9',
}

test('an engagement at which volunteers or Special Constables took part counts towards what is promised of them', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const pcso = await as('pcso')
  const engage = (more: Record<string, string>) => () =>
    pcso.send(`/desk/${westDorset}/engagements/new`, { ...market, ...more, id: randomUUID() })
  const took = [
    [await gained(db, westDorset, 'R16', engage({})), 0],
    [await gained(db, westDorset, 'R16', engage({ volunteers: 'yes' })), 1],
    [await gained(db, westDorset, 'R16', engage({ specialConstables: 'yes' })), 1],
  ]
  for (const [by, expected] of took) assert.equal(by, expected)
})

test('a contact together with the engagement officer counts towards more contacts of theirs, and another does not', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const neo = await as('neo')
  const [clerk] = await db<{ id: string }[]>`
    select r.id from relationship r join subject s on s.id = r.subject_id
    where r.team_id = ${westDorset} and s.kind = 'council clerk' order by s.label limit 1`
  const log = (more: Record<string, string>) => () =>
    neo.send(`/desk/${westDorset}/network/contacts/new`, {
      id: randomUUID(),
      with: clerk?.id ?? '',
      how: 'visit',
      ...more,
    })
  const figure = async () => (await standingOf(db, westDorset, 'D10.2')).numerator ?? 0
  const before = await figure()
  assert.equal((await log({})()).status, 303)
  assert.equal(await figure(), before)
  assert.equal((await log({ facets: 'with NEO' })()).status, 303)
  assert.equal(await figure(), before + 1)
})

const day = (name: string) => ({ [`${name}-day`]: '21', [`${name}-month`]: '11', [`${name}-year`]: '2026' })

for (const { teamId, ref, adds } of [
  { teamId: westDorset, ref: 'D10.4', adds: 'sergeant' },
  { teamId: 'devon-and-cornwall/launceston', ref: 'C10.1', adds: 'administrator' },
] as const)
  test(`a volunteer who joins, and each hour they give, counts towards ${ref}`, async (t) => {
    const { db, as } = await demonstrationDesk(t)
    const adding = await as(adds)
    const volunteer = await as('volunteer')
    await db`update person set force_id = ${teamId.split('/')[0] ?? ''}, team_id = ${teamId} where id = ${volunteer.id}`
    const joins = { id: randomUUID(), name: 'Ellis', personId: volunteer.id, skills: '', ...day('activeFrom') }
    assert.equal(await gained(db, teamId, ref, () => adding.send(`/desk/${teamId}/volunteers`, joins)), 1)
    const own = { id: randomUUID(), task: 'event', hours: '2.5', ...day('doneOn') }
    assert.equal(await gained(db, teamId, ref, () => volunteer.send(`/desk/${teamId}/tasks/hours`, own)), 1)
  })

test('the review of the network moves what is promised of it once in each half year; a second is kept and moves nothing', async (t) => {
  const { db, as } = await demonstrationDesk(t)
  const sergeant = await as('sergeant')
  const review = () => sergeant.send(`/desk/${westDorset}/network/gone-through`, { id: randomUUID() })
  const before = await standingOf(db, westDorset, 'R30')
  assert.equal((await review()).status, 303)
  const once = await standingOf(db, westDorset, 'R30')
  assert.notDeepEqual(once.periods, before.periods)
  assert.equal((await review()).status, 303)
  assert.deepEqual((await standingOf(db, westDorset, 'R30')).periods, once.periods)
})
