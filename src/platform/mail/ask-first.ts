import type { Sql } from '#platform/database/database.ts'
import { addressIn } from '#platform/language/language.ts'
import type { Say } from '#platform/language/say.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { askedSince, takeAddress } from './mail.sql.ts'
import { writeMail } from './write-mail.ts'

const day = 24 * 60 * 60_000

/** An address that somebody typed, and what its owner is asked. */
export type Question = {
  readonly to: string
  /** The thing that the mail tells of, as `follower/0b1…`. */
  readonly about: string
  readonly subject: string
  /** Why the address has mail from us. */
  readonly why: string
  /** The whole address of the site, without a slash at its end; and the path of the link by which its owner says yes. */
  readonly site: string
  readonly path: string
  /** In the language in which it was typed. */
  readonly say: Say
}

/** Nobody is sent more mails that ask than this in a day, however often and wherever their address is typed. */
export const mostAskedInADay = 3

/** Days for which the link in such a mail works, and after which an address whose owner said nothing is forgotten. */
export const daysToSayYes = 7

/** Whether the owner of an address may be asked once more today; it is held until the transaction ends, so that nobody outruns the count. */
export async function mayAsk(sql: Sql, address: string, at: Date): Promise<boolean> {
  await takeAddress(sql, address)
  return (await askedSince(sql, address, new Date(at.getTime() - day))) < mostAskedInADay
}

/** Writes the one mail that goes to an address before its owner said yes. */
export const askFirst = (sql: Sql, question: Question, at: Date): Promise<void> =>
  writeMail(sql, [askingMail(question)], at)

const askingMail = ({ to, about, subject, why, site, path, say }: Question): Mail => ({
  to,
  about,
  subject,
  asksFirst: true,
  text: `${why}

${say.text`If it was you, open this page within seven days and say yes:`}
${site}${addressIn(say.language, path)}

${say.text`If it was not you, do nothing: you will hear no more of it, and the address is deleted after seven days.`}

${say.word(notHere)}`,
})

/** What each mail to the public ends with. */
export const notHere = 'Nobody reads answers to this mail. Call 999 in an emergency, 101 otherwise.'
