import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { testDatabase } from '../../test/support/database.ts'
import { saveBoundaries } from './boundaries.sql.ts'
import type { Geometry } from './boundary.ts'
import { neighbourhoodAt, neighbourhoodsNear } from './neighbourhood-at.ts'

const square = (west: number, south: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const at = new Date('2026-01-01T00:00:00Z')
const bound = (db: Database, forceId: string, neighbourhoodId: string, geometry: Geometry, from = '2020-01-01') =>
  saveBoundaries(db, forceId, [{ neighbourhoodId, geometry, population: null }], {
    validFrom: day(from),
    source: 'x',
    at,
    by: null,
  })

async function twoForces(t: TestContext) {
  const db = await testDatabase(t)
  await db`insert into force (id, name) values ('dorset', 'Dorset Police'), ('kent', 'Kent Police')`
  await db`insert into team (id, force_id, slug, name) values ('dorset/west', 'dorset', 'west', 'West')`
  await db`
    insert into neighbourhood (force_id, id, name, team_id) values
      ('dorset', 'W', 'West Town', 'dorset/west'), ('dorset', 'E', 'East Town', null), ('kent', 'K', 'Kent Town', null)`
  await bound(db, 'dorset', 'W', square(-3, 50, 0.5))
  await bound(db, 'dorset', 'E', square(-2.5, 50, 0.5))
  await bound(db, 'kent', 'K', square(0.5, 51, 0.5))
  return db
}

test('a place is found across all forces, with the team that covers it, and outside all boundaries is nobody’s', async (t) => {
  const db = await twoForces(t)
  const today = day('2026-01-01')
  const found = (longitude: number, latitude: number) => neighbourhoodAt(db, { longitude, latitude }, today)
  const west = {
    forceId: 'dorset',
    forceName: 'Dorset Police',
    neighbourhoodId: 'W',
    name: 'West Town',
    teamId: 'dorset/west',
    teamName: 'West',
  }
  assert.deepEqual(await found(-2.9, 50.2), west)
  assert.equal((await found(0.6, 51.2))?.neighbourhoodId, 'K')
  assert.equal(await found(-1, 50.2), null)
})

test('each day is answered by the boundaries of its time, also after a boundary was loaded again', async (t) => {
  const db = await twoForces(t)
  await bound(db, 'dorset', 'W', square(-3, 50, 0.1), '2025-01-01')
  const found = async (on: string) =>
    (await neighbourhoodAt(db, { longitude: -2.75, latitude: 50.25 }, day(on)))?.name ?? null
  assert.deepEqual(
    [await found('2019-01-01'), await found('2024-01-01'), await found('2025-01-01')],
    ['West Town', 'West Town', null],
  )
  await bound(db, 'dorset', 'W', square(-3, 50, 0.4), '2025-01-01')
  assert.equal(await found('2025-01-01'), 'West Town')
})

test('the neighbourhoods near a place are told nearest first with their distance, and none beyond the limit', async (t) => {
  const db = await twoForces(t)
  const near = await neighbourhoodsNear(db, { longitude: -2.6, latitude: 49.9 }, day('2026-01-01'), {
    metres: 20_000,
    limit: 5,
  })
  assert.deepEqual(
    near.map(({ name, metres }) => [name, Math.round(metres / 100)]),
    [
      ['West Town', 111],
      ['East Town', 132],
    ],
  )
})

test('one lookup among six hundred boundaries of two thousand corners is answered in milliseconds', async (t) => {
  const db = await twoForces(t)
  const wave = (n: number, corners: number): Geometry => {
    const ring = Array.from({ length: corners }, (_, c): [number, number] => {
      const angle = (c / corners) * 2 * Math.PI
      return [-8 + (n % 30) * 0.3 + 0.15 * Math.cos(angle), 52 + Math.floor(n / 30) * 0.3 + 0.15 * Math.sin(angle)]
    })
    return { type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] }
  }
  await db`insert into neighbourhood (force_id, id, name) select 'kent', 'N' || n, 'N' || n from generate_series(0, 599) n`
  const many = Array.from({ length: 600 }, (_, n) => ({
    neighbourhoodId: `N${n}`,
    geometry: wave(n, 2_000),
    population: null,
  }))
  await saveBoundaries(db, 'kent', many, { validFrom: day('2020-01-01'), source: 'x', at, by: null })
  await db`analyze neighbourhood_boundary`
  const place = { longitude: -8, latitude: 52 }
  assert.equal((await neighbourhoodAt(db, place, day('2026-01-01')))?.name, 'N0')
  const times: number[] = []
  for (let n = 0; n < 50; n++) {
    const began = performance.now()
    await neighbourhoodAt(db, place, day('2026-01-01'))
    times.push(performance.now() - began)
  }
  const median = times.toSorted((a, b) => a - b)[25] ?? 0
  t.diagnostic(`a lookup took ${median.toFixed(2)} ms`)
  assert.ok(median < 10, `${median} ms`)
})
