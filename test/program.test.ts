import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { startEmbedded } from '#platform/database/embedded.ts'
import { readConfig } from '../src/config.ts'
import { testDatabaseUrl } from './support/database.ts'
import { addressOf, startProgram } from './support/program.ts'

test('a force that starts the program twice on one folder is told, and stopping it loses nothing', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-program-'))
  await chmod(folder, 0o755)
  t.after(() => rm(folder, { recursive: true, force: true }))
  const first = startProgram({ DATA_DIR: folder })
  const address = await addressOf(first)
  assert.deepEqual(
    await Promise.all(['/health', '/ready'].map(async (path) => (await fetch(address + path)).status)),
    [200, 200],
  )
  const second = startProgram({ DATA_DIR: folder })
  assert.equal(await second.ended, 1)
  assert.match(second.said(), /already running on the folder/)
  first.program.kill('SIGTERM')
  assert.equal(await first.ended, 0)
  const embedded = await startEmbedded({ folder })
  t.after(() => rm(join(embedded.data, '..'), { recursive: true, force: true }))
  await embedded.stop()
  const again = startProgram({ DATA_DIR: folder })
  const page = await (await fetch(`${await addressOf(again)}/dorset/west-dorset/contract/2019`)).text()
  assert.match(page, /18 are kept/)
  again.program.kill('SIGINT')
  assert.equal(await again.ended, 0)
})

test('a force with a PostgreSQL of its own gives its address, and no demonstration unless it wants one', async () => {
  const running = startProgram({ DATABASE_URL: await testDatabaseUrl(), DEMONSTRATION: 'off' }, 'src/main.ts')
  const address = await addressOf(running)
  assert.deepEqual(await (await fetch(`${address}/api/v1/forces`)).json(), [])
  const signIn = await fetch(`${address}/sign-in/demonstration`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'sergeant' }),
  })
  assert.equal(signIn.status, 404)
  running.program.kill('SIGTERM')
  assert.equal(await running.ended, 0)
})

test('wrong settings are refused at the start, each by its name', () => {
  assert.throws(
    () => readConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x', DEMONSTRATION: 'perhaps' }, '/'),
    /cannot start with these settings:\n {2}PORT: [^\n]+\n {2}DATABASE_URL: [^\n]+\n {2}DEMONSTRATION: /,
  )
  const mail = (SMTP_URL: string, MAIL_FROM: string) => () => readConfig({ SMTP_URL, MAIL_FROM }, '/')
  assert.throws(mail('https://mail.example', 'p@x.org'), /\n {2}SMTP_URL: Write it as smtp:/)
  assert.throws(mail('smtp://mail.example', ''), /\n {2}MAIL_FROM: Say from which address mail is sent/)
  assert.throws(mail('smtp://mail.example', 'the police'), /\n {2}MAIL_FROM: Write it as police@example\.org/)
  assert.deepEqual(mail('smtp://mail.example', 'Police <p@x.org>')().mail, {
    smtpUrl: 'smtp://mail.example',
    from: 'Police <p@x.org>',
  })
  assert.equal(mail('', '')().mail, null)
})
