import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { openDatabase, transaction, type Database } from '#platform/database/database.ts'
import { testDatabase, testDatabaseUrl } from '../../../test/support/database.ts'
import { mailbox, type Mailbox } from '../../../test/support/mailbox.ts'
import { addressesKept, type Mail } from './mail.ts'
import { forgetAddresses, outboxOf, withdrawMail } from './mail.sql.ts'
import { sendDueMail } from './send-mail.ts'
import { openSmtp } from './smtp.ts'
import { writeMail } from './write-mail.ts'

const monday = new Date('2026-11-23T09:00:00Z')
const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000)
const from = 'West Dorset police <police@dorset.example>'
const told: Mail = { to: 'jo@example.org', subject: 'Moved', text: 'To Friday.', about: 'follower/1' }

const write = (db: Database, mails: readonly Mail[]) => transaction(db, (sql) => writeMail(sql, mails, monday))

async function sending(t: TestContext, db: Database, smtpUrl: string) {
  const sender = await openSmtp({ smtpUrl, from })
  t.after(sender.close)
  return (at: Date) => sendDueMail(db, sender, () => at)
}

const kept = async (db: Database) => [
  ...(await db`select sent_at, given_up_at, send_after, attempts, last_fault from mail order by id`),
]
const subjects = ({ received }: Mailbox) => received.map(({ headers }) => headers['subject']).toSorted()

test('a mail goes out as plain words, by name, with the way to stop it and its own id', async (t) => {
  const [db, server] = [await testDatabase(t), await mailbox(t)]
  const leaveAt = 'https://police.example/follow/leave/abc'
  await write(db, [{ ...told, subject: 'Surgery – moved', text: 'To Friday.\nAt Brontë’s.', leaveAt }])
  assert.equal(await (await sending(t, db, server.url))(monday), 1)
  const [mail] = server.received
  const [{ id } = { id: '' }] = await db<{ id: string }[]>`select id from mail`
  const named = ['from', 'to', 'subject', 'message-id', 'auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post']
  assert.deepEqual(
    [mail?.to, named.map((name) => mail?.headers[name]), mail?.text],
    [
      ['jo@example.org'],
      [
        from,
        'jo@example.org',
        'Surgery – moved',
        `<${id}@dorset.example>`,
        'auto-generated',
        `<${leaveAt}>`,
        'List-Unsubscribe=One-Click',
      ],
      'To Friday.\nAt Brontë’s.',
    ],
  )
  assert.deepEqual(
    [...(await db`select body_text, leave_at, sent_at from mail`)],
    [{ body_text: '', leave_at: null, sent_at: monday }],
  )
})

