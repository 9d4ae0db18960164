import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { likelyIndividuals, likelyOrganisations } from '#network/merging/duplicates.sql.ts'
import { schoolsOf } from '#network/schools/schools.sql.ts'
import { briefingRoutes } from '#oversight/briefings/briefing.routes.ts'
import { day } from '#platform/day.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { deskOf, saturday, wordsOf } from './support/desk.ts'

const team = 'dorset/west-dorset'

async function demonstration(t: TestContext) {
  const db = await demonstrationDatabase(t, saturday)
  return db
}

test('West Dorset knows its schools, those that closed among them, and of all open ones but one who keeps children safe', async (t) => {
  const db = await demonstration(t)
  const schools = await schoolsOf(db, 'dorset', team, day('2019-01-01'), day('2026-11-21'))
  const open = schools.filter(({ to }) => to === null)
  assert.deepEqual(
    schools.flatMap(({ label, to, relationshipId }) => (to === null ? [] : [[label, to, relationshipId]])),
    [
      ['Sherborne International', '2021-09-01', null],
      ['Sherborne Learning Centre', '2019-10-31', null],
    ],
  )
  assert.equal(open.length, 18)
  assert.deepEqual(open.filter(({ relationshipId, place }) => relationshipId === null || place === ''), []) // prettier-ignore
  const unknown = open.filter(({ safeguardingOfficer }) => safeguardingOfficer === null).map(({ label }) => label)
  assert.deepEqual(unknown, ["St Osmund's Church of England Middle School"])
  const officers = new Set(open.map(({ safeguardingOfficer }) => safeguardingOfficer))
  const taken = (await likelyIndividuals(db, team, { from: 0, most: 100 })).filter(
    ({ name, otherName }) => officers.has(name) || officers.has(otherName),
  )
  assert.equal(taken.length, 0)
  const alike = await likelyOrganisations(db, 'dorset', team, { from: 0, most: 100 })
  assert.deepEqual(alike.filter(({ name }) => schools.some(({ label }) => label === name)), []) // prettier-ignore
})

test('the briefing of each council of West Dorset tells of what was held near it, and not of the whole area', async (t) => {
  const db = await demonstration(t)
  const { as } = await deskOf(t, briefingRoutes, db)
  const inspector = await as('inspector')
  const [held] = await db<{ count: number }[]>`
    select count(*)::int as count from engagement where team_id = ${team} and held_on between '2026-07-01' and '2026-09-30'`
  const councils = await db<{ id: string; name: string }[]>`
    select id, name from organisation where team_id = ${team} and kind = 'council' and location is not null order by name`
  assert.equal(councils.length, 4)
  let near = 0
  for (const { id, name } of councils) {
    const { body } = await inspector.look(`/desk/${team}/councils/${id}/briefing?quarter=2026-3`)
    const [, count] = /(\d+) engagements? near (\w+)/.exec(wordsOf(body)) ?? []
    assert.ok(Number(count) > 0, name)
    near += Number(count)
  }
  assert.ok(near <= (held?.count ?? 0), `${near} of ${held?.count}`)
})
