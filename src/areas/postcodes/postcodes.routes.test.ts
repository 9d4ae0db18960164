import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import test from 'node:test'
import { deskOf, wordsOf } from '../../../test/support/desk.ts'
import { postcodeRoutes } from './postcodes.routes.ts'

const room = '/desk/dorset/postcodes'
const uploads = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('frankpledge-upload-'))

test('an administrator loads the directory at the desk; nothing of the file stays behind, whether it was good or bad', async (t) => {
  const { db, as } = await deskOf(t, postcodeRoutes)
  const chief = await as('administrator')
  const before = await uploads()
  const sent = await chief.upload(room, 'pcds,doterm,lat,long\nDT6 3RR,,50.7336,-2.7584\n', 'ONSPD_DT.csv')
  assert.deepEqual([sent.status, sent.to], [303, room])
  assert.match(
    wordsOf((await chief.look(room)).body),
    /What was loaded File Postcodes Beginning with Loaded ONSPD_DT\.csv 1 DT 21 November 2026/,
  )
  const bad = await chief.upload(room, 'postcode\nDT6 3RR\n', 'other.csv')
  assert.equal(bad.status, 422)
  assert.match(
    wordsOf(bad.body),
    /other\.csv: The file has no column “pcds”, “lat”, “long”, “doterm”\. It must be a CSV file of the ONS Postcode Directory/,
  )
  assert.match((await chief.upload(room, '', '')).body, /<a href="#file">Choose at least one CSV file<\/a>/)
  assert.deepEqual([...(await db`select postcode from postcode`)], [{ postcode: 'DT6 3RR' }])
  assert.deepEqual(await uploads(), before)
})

test('postcodes are loaded by administrators alone', async (t) => {
  const { as } = await deskOf(t, postcodeRoutes)
  const statuses = []
  for (const role of ['pcso', 'neo', 'inspector', 'administrator'] as const)
    statuses.push((await (await as(role)).look(room)).status)
  assert.deepEqual(statuses, [403, 403, 403, 200])
})
