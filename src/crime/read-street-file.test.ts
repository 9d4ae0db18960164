import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import { readStreetFile } from './read-street-file.ts'

const head =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'

/** A line of the national format; what is not said is as in most lines. */
const line = ({
  reference = 'f00d',
  month = '2026-10',
  force = 'Dorset Police',
  x = '-2.4370',
  y = '50.7137',
  type = 'Drugs',
} = {}) =>
  `${reference},${month},${force},${force},${x},${y},On or near High Street,E01020400,West Dorset 006A,${type},Under investigation,`

const read = (...lines: string[]) => readStreetFile(Buffer.from([head, ...lines].join('\n')), 'Dorset Police')
const faultsOf = async (...lines: string[]) => {
  const found = await read(...lines)
  return found.ok ? [] : found.faults.map((fault) => `${fault.line} ${fault.words}`)
}

test('a crime is read with the reference and the place that its publisher gave it, and one without a place is no mistake', async () => {
  const asb = ',2026-10,Dorset Police,Dorset Police,,,No Location,,,Anti-social behaviour,,'
  const reference = '7a182882427f1c4d99cfdb590e7a2ab8022fa9054bff0f6afeaa9d212beaf96b'
  const none = { lsoa: null, outcome: null, context: null, reference: null }
  const told = { placeName: 'On or near High Street', lsoa: 'E01020400', outcome: 'Under investigation', context: null }
  assert.deepEqual(await read(line({ reference }), asb, '', line({ type: 'Cattle rustling' })), {
    ok: true,
    month: {
      month: '2026-10-01',
      crimes: [
        { ...told, line: 2, category: 'Drugs', location: { latitude: 50.7137, longitude: -2.437 }, reference },
        { ...none, line: 3, category: 'Anti-social behaviour', location: null, placeName: 'No Location' },
        {
          ...told,
          line: 5,
          category: 'Cattle rustling',
          location: { latitude: 50.7137, longitude: -2.437 },
          reference: null,
        },
      ],
    },
  })
})

test('each broken line is told by its number and its reason', async () => {
  const faults = await faultsOf(
    line(),
    line({ x: '50.7137', y: '-2.4370' }),
    line({ x: '2.35', y: '48.85' }),
    line({ y: '' }),
    line({ x: 'west' }),
    line({ month: '2026-09' }),
    line({ month: 'October' }),
    line({ force: 'Kent Police' }),
    line({ type: '' }),
    'f00d,2026-10',
    `"${line()}`,
  )
  assert.deepEqual(faults, [
    '3 50.7137, -2.4370: latitude and longitude are swapped',
    '4 2.35, 48.85: the place lies outside the United Kingdom',
    '5 has one of longitude and latitude without the other',
    '6 west, 50.7137: latitude and longitude must be numbers',
    '7 is of 2026-09, and the lines before of 2026-10',
    '8 “October” is not a month such as 2026-10',
    '9 falls within “Kent Police”, not Dorset Police',
    '10 has no crime type',
    '11 has 2 cells where the first line has 12',
    '12 has a quotation mark that is not closed',
  ])
})

test('a file of something else, an empty one and one in another encoding are refused in words', async () => {
  const faults = async (bytes: Buffer) => {
    const found = await readStreetFile(bytes, 'Dorset Police')
    return found.ok ? null : found.faults
  }
  const lacking = [{ line: 1, words: 'lacks the column Longitude, Latitude, Crime type' }]
  assert.deepEqual(await faults(Buffer.from('Month,Falls within\n2026-10,Dorset Police\n')), lacking)
  assert.deepEqual(await faultsOf(), ['2 there is no crime under the first line'])
  const [notUtf8] = (await faults(Buffer.from([0x4d, 0xff, 0x0a]))) ?? []
  assert.match(notUtf8?.words ?? '', /not UTF-8/)
})

test('a force is itself whether its file writes “&” or “and”, Police or Constabulary', async () => {
  const bytes = Buffer.from(`\ufeff${head}\r\n${line({ force: 'Devon and Cornwall Constabulary' })}\r\n`)
  assert.equal((await readStreetFile(bytes, 'Devon & Cornwall Police')).ok, true)
  assert.equal((await readStreetFile(bytes, 'Cornwall Police')).ok, false)
})

test('a published month is read whole', async () => {
  const path = join(import.meta.dirname, '..', '..', 'demonstration', 'crime', '2018-10-dorset-street.csv')
  const found = await readStreetFile(await readFile(path), 'Dorset Police')
  assert.ok(found.ok)
  assert.deepEqual([found.month.month, found.month.crimes.length], ['2018-10-01', 498])
})
