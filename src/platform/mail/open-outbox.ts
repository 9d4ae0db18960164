import { openDatabase } from '#platform/database/database.ts'
import { lanes, sendDueMail } from './send-mail.ts'
import { openSmtp, type MailSettings } from './smtp.ts'

/** The outbox of a process that sends: what is due goes out when it is asked to send. */
export type Outbox = { readonly send: () => Promise<void>; readonly close: () => Promise<void> }

/** Opens the outbox on connections of its own, so that no visitor waits for a mail server. */
export async function openOutbox(databaseUrl: string, settings: MailSettings): Promise<Outbox> {
  const database = openDatabase(databaseUrl, { connections: lanes })
  const sender = await openSmtp(settings)
  return {
    send: async () => void (await sendDueMail(database, sender, () => new Date())),
    close: async () => {
      sender.close()
      await database.end({ timeout: 5 })
    },
  }
}
