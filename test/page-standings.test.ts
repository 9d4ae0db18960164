import assert from 'node:assert/strict'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import { routesOf } from '../src/app.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, saturday } from './support/desk.ts'

/** Told until here, so that in November each period still waits for what a test records. */
const toldUntil = new Date('2026-09-02T12:00:00Z')
const teamId = 'devon-and-cornwall/launceston'

async function standings(db: Database, team: string): Promise<Map<string, string>> {
  const contract = await findContract(db, team, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  const stood = await stand(
    db,
    { contract, framework, forceId: team.split('/')[0] ?? '' },
    dayAt(saturday, 'Europe/London'),
  )
  return new Map([...stood].map(([ref, standing]) => [ref, JSON.stringify(standing)]))
}

/** Of these promises, those that something moved. */
async function movedBy(db: Database, team: string, refs: readonly string[], act: () => Promise<{ status: number }>) {
  const before = await standings(db, team)
  assert.deepEqual(
    refs.filter((ref) => !before.has(ref)),
    [],
  )
  const { status } = await act()
  const after = await standings(db, team)
  return { status, moved: refs.filter((ref) => after.get(ref) !== before.get(ref)) }
}

/** A page that tells of no chance to meet is not right, so there is one ahead. */
const planMarket = (db: Database) => db`
  insert into planned_engagement (id, team_id, title, method, place, held_on, begins, ends, led_by, state, planned_at, changed_at)
  values (gen_random_uuid(), ${teamId}, 'Market', 'community event', 'The square', '2026-12-05', '10:00', '12:00', 'police',
    'planned', ${saturday}, ${saturday})`

const sections = {
  'the-team': 'S7a',
  'opportunities-to-meet': 'S7b',
  'how-to-contact': 'S7c',
  priorities: 'S7d',
} as const

for (const [slug, ref] of Object.entries(sections))
  test(`a look at “${slug}” of the neighbourhood page moves ${ref} and with it C7.1 and C7.2, and nothing else of S7`, async (t) => {
    const db = await demonstrationDatabase(t, toldUntil)
    const { as } = await deskOf(t, routesOf({ demonstration: true }), db)
    const administrator = await as('administrator')
    await planMarket(db)
    const refs = ['S7a', 'S7b', 'S7c', 'S7d', 'C7.1', 'C7.2']
    const look = () => administrator.send(`/desk/${teamId}/page/sections/${slug}/right`, {})
    assert.deepEqual(await movedBy(db, teamId, refs, look), { status: 303, moved: [ref, 'C7.1', 'C7.2'] })
  })

test('a page is not said to tell when the team can be met while nothing is planned', async (t) => {
  const db = await demonstrationDatabase(t, toldUntil)
  const { as } = await deskOf(t, routesOf({ demonstration: true }), db)
  const administrator = await as('administrator')
  const look = () => administrator.send(`/desk/${teamId}/page/sections/opportunities-to-meet/right`, {})
  assert.deepEqual(await movedBy(db, teamId, ['S7b', 'C7.1', 'C7.2'], look), { status: 409, moved: [] })
})
