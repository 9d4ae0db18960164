import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { stampOf } from '#platform/form-stamp.ts'
import { stand } from '#standings/stand.ts'
import { routesOf } from '../src/app.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, saturday } from './support/desk.ts'
import { filled, team } from './support/opinions.ts'
import { demonstrationSite } from './support/site.ts'

const refs = ['D2.3', 'D5.3', 'D7.2', 'D7.3', 'R25']

async function standings(db: Database): Promise<Map<string, string>> {
  const contract = await findContract(db, team, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  const stood = await stand(db, { contract, framework, forceId: 'dorset' }, dayAt(saturday, 'Europe/London'))
  assert.deepEqual(
    refs.filter((ref) => !stood.has(ref)),
    [],
  )
  return new Map([...stood].map(([ref, standing]) => [ref, JSON.stringify(standing)]))
}

/** A priority of the demonstration that is open and of which the public was told. */
async function openPriority(db: Database): Promise<string> {
  const [open] = await db<{ id: string }[]>`
    select p.id from priority p join priority_update u on u.priority_id = p.id and u.posted_on <= ${saturday}
    where p.team_id = ${team} and p.state in ('set', 'planned', 'in hand', 'reopened') order by p.id limit 1`
  assert.ok(open)
  return open.id
}

for (const [what, ref] of [
  ['a priority', 'D5.3'],
  ['the page', 'D7.2'],
] as const)
  test(`what the public thinks of ${what} moves ${ref} alone`, async (t) => {
    const db = await demonstrationDatabase(t, saturday)
    const { server } = await deskOf(t, routesOf({ demonstration: true }), db)
    const priority = await openPriority(db)
    const [address, about] =
      ref === 'D5.3'
        ? [`/${team}/priorities/${priority}/feedback`, `opinion/${priority}`]
        : [`/${team}/page-feedback?about=page`, `opinion/${team}/page`]
    const before = await standings(db)
    const { statusCode } = await server.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(await filled(db, about)).toString(),
    })
    const after = await standings(db)
    assert.deepEqual([statusCode, refs.filter((each) => after.get(each) !== before.get(each))], [303, [ref]])
  })

test('of five hundred opinions a minute from one address most are refused, and none is kept by half', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t, { RATE_LIMITS: 'on' })
  const database = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => database.end())
  const secret = await secretOf(database)
  const counted = async () =>
    (
      await database<{ opinions: number; stated: number }[]>`
      select (select count(*)::int from opinion) as opinions,
        (select count(*)::int from evidence where source like 'opinion/%') as stated`
    )[0]
  const before = await counted()
  const statuses = await Promise.all(
    Array.from({ length: 500 }, async () => {
      const id = randomUUID()
      const stamp = stampOf(secret, { formId: id, about: `opinion/${team}/page`, at: new Date(Date.now() - 60_000) })
      const body = new URLSearchParams({ id, stamp, first: '5', second: '5', words: '' })
      return (await fetch(`${url}/${team}/page-feedback`, { method: 'POST', redirect: 'manual', body })).status
    }),
  )
  const taken = statuses.filter((status) => status === 303).length
  assert.ok(taken >= 1 && taken <= 40, `${taken} were taken`)
  assert.equal(statuses.filter((status) => status === 429).length, 500 - taken)
  const after = await counted()
  assert.deepEqual(
    [(after?.opinions ?? 0) - (before?.opinions ?? 0), (after?.stated ?? 0) - (before?.stated ?? 0)],
    [taken, taken],
  )
})
