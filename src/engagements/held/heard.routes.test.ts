import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { oversightRoutes } from '#oversight/oversight.routes.ts'
import { day } from '#platform/day.ts'
import { deskOf, wordsOf } from '../../../test/support/desk.ts'
import { closeOutRoutes } from './close-out.routes.ts'
import { concernsHeardBetween } from './concerns.sql.ts'
import { engagementRoutes } from './engagements.routes.ts'
import { heardRoutes } from './heard.routes.ts'

const routes = [...oversightRoutes, ...engagementRoutes, ...closeOutRoutes, ...heardRoutes]
const desk = '/desk/dorset/west-dorset'
const market = {
  title: 'Bridport market',
  method: 'community event',
  heldOn: '2026-11-19',
  place: 'Bucky Doo Square',
  reached: '120',
}

test('concerns of a span of days are counted by neighbourhood', async (t) => {
  const { db, as } = await deskOf(t, routes)
  await db`insert into neighbourhood (force_id, id, name, team_id) values ('dorset', 'N1', 'Bridport', 'dorset/west-dorset')`
  const pcso = await as('pcso')
  for (const [heldOn, concern] of [
    ['2026-11-18', 'Litter'],
    ['2026-11-20', 'Noise'],
    ['2026-11-19', 'Speeding'],
  ] as const)
    await pcso.send(`${desk}/engagements/new`, { ...market, heldOn, neighbourhood: 'N1', concern })
  assert.deepEqual(
    [...(await concernsHeardBetween(db, 'dorset', day('2026-11-18'), day('2026-11-19')))],
    [{ teamId: 'dorset/west-dorset', neighbourhoodId: 'N1', concerns: 2 }],
  )
})

test('a hotspot waits until a street corner meeting answers it, and waits again where that record was a mistake', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const id = randomUUID()
  const hotspot = { id, place: 'Bus station', why: 'Bicycles stolen', identifiedOn: '2026-11-18' }
  assert.equal((await pcso.send(`${desk}/hotspots`, { ...hotspot, identifiedOn: '2026-11-22' })).status, 422)
  for (const _ of ['once', 'twice']) assert.equal((await pcso.send(`${desk}/hotspots`, hotspot)).status, 303)
  const wrong = await pcso.send(`${desk}/engagements/new`, { ...market, hotspot: id })
  assert.deepEqual([wrong.status, /Only a street corner meeting/.test(wrong.body)], [422, true])
  const corner = { ...market, method: 'street corner meeting', hotspot: id }
  const { to = '' } = await pcso.send(`${desk}/engagements/new`, corner)
  assert.match(wordsOf((await pcso.look(to)).body), /Answers the hotspot Bus station/)
  assert.match(
    wordsOf((await pcso.look(`${desk}/hotspots`)).body),
    /Bus station Named 18 November 2026 Answered 19 November 2026/,
  )
  assert.equal((await pcso.send(`${desk}/engagements/new`, corner)).status, 422)
  assert.deepEqual(
    (await db`select kind, about from evidence order by entry`).map(({ kind, about }) => [
      kind,
      String(about).split('/')[0],
    ]),
    [
      ['hotspot identified', 'hotspot'],
      ['engagement held', 'engagement'],
      ['hotspot answered', 'hotspot'],
    ],
  )
  await (await as('sergeant')).send(`${to}/withdraw`, { reason: 'Not held.' })
  assert.match(wordsOf((await pcso.look(`${desk}/hotspots`)).body), /Not answered yet/)
})
