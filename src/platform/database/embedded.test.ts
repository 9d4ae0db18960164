import assert from 'node:assert/strict'
import test from 'node:test'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openDatabase } from './database.ts'
import { startEmbedded, type Embedded } from './embedded.ts'

test('a force keeps what it recorded when the database is stopped and started again', async (t) => {
  const folder = await temporary(t)
  const first = await startEmbedded({ folder })
  await query(first.url, 'create table kept (n int); insert into kept values (42)')
  await first.stop()
  const second = await started(t, folder)
  assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 42 }])
})

test('the database starts where the clone lies in a folder that only root can enter', async (t) => {
  const closed = await temporary(t)
  await chmod(closed, 0o700)
  const folder = join(closed, 'data')
  await mkdir(folder)
  const embedded = await started(t, folder)
  assert.deepEqual(await query(embedded.url, 'select 1 as one'), [{ one: 1 }])
})

test('a second start on the same folder from another process is refused in words', async (t) => {
  const folder = await temporary(t)
  await started(t, folder)
  const { spawnSync } = await import('node:child_process')
  const code = `import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    .then((m) => m.startEmbedded({ folder: ${JSON.stringify(folder)} })).catch((e) => { console.log(e.message); process.exit(3) })`
  const { status, stdout } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })
  assert.equal(status, 3)
  assert.match(stdout, /already running on the folder .* \(process \d+\)\. Stop it first/)
})

test('after the program and its database are killed outright, what was recorded is still there', async (t) => {
  const folder = await temporary(t)
  const code = `import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    .then((m) => m.startEmbedded({ folder: ${JSON.stringify(folder)} })).then((e) => { console.log(e.url); setInterval(() => {}, 1000) })`
  const { spawn } = await import('node:child_process')
  const program = spawn(process.execPath, ['-e', code])
  const url = await new Promise<string>((resolve) =>
    program.stdout.once('data', (text) => resolve(String(text).trim())),
  )
  await query(url, 'create table kept (n int); insert into kept values (7)')
  program.kill('SIGKILL')
  await new Promise((resolve) => program.once('exit', resolve))
  const again = await started(t, folder)
  assert.deepEqual(await query(again.url, 'select n from kept'), [{ n: 7 }])
})

/** Stopped when the test ends, and its data gone wherever it had to be kept. */
async function started(t: test.TestContext, folder: string): Promise<Embedded> {
  const embedded = await startEmbedded({ folder })
  t.after(embedded.stop)
  t.after(() => rm(dirname(embedded.data), { recursive: true, force: true }))
  return embedded
}

async function temporary(t: test.TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-embedded-'))
  await chmod(folder, 0o755)
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function query(url: string, text: string): Promise<unknown> {
  const database = openDatabase(url, { connections: 1 })
  const rows = await database.unsafe(text)
  await database.end()
  return Array.isArray(rows) ? rows.map((row) => ({ ...row })) : rows
}
