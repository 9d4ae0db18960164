import { fork } from 'node:child_process'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { openDatabase, transaction, type Database } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { lanes, sendDueMail } from '#platform/mail/send-mail.ts'
import { openSmtp } from '#platform/mail/smtp.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { heading, line, ms, times } from './measure.ts'

const count = 1000
const from = 'police@dorset.example'
const words = 'The surgery has moved to Friday.\n'.repeat(20)

/** A thousand mails through the outbox, each in a transaction of its own, beside bare nodemailer to the same server. */
export async function benchMail(database: Database, url: string): Promise<void> {
  heading(`${count} mails to a mail server on this machine, ${lanes} connections, the middle of three runs in turn`)
  const server = fork(join(import.meta.dirname, 'mail-server.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const smtpUrl = await new Promise<string>((resolve) => server.once('message', (said) => resolve(String(said))))
  const outbox = openDatabase(url, { connections: lanes })
  const runs: { bare: number; written: number; sent: number }[] = []
  for (let n = 0; n < 4; n++)
    runs.push({
      bare: await timed(() => sendBare(smtpUrl)),
      written: await timed(() => writeAll(database)),
      sent: await timed(() => sendAll(outbox, smtpUrl)),
    })
  await outbox.end()
  server.kill('SIGKILL')
  const counted = runs.slice(1)
  const [bare, written, sent] = [middleOf(counted, 'bare'), middleOf(counted, 'written'), middleOf(counted, 'sent')]
  line('bare nodemailer, pooled', ms(bare), `${perSecond(bare)} /s`)
  line('written to the outbox in one transaction', ms(written))
  line('sent from the outbox', ms(sent), `${perSecond(sent)} /s, ${times(sent / bare)} bare`)
}

const perSecond = (taken: number) => Math.round((count * 1000) / taken)

const middleOf = <Key extends string>(runs: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  runs.map((run) => run[key]).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function sendBare(smtpUrl: string): Promise<void> {
  const transport = createTransport({ pool: true, url: smtpUrl, maxConnections: lanes })
  const mails = Array.from({ length: count }, (_, n) => ({
    from,
    to: addressOf(n),
    subject: `Moved ${n}`,
    text: words,
  }))
  await Promise.all(mails.map((mail) => transport.sendMail(mail)))
  transport.close()
}

const addressOf = (n: number) => `resident-${n}@example.org`

async function writeAll(database: Database): Promise<void> {
  const mails = Array.from({ length: count }, (_, n): Mail => ({
    to: addressOf(n),
    subject: `Moved ${n}`,
    text: words,
    about: `follower/${n}`,
  }))
  await transaction(database, (sql) => writeMail(sql, mails, new Date()))
}

async function sendAll(outbox: Database, smtpUrl: string): Promise<void> {
  const sender = await openSmtp({ smtpUrl, from })
  const sent = await sendDueMail(outbox, sender, () => new Date())
  sender.close()
  if (sent !== count) throw new Error(`${sent} of ${count} mails went`)
}
