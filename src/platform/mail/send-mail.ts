import { transaction, type Database } from '#platform/database/database.ts'
import { faultOf, gapAfter, longestWait, type DueMail, type MailFault } from './mail.ts'
import { markGivenUp, markSent, putOff, takeDueMail } from './mail.sql.ts'

/** Hands one mail to a mail server; throws where the server did not take it. */
export type Sender = { readonly send: (mail: DueMail) => Promise<void>; readonly close: () => void }

/** Mails on their way at once; each holds a connection to the database, so the outbox is opened with as many. */
export const lanes = 4

/**
 * Sends all that is due and answers how many went. A mail is marked once the server took it: after a crash between the two
 * it goes a second time, under the same Message-ID. A server out of reach ends the round, since all others would wait for it too.
 */
export async function sendDueMail(outbox: Database, sender: Sender, clock: () => Date): Promise<number> {
  const sent = await Promise.all(Array.from({ length: lanes }, () => sendOneByOne(outbox, sender, clock)))
  return sent.reduce((total, n) => total + n, 0)
}

async function sendOneByOne(outbox: Database, sender: Sender, clock: () => Date): Promise<number> {
  for (let sent = 0; ;) {
    const came = await sendNext(outbox, sender, clock)
    if (came === 'none due' || came === 'unreachable') return sent
    if (came === 'sent') sent++
  }
}

type Came = 'none due' | 'sent' | MailFault['kind']

const sendNext = (outbox: Database, sender: Sender, clock: () => Date): Promise<Came> =>
  transaction(outbox, async (sql) => {
    const mail = await takeDueMail(sql, clock())
    if (mail === null) return 'none due'
    const fault = await sender.send(mail).then(() => null, faultOf)
    const at = clock()
    if (fault === null) await markSent(sql, mail.id, at)
    else if (isOver(mail, fault, at)) await markGivenUp(sql, mail.id, at, fault.words)
    else await putOff(sql, mail.id, new Date(at.getTime() + gapAfter(mail.attempts + 1, fault.kind)), fault.words)
    return fault?.kind ?? 'sent'
  })

const isOver = (mail: DueMail, { kind }: MailFault, at: Date): boolean =>
  kind === 'refused' || (kind === 'wait' && at.getTime() - mail.writtenAt.getTime() > longestWait)
