import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { networkOf } from '../keeper-at.ts'
import type { Keeper } from '../keeper.ts'
import { forgetLinks } from './own-record-links.sql.ts'
import { saveRecordReview, saveTold, takeReminders, type Kept, type Reminder } from './record-reviews.sql.ts'

/** Decides in the caller's transaction that a record stays for a while, and why. Throws a Refusal (409) where it was erased meanwhile. */
export async function keepRecord(sql: Sql, kept: Kept, { at, personId }: Keeper): Promise<void> {
  if (!(await saveRecordReview(sql, kept, { at, by: personId })))
    throw new Refusal('What was held about them was erased meanwhile.', 409)
  const about = `key-individual/${kept.keyIndividualId}`
  await audit(sql, { at, personId, verb: 'keep record', about, detail: { until: kept.reviewOn } })
}

/** Notes in the caller's transaction the day on which somebody was told that we hold this (UK GDPR article 14). */
export async function noteTold(sql: Sql, id: string, on: Day, { at, personId }: Keeper): Promise<void> {
  await saveTold(sql, id, on)
  await audit(sql, { at, personId, verb: 'note that they were told', about: `key-individual/${id}` })
}

/**
 * Writes once a week to each owner how many records of theirs wait to be looked at or told of; a mail names nobody. Answers how
 * many were written. Links that stopped working long ago are forgotten on the way.
 */
export const remindOfReviews = (
  database: Database,
  { at, site }: { readonly at: Date; readonly site: string },
): Promise<number> =>
  transaction(database, async (sql) => {
    await forgetLinks(sql, at)
    const mails = (await takeReminders(sql, at))
      .filter(({ email }) => isAddress(email))
      .map((reminder) => reminderMail(reminder, site))
    await writeMail(sql, mails, at)
    return mails.length
  })

const reminderMail = ({ ownerId, email, teamId, due, neverTold }: Reminder, site: string) => ({
  to: email,
  about: `person/${ownerId}`,
  subject: 'Records of your network wait for you',
  text: `${counted(due, 'must be looked at: keep it with a reason, or erase it.')}
${counted(neverTold, 'is of somebody whom nobody has told that we hold it.')}

See them at your desk:
${site}${networkOf(teamId ?? '')}/reviews
`,
})

const counted = (n: number, what: string): string => `${n} ${n === 1 ? 'record' : 'records'}: each ${what}`