test('nothing is sent for what was undone', async (t) => {
  const [db, server] = [await testDatabase(t), await mailbox(t)]
  const undone = transaction(db, async (sql) => {
    await writeMail(sql, [told], monday)
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.equal(await (await sending(t, db, server.url))(monday), 0)
  assert.deepEqual(await kept(db), [])
})

test('nobody slips a header or a second reader into a mail', async (t) => {
  const [db, server] = [await testDatabase(t), await mailbox(t)]
  await write(db, [{ ...told, subject: 'Moved\r\nBcc: spy@example.org\n\nFree money\u2028x' }])
  await (
    await sending(t, db, server.url)
  )(monday)
  const [mail] = server.received
  assert.equal(mail?.headers['subject'], 'Moved Bcc: spy@example.org Free money x')
  assert.deepEqual([mail?.headers['bcc'], mail?.to, mail?.text], [undefined, ['jo@example.org'], 'To Friday.'])
  const slipped = [
    'jo@example.org\r\nBcc: spy@example.org',
    'jo@example.org, spy@example.org',
    'Jo <jo@example.org>',
    '"a b"@example.org',
    'jo@example',
  ]
  for (const to of slipped) {
    await assert.rejects(write(db, [{ ...told, to }]), RangeError, to)
    await assert.rejects(write(db, [{ ...told, replyTo: to }]), RangeError, to)
  }
  const past = (to: string) =>
    db`insert into mail (to_address, subject, body_text, about, written_at, send_after) values (${to}, 's', '', 'x', now(), now())`
  for (const to of slipped.slice(0, 4)) await assert.rejects(past(to), /mail_to_address_check/, to)
})

test('mails wait while the mail server is down, and go when it is up again', async (t) => {
  const db = await testDatabase(t)
  const down = await mailbox(t)
  await down.stop()
  await write(
    db,
    Array.from({ length: 10 }, (_, n) => ({ ...told, subject: `Mail ${n}` })),
  )
  const send = await sending(t, db, down.url)
  assert.equal(await send(monday), 0)
  const tried = await kept(db)
  assert.deepEqual(tried.filter(({ attempts }) => attempts > 0).length, 4, 'the others are not even tried')
  assert.deepEqual(new Set(tried.map(({ sent_at }) => sent_at)), new Set([null]))
  assert.match((await outboxOf(db, monday)).fault ?? '', /ECONNREFUSED/)
  const up = await mailbox(t, { port: down.port })
  assert.equal(await send(later(1)), 10)
  assert.deepEqual(
    subjects(up),
    Array.from({ length: 10 }, (_, n) => `Mail ${n}`),
  )
  assert.equal(await send(later(100)), 0)
})

test('a mail that is put off goes later, with gaps that grow, and after four days is given up', async (t) => {
  const db = await testDatabase(t)
  let busy = true
  const server = await mailbox(t, { refuse: ({ to }) => (busy || to.startsWith('never') ? 451 : null) })
  await write(db, [told])
  const send = await sending(t, db, server.url)
  const waits = []
  for (const at of [0, 0.5, 1, 6, 21]) {
    assert.equal(await send(later(at)), 0)
    const [mail] = await kept(db)
    waits.push([mail?.['attempts'], (Number(mail?.['send_after']) - Number(later(at))) / 60_000])
  }
  assert.deepEqual(waits, [
    [1, 1],
    [1, 0.5],
    [2, 5],
    [3, 15],
    [4, 60],
  ])
  busy = false
  assert.equal(await send(later(81)), 1)
  await write(db, [{ ...told, to: 'never@example.org' }])
  assert.equal(await send(later(4 * 24 * 60 + 1)), 0)
  const givenUp = await db`select to_address, given_up_at, body_text from mail where sent_at is null`
  assert.deepEqual(
    [...givenUp],
    [{ to_address: 'never@example.org', given_up_at: later(4 * 24 * 60 + 1), body_text: '' }],
  )
})

test('an address or a text that a server refuses for good is not tried again, and holds up nobody', async (t) => {
  const db = await testDatabase(t)
  const refuse = ({ to, step }: { to: string; step: string }) =>
    (to === 'gone@example.org' && step === 'address') || (to === 'full@example.org' && step === 'words') ? 550 : null
  const server = await mailbox(t, { refuse })
  await write(db, [{ ...told, to: 'gone@example.org' }, { ...told, to: 'full@example.org' }, told])
  const send = await sending(t, db, server.url)
  assert.deepEqual([await send(monday), await send(later(600))], [1, 0])
  const faults =
    await db`select to_address, attempts, given_up_at, last_fault from mail where sent_at is null order by 1`
  assert.deepEqual(
    faults.map(({ to_address, attempts, given_up_at }) => [to_address, attempts, given_up_at]),
    [
      ['full@example.org', 1, monday],
      ['gone@example.org', 1, monday],
    ],
  )
  for (const { last_fault } of faults) assert.match(last_fault, /550 no, not <\[e-mail\]>/)
})

test('several workers send each of many mails once', async (t) => {
  const [url, server] = [await testDatabaseUrl(), await mailbox(t)]
  const desks = [openDatabase(url, { connections: 5 }), openDatabase(url, { connections: 5 })] as const
  t.after(() => Promise.all(desks.map((desk) => desk.end({ timeout: 1 }))))
  await write(
    desks[0],
    Array.from({ length: 120 }, (_, n) => ({ ...told, subject: `Mail ${n}` })),
  )
  const sent = await Promise.all(desks.map(async (desk) => (await sending(t, desk, server.url))(monday)))
  assert.equal((sent[0] ?? 0) + (sent[1] ?? 0), 120)
  assert.deepEqual([server.received.length, new Set(subjects(server)).size], [120, 120])
})

test('a worker killed after the server took a mail sends it once more at most, under the same id', async (t) => {
  const url = await testDatabaseUrl()
  const db = openDatabase(url, { connections: 5 })
  t.after(() => db.end({ timeout: 1 }))
  const killing: { now: (() => void) | null } = { now: null }
  const server = await mailbox(t, { onKept: () => killing.now?.() })
  await write(db, [told])
  const here = (file: string) => JSON.stringify(join(import.meta.dirname, file))
  const code = `import { openDatabase } from ${here('../database/database.ts')}
    import { sendDueMail } from ${here('send-mail.ts')}
    import { openSmtp } from ${here('smtp.ts')}
    const sender = await openSmtp({ smtpUrl: '${server.url}', from: '${from}' })
    await sendDueMail(openDatabase('${url}'), sender, () => new Date('${monday.toISOString()}'))`
  const worker = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = new Promise((resolve) => worker.once('exit', (_, signal) => resolve(signal)))
  killing.now = () => worker.kill('SIGKILL')
  assert.equal(await ended, 'SIGKILL')
  assert.deepEqual(await kept(db), [
    { sent_at: null, given_up_at: null, send_after: monday, attempts: 0, last_fault: null },
  ])
  killing.now = null
  const send = await sending(t, db, server.url)
  for (let tries = 0; tries < 100 && server.received.length < 2; tries++) {
    await send(monday)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.equal(await send(later(10)), 0)
  assert.equal(server.received.length, 2)
  assert.equal(new Set(server.received.map(({ headers }) => headers['message-id'])).size, 1)
})

test('an address is forgotten 30 days after its mail went, was given up, or never went', async (t) => {
  const [db, server] = [await testDatabase(t), await mailbox(t)]
  await write(db, [told])
  await (
    await sending(t, db, server.url)
  )(monday)
  await write(db, [{ ...told, to: 'never@example.org', sendAfter: later(1) }])
  const forget = (at: Date) => forgetAddresses(db, new Date(at.getTime() - addressesKept), at)
  assert.deepEqual([await forget(later(30 * 24 * 60)), await forget(later(30 * 24 * 60 + 1))], [0, 2])
  assert.deepEqual(
    [...(await db`select to_address, body_text, given_up_at from mail order by sent_at nulls last`)],
    [
      { to_address: null, body_text: '', given_up_at: null },
      { to_address: null, body_text: '', given_up_at: later(30 * 24 * 60 + 1) },
    ],
  )
})

test('what was not sent yet can be taken back, and only that', async (t) => {
  const [db, server] = [await testDatabase(t), await mailbox(t)]
  await write(db, [told])
  const send = await sending(t, db, server.url)
  await send(monday)
  await write(db, [told, { ...told, about: 'follower/2' }])
  await withdrawMail(db, ['follower/1'])
  assert.deepEqual(
    [...(await db`select about, to_address from mail order by about`)],
    [
      { about: 'follower/1', to_address: null },
      { about: 'follower/2', to_address: 'jo@example.org' },
    ],
  )
})
