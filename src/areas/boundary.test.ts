import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { readGeoJson } from './boundary-geojson.ts'
import { boxOf, locatorOn, outlineOf, type BoundaryVersion, type Geometry } from './boundary.ts'

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

/** Two parts, the first with a hole in its middle. */
const town: Geometry = {
  type: 'MultiPolygon',
  coordinates: [[square(-3, 50, 0.4), square(-2.9, 50.1, 0.2)], [square(-2, 50, 0.2)]],
}

const version = (neighbourhoodId: string, geometry: Geometry, validFrom: string): BoundaryVersion => ({
  neighbourhoodId,
  geometry,
  validFrom: day(validFrom),
  box: boxOf(geometry),
})

test('a place in the hole of a neighbourhood is not in it, one in its second part or on its line is', () => {
  const locate = locatorOn(day('2026-01-01'), [version('A', town, '2020-01-01')])
  const at = (longitude: number, latitude: number) => locate({ longitude, latitude })
  assert.deepEqual([at(-2.95, 50.05), at(-2.8, 50.2), at(-1.9, 50.1), at(-2.4, 50.1)], ['A', null, 'A', null])
  assert.deepEqual([at(-3, 50.2), at(-2.9, 50.2)], ['A', 'A'])
})

test('a place inside two neighbourhoods is in the one whose id comes first, and each day has the boundaries of its time', () => {
  const [west, east] = [square(-3, 50, 1), square(-2, 50, 1)].map((ring): Geometry => ({
    type: 'Polygon',
    coordinates: [ring],
  }))
  assert.ok(west && east)
  const versions = [
    version('B', west, '2020-01-01'),
    version('A', east, '2022-01-01'),
    version('A', west, '2024-01-01'),
  ]
  const found = ['2019-05-01', '2021-05-01', '2023-05-01', '2024-01-01'].map((on) =>
    locatorOn(day(on), versions)({ longitude: -2.5, latitude: 50.5 }),
  )
  assert.deepEqual(found, ['B', 'B', 'B', 'A'])
})

test('a drawing has few corners, and a neighbourhood smaller than its grid keeps those it has', () => {
  const many: [number, number][] = Array.from({ length: 101 }, (_, n) => [-3 + n / 100_000, 50])
  const ring = [...many, [-2.999, 50.2], [-3, 50.2], [-3, 50]] as [number, number][]
  const outline = outlineOf({ type: 'Polygon', coordinates: [ring] })
  assert.deepEqual(outline.coordinates, [
    [
      [
        [-3, 50],
        [-2.9995, 50],
        [-2.999, 50],
        [-2.999, 50.2],
        [-3, 50.2],
        [-3, 50],
      ],
    ],
  ])
  const speck: Geometry = { type: 'Polygon', coordinates: [square(-3, 50, 0.0001)] }
  assert.deepEqual(outlineOf(speck).coordinates, [speck.coordinates])
})

const expected = { forceId: 'dorset', neighbourhoods: [{ id: 'A', name: 'Aller', teamId: null }] }
const fileOf = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const featureOf = (properties: object, ...coordinates: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
})
const faultsOf = (text: string) => {
  const read = readGeoJson(text, expected)
  return read.ok ? [] : read.faults.map(({ feature, words }) => `${feature ?? 'file'} ${words}`)
}

test('a file of boundaries is read with its holes and, where it says so, its people', () => {
  const [outer, hole] = [square(-3, 50, 0.4), square(-2.9, 50.1, 0.2)]
  const read = readGeoJson(fileOf(featureOf({ id: 'A', population: 8_100, name: 'x' }, outer, hole)), expected)
  const geometry = { type: 'Polygon', coordinates: [outer, hole?.toReversed()] }
  assert.deepEqual(read, { ok: true, boundaries: [{ neighbourhoodId: 'A', geometry, population: 8_100 }] })
})

test('every feature that cannot be a boundary is told with its reason', () => {
  const fine = square(-3, 50, 1)
  const swapped = fine.map(([x, y]) => [y, x])
  const text = fileOf(
    featureOf({ id: 'A' }, fine.slice(0, 4)),
    featureOf({ id: 'A' }, swapped),
    featureOf({ id: 'A' }, square(2, 48, 0.2)),
    featureOf({ id: 'Z' }, fine),
    featureOf({ id: 'A', force: 'kent' }, fine),
    featureOf({}, fine),
    featureOf({ id: 'A' }),
    { type: 'Feature', properties: { id: 'A' }, geometry: { type: 'LineString', coordinates: fine } },
    featureOf({ id: 'A' }, fine),
    featureOf({ id: 'A' }, fine),
  )
  assert.deepEqual(faultsOf(text), [
    '1 is not closed: the last corner of its ring must be its first',
    '2 has the corner 50, -3: latitude and longitude are swapped',
    '3 has the corner 2, 48: the place lies outside the United Kingdom',
    '4 bounds “Z”, which is no neighbourhood of this force',
    '5 belongs to the force “kent”',
    '6 does not say which neighbourhood it bounds: give it a property “id”',
    '7 has no corners',
    '8 is a LineString, not a Polygon or MultiPolygon',
    '10 bounds “A” a second time',
  ])
  const notGeoJson = 'file is not a GeoJSON FeatureCollection with at least one feature'
  assert.deepEqual([...faultsOf('{"type":'), ...faultsOf(fileOf())], [notGeoJson, notGeoJson])
})
