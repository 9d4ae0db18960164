import type { Sql } from '#platform/database/database.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { ownersOf } from './own-record.sql.ts'

/** What somebody did by their own link, and where the desk shows it. */
type News = { readonly id: string; readonly what: string; readonly address: string | null }

/**
 * Writes to whoever owns a relationship with a key individual what they did by their own link, in the caller's transaction;
 * called before an erasure, since afterwards nobody is known. The mail names nobody: the desk does.
 */
export async function tellOwners(sql: Sql, { id, what, address }: News, at: Date): Promise<void> {
  const owners = await ownersOf(sql, id)
  const further = address === null ? 'Nothing of it is left to see.' : `See it at your desk:\n${address}`
  await writeMail(
    sql,
    owners
      .filter(({ email }) => isAddress(email))
      .map(({ email, relationshipId }) => ({
        to: email,
        about: `relationship/${relationshipId}`,
        subject: `Somebody you keep in touch with ${what}`,
        text: `Somebody you keep in touch with ${what}, by their own link.\n\n${further}\n`,
      })),
    at,
  )
}
