import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { testDatabase } from '../../../test/support/database.ts'
import { migrate } from './migrate.ts'

async function folderWith(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-migrations-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

const first = { '9001-beat.sql': 'create table beat (id int)' }

test('what a newer version adds to the database is added once, in order, also where two processes start at once', async (t) => {
  const db = await testDatabase(t)
  const folder = await folderWith(t, { ...first, '9002-walk.sql': 'alter table beat add walked date', 'notes.txt': '' })
  const ran = await Promise.all([migrate(db, folder), migrate(db, folder)])
  assert.deepEqual(ran.flat().sort(), ['9001-beat.sql', '9002-walk.sql'])
  assert.deepEqual(await migrate(db, folder), [])
})

test('a migration that fails leaves nothing of itself, and those before it', async (t) => {
  const db = await testDatabase(t)
  const folder = await folderWith(t, { ...first, '9002-walk.sql': 'create table walk (id int); select 1 / 0' })
  await assert.rejects(migrate(db, folder), /division by zero/)
  const [kept] = await db`select to_regclass('beat') is not null as beat, to_regclass('walk') is not null as walk`
  assert.deepEqual({ ...kept }, { beat: true, walk: false })
})

test('a migration that was changed after it ran is refused: it is history', async (t) => {
  const db = await testDatabase(t)
  const folder = await folderWith(t, first)
  await migrate(db, folder)
  await writeFile(join(folder, '9001-beat.sql'), 'create table beat (id bigint)')
  await assert.rejects(migrate(db, folder), /migration 9001-beat\.sql was changed after it ran/)
})
