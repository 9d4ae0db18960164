import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import test from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { loadPostcodes } from './load-postcodes.ts'
import { findKnownPostcode, isAreaLoaded, middleOfOutcode, postcodeLoadings } from './postcodes.sql.ts'

const at = new Date('2026-11-21T14:00:00Z')
const head = '\ufeffpcd,pcd2,pcds,dointr,doterm,oscty,lat,long\r\n'
const line = (postcode: string, lat: number | '' = 50.7336, long: number | '' = -2.7584, ended = '') =>
  `"x","x","${postcode}",198001,${ended},"E10000009",${lat},${long}\r\n`
const load = (db: Database, text: string, source = 'ONSPD.csv') =>
  loadPostcodes(db, Readable.from([Buffer.from(text)]), { source, at, by: null })

test('the directory is loaded with postcodes in use, those that ended, and those without a place', async (t) => {
  const db = await testDatabase(t)
  const text =
    head +
    line('DT6 3RR') +
    line('DT6 3ZZ', 50.7, -2.7, '201906') +
    line('DT6 9AA', 99.999999, 0) +
    line('BH1 1AA', '', '')
  assert.deepEqual(await load(db, text), { postcodes: 4, areas: ['BH', 'DT'] })
  const known = await Promise.all(
    ['DT6 3RR', 'DT6 3ZZ', 'DT6 9AA', 'BH1 1AA', 'DT6 3RS'].map((each) => findKnownPostcode(db, each)),
  )
  assert.deepEqual(known, [
    { postcode: 'DT6 3RR', location: { latitude: 50.7336, longitude: -2.7584 }, ended: null },
    { postcode: 'DT6 3ZZ', location: { latitude: 50.7, longitude: -2.7 }, ended: '201906' },
    { postcode: 'DT6 9AA', location: null, ended: null },
    { postcode: 'BH1 1AA', location: null, ended: null },
    null,
  ])
  assert.deepEqual(await middleOfOutcode(db, 'DT6'), { latitude: 50.7336, longitude: -2.7584 })
  assert.equal(await middleOfOutcode(db, 'DT'), null)
  assert.deepEqual([await isAreaLoaded(db, 'DT'), await isAreaLoaded(db, 'EX')], [true, false])
  const audited = await db`select verb, about, detail from audit`
  assert.deepEqual(
    [...audited],
    [
      {
        verb: 'load postcodes',
        about: 'postcodes',
        detail: { source: 'ONSPD.csv', postcodes: 4, areas: ['BH', 'DT'] },
      },
    ],
  )
})

test('a file loaded again takes the place of what was known of the same letters, and of no others', async (t) => {
  const db = await testDatabase(t)
  await load(db, head + line('DT6 3RR') + line('BH1 1AA'), 'first.csv')
  await load(db, head + line('DT6 3RS'), 'second.csv')
  const known = await db<{ postcode: string }[]>`select postcode from postcode order by postcode`
  assert.deepEqual(
    known.map(({ postcode }) => postcode),
    ['BH1 1AA', 'DT6 3RS'],
  )
  assert.deepEqual(
    (await postcodeLoadings(db)).map(({ source, postcodes }) => [source, postcodes]),
    [
      ['second.csv', 1],
      ['first.csv', 2],
    ],
  )
})

test('a file with wrong columns or one broken line loads nothing and says which', async (t) => {
  const db = await testDatabase(t)
  await load(db, head + line('DT6 3RR'))
  await assert.rejects(load(db, 'postcode,lat,long\nDT6 3RR,50,-2\n'), /The file has no column “pcds”, “doterm”\./)
  await assert.rejects(
    load(db, head + line('DT6 3RS') + line('DT63')),
    /Line 3 has the postcode “DT63”\. Nothing was loaded\./,
  )
  await assert.rejects(
    load(db, head + line('DT6 3RS', -2.75, 50.7)),
    /Line 2 has the place -2\.75, 50\.7: latitude and longitude are swapped/,
  )
  await assert.rejects(
    load(db, head + line('DT6 3RS', 50.7, -2.7, 'June 2019')),
    /Line 2 ends in “June 2019”, which is no month/,
  )
  await assert.rejects(load(db, head), /The file holds no postcode: nothing was loaded\./)
  assert.deepEqual([...(await db`select postcode from postcode`)], [{ postcode: 'DT6 3RR' }])
})
