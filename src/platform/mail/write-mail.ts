import type { Sql } from '#platform/database/database.ts'
import { isAddress, oneLine, type Mail } from './mail.ts'
import { saveMail } from './mail.sql.ts'

/**
 * Puts mails into the outbox within the transaction that calls for them. Throws a RangeError where an address is not one:
 * whoever typed it must have been told before.
 */
export async function writeMail(sql: Sql, mails: readonly Mail[], at: Date): Promise<void> {
  if (mails.length === 0) return
  for (const { to, replyTo } of mails)
    if (!isAddress(to) || (replyTo !== undefined && !isAddress(replyTo)))
      throw new RangeError('A mail has no address to go to')
  await saveMail(
    sql,
    mails.map((mail) => ({ ...mail, subject: oneLine(mail.subject) })),
    at,
  )
}
