import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { smallForce } from '../../../test/support/force.ts'

const migration = join(import.meta.dirname, '..', '..', '..', 'migrations', '0039-contract-versions.sql')

const versions = async (db: Database) => [
  ...(await db<{ hash: string }[]>`
    select contract_id, number, published_on, why, changes, again, document, encode(hash, 'hex') as hash, made_at, made_by
    from contract_version order by contract_id, number`),
]

test('a contract has its first version from the day it is added, with all that it says', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const [, first] = await db<{ document: object; number: number; on: string }[]>`
    select document::jsonb as document, number, published_on as "on" from contract_version order by contract_id`
  const { revision: _revision, ...said } = west.contract
  assert.deepEqual(first, { document: { ...said, contexts: [] }, number: 1, on: '2020-09-01' })
})

test('a contract that was published before versions were kept has the same first version, to the letter', async (t) => {
  const db = await testDatabase(t)
  await smallForce(db)
  const kept = await versions(db)
  await db`drop table contract_version_withdrawal, contract_version`
  await db`drop function contract_document`
  await db.unsafe(await readFile(migration, 'utf8'))
  assert.equal(kept.length, 2)
  assert.deepEqual(await versions(db), kept)
})
