import assert from 'node:assert/strict'
import test from 'node:test'
import { audit } from '#platform/audit.ts'
import { testDatabase } from '../../test/support/database.ts'

test('the audit cannot be rewritten', async (t) => {
  const db = await testDatabase(t)
  const at = new Date('2019-11-04T12:00:00Z')
  await audit(db, { at, personId: null, verb: 'forget addresses', about: 'concerns' })
  for (const change of ['update audit set verb = verb', 'delete from audit', 'truncate audit'])
    await assert.rejects(db.unsafe(change), /only ever added to/)
})
