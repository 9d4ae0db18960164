import assert from 'node:assert/strict'
import test from 'node:test'
import { readKml } from './boundary-kml.ts'

const expected = {
  forceId: 'dorset',
  neighbourhoods: [
    { id: '55.DT3001', name: 'Bridport', teamId: null },
    { id: '55.DF3002', name: 'Gillingham & Shaftesbury', teamId: null },
    { id: 'A1', name: 'Town', teamId: null },
    { id: 'A2', name: 'Town', teamId: null },
  ],
}

const corners = (west: number, south: number, size: number, height = '') =>
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
    .map(([x, y]) => `${x},${y}${height}`)
    .join('\n  ')
const ring = (edge: string, text: string) =>
  `<${edge}><LinearRing><coordinates>\n ${text} </coordinates></LinearRing></${edge}>`
const polygon = (...rings: string[]) =>
  `<Polygon>${rings.map((text, n) => ring(n === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs', text)).join('')}</Polygon>`
const placemark = (head: string, ...polygons: string[]) =>
  `<Placemark>${head}${polygons.length === 1 ? polygons[0] : `<MultiGeometry>${polygons.join('')}<Point><coordinates>-2,50</coordinates></Point></MultiGeometry>`}</Placemark>`
const kml = (...placemarks: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${placemarks.join('')}</Folder></Document></kml>`
const square = polygon(corners(-3, 50, 0.5))
const told = (text: string, filename?: string) => {
  const read = readKml(text, expected, filename)
  if (read.ok) return read.boundaries.map(({ neighbourhoodId }) => neighbourhoodId)
  return read.faults.map(({ feature, words }) => `${feature ?? 'file'} ${words}`)
}

test('a KML boundary of two parts, with a hole and heights, is read as it lies on the ground', () => {
  const text = kml(
    placemark(
      '<name>Bridport</name>',
      polygon(corners(-3, 50, 0.5, ',12.5'), corners(-2.9, 50.1, 0.25)),
      polygon(corners(-2, 50, 0.25)),
    ),
  )
  const read = readKml(text, expected)
  assert.ok(read.ok)
  assert.deepEqual(read.boundaries, [
    {
      neighbourhoodId: '55.DT3001',
      population: null,
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [-3, 50],
              [-2.5, 50],
              [-2.5, 50.5],
              [-3, 50.5],
              [-3, 50],
            ],
            [
              [-2.9, 50.1],
              [-2.9, 50.35],
              [-2.65, 50.35],
              [-2.65, 50.1],
              [-2.9, 50.1],
            ],
          ],
          [
            [
              [-2, 50],
              [-1.75, 50],
              [-1.75, 50.25],
              [-2, 50.25],
              [-2, 50],
            ],
          ],
        ],
      },
    },
  ])
})

test('a placemark is known by its data, its id, its name, or alone by the name of its file', () => {
  assert.deepEqual(
    told(
      kml(
        placemark('<ExtendedData><Data name="code"><value>55.DT3001</value></Data></ExtendedData>', square),
        placemark('<name>gillingham &amp; shaftesbury</name>', square),
        `<Placemark id="A2"><name>Town</name>${square}</Placemark>`,
      ),
    ),
    ['55.DT3001', '55.DF3002', 'A2'],
  )
  const schema = '<ExtendedData><SchemaData><SimpleData name="id">DT3001</SimpleData></SchemaData></ExtendedData>'
  assert.deepEqual(told(kml(placemark(schema, square))), ['55.DT3001'])
  assert.deepEqual(told(kml(placemark('', square)), 'boundaries/DT3001.kml'), ['55.DT3001'])
})

test('a KML that leads outside itself is refused before anything of it is read', () => {
  const entity = kml(placemark('<name>&x;</name>', square)).replace(
    '<kml',
    '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml',
  )
  assert.deepEqual(told(entity), [
    'file declares a document type or entities, which may lead to other files: save it as plain KML',
  ])
  const included = kml(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>`)
  assert.deepEqual(told(included), ['file includes other files, which are not read: save it as one plain KML'])
  assert.deepEqual(told(kml('<NetworkLink><Link><href>http://x/</href></Link></NetworkLink>')), [
    'file leads to another file, which is not read: choose the file that it leads to',
  ])
  assert.deepEqual(told('PK\u0003\u0004…'), [
    'file is a KMZ, which is a packed KML: unpack it as a ZIP file and choose the doc.kml in it',
  ])
})

test('every placemark that cannot be a boundary is told with its reason', () => {
  const name = (words: string) => `<name>${words}</name>`
  const swapped = polygon(corners(50, -3, 0.5))
  assert.deepEqual(
    told(
      kml(
        placemark(name('Atlantis'), square),
        placemark(name('Town'), square),
        placemark('', square),
        placemark(name('Bridport'), '<Point><coordinates>-2,50</coordinates></Point>'),
        placemark(name('Bridport'), polygon('-3, 50 -2,50')),
        placemark(name('Bridport'), swapped),
        placemark(name('Bridport'), polygon(corners(-3, 50, 0.5).replace(/\s\S+$/, ''))),
        placemark(name('Bridport'), square),
        placemark(name('Bridport'), square),
      ),
    ),
    [
      '1 is called “Atlantis”, which is no neighbourhood of this force, and has no id of one',
      '2 is called “Town”, as several neighbourhoods of dorset are: give it its id',
      '3 does not say which neighbourhood it bounds: give it a name, or its id as ExtendedData',
      '4 holds no Polygon',
      '5 has the corner “-3,”, which is not longitude,latitude',
      '6 has the corner 50, -3: latitude and longitude are swapped',
      '7 is not closed: the last corner of its ring must be its first',
      '9 bounds “55.DT3001” a second time',
    ],
  )
  assert.deepEqual(told('not xml at all <'), ['file is no KML with a Placemark in it'])
})
