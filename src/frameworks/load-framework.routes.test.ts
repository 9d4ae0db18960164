import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { deskOf, wordsOf } from '../../test/support/desk.ts'
import { frameworkTitles } from './frameworks.sql.ts'
import { frameworkDeskRoutes } from './load-framework.routes.ts'

const address = '/desk/frameworks/load'
const dorset = await readFile(new URL('../../frameworks/dorset-2019.json', import.meta.url), 'utf8')

test('a framework that a force-lead loads is kept, and loading it again changes nothing', async (t) => {
  const { db, as } = await deskOf(t, frameworkDeskRoutes)
  const lead = await as('force-lead')
  for (const text of [dorset, dorset]) {
    const sent = await lead.upload(address, text, 'dorset.json')
    assert.deepEqual([sent.status, sent.to], [303, '/frameworks/dorset-2019'])
  }
  assert.deepEqual((await frameworkTitles(db)).map(({ id }) => id), ['dorset-2019'])
})

test('another framework under the same id is refused', async (t) => {
  const { as } = await deskOf(t, frameworkDeskRoutes)
  const lead = await as('force-lead')
  await lead.upload(address, dorset, 'dorset.json')
  const sent = await lead.upload(address, dorset.replace(/"title": "[^"]*"/, '"title": "Another"'), 'dorset.json')
  assert.equal(sent.status, 409)
  assert.match(sent.body, /There is a framework dorset-2019 that says something else/)
})

test('a framework with faults is refused with the line of each, and nothing is kept', async (t) => {
  const { db, as } = await deskOf(t, frameworkDeskRoutes)
  const lead = await as('force-lead')
  const sent = await lead.upload(address, '{\n  "id": "Dorset 2019",\n  "tittle": "x"\n', 'dorset.json')
  assert.equal(sent.status, 422)
  assert.match(wordsOf(sent.body), /Nothing was loaded\. Put these right and choose the file again\. Line What is wrong \d/)
  assert.match((await lead.upload(address, Buffer.from([0xff, 0xfe, 0]), 'x.json')).body, /not text in UTF-8/)
  assert.match((await lead.upload(address, '', '')).body, /<a href="#file">Choose a framework file<\/a>/)
  assert.equal((await lead.upload(address, Buffer.alloc(3 * 1024 * 1024, ' '), 'x.json')).status, 413)
  assert.deepEqual([...(await frameworkTitles(db))], [])
})

test('frameworks are loaded by a force-lead for their own force, by an administrator for any, by nobody else', async (t) => {
  const { as } = await deskOf(t, frameworkDeskRoutes)
  const devon = dorset.replace('"force": "dorset"', '"force": "devon-and-cornwall"')
  const statuses = []
  for (const role of ['sergeant', 'opcc', 'force-lead', 'administrator'] as const)
    statuses.push((await (await as(role)).upload(address, devon, 'devon.json')).status)
  assert.deepEqual(statuses, [403, 403, 403, 303])
})
