import type { TestContext } from 'node:test'
import { append } from '#ledger/append.ts'
import { noteRoutes } from '#monitoring/notes/notes.routes.ts'
import { findLapses } from '#monitoring/watch/find-lapses.ts'
import { watchRoutes } from '#monitoring/watch/watch.routes.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { sendDueMail } from '#platform/mail/send-mail.ts'
import { openSmtp } from '#platform/mail/smtp.ts'
import { refreshStandings } from '#standings/keep-standings.ts'
import { testDatabase } from './database.ts'
import { deskOf } from './desk.ts'
import { smallForce } from './force.ts'
import { mailbox } from './mailbox.ts'

export const site = 'https://police.example'

/** The desk of the commissioner's office over West and East in their year from 2 August 2019, and a mail server. */
export async function watched(t: TestContext) {
  const db = await testDatabase(t)
  const { west, east } = await smallForce(db)
  const { as } = await deskOf(t, [...watchRoutes, ...noteRoutes], db)
  const server = await mailbox(t)
  const sender = await openSmtp({ smtpUrl: server.url, from: 'police@example.org' })
  t.after(() => sender.close())
  const at = (on: string) => new Date(`${on}T06:35:00Z`)
  const keep = async (on: string) => {
    for (const held of [west, east]) await refreshStandings(db, held, day(on), at(on))
  }
  const sent = async (on: string, write: () => Promise<number>) => {
    const before = server.received.length
    const written = await write()
    await sendDueMail(db, sender, () => at(on))
    const emails = new Map((await db<{ id: string; email: string }[]>`select id, email from person`).map((p) => [p.email, p.id])) // prettier-ignore
    const arrived = server.received.slice(before)
    if (arrived.length !== written) throw new Error(`${arrived.length} mails came, ${written} were written`)
    return arrived.map(({ to, headers, text }) => ({ to: emails.get(to[0] ?? ''), subject: headers['subject'], text }))
  }
  /** What the job tells on a morning, from the standings of that day. */
  const morning = async (on: string) => {
    await keep(on)
    return sent(on, () => findLapses(db, { at: at(on), site }))
  }
  /** An advertised event of West. */
  const held = (on: string, recordedOn: string) =>
    transaction(db, (sql) =>
      append(
        sql,
        { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', at: at(recordedOn), by: null },
        [{ kind: 'engagement held', happenedOn: day(on), facets: { advertised: true }, source: `test/${on}` }],
      ),
    )
  return { db, as, at, keep, sent, morning, held, server }
}
