import type { Sql } from '#platform/database/database.ts'
import { newKey } from '#platform/link-key.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { daysAfterAnswer } from '#priorities/concern.ts'
import type { Outcome, Priority } from '#priorities/priority.ts'
import { answerMail, reportMail, type Telling } from './answer-mail.ts'
import { addressesOf, noteTold, saveLinks } from './concerns-sent.sql.ts'

/** Who tells, and when. */
type Teller = { readonly teamId: string; readonly at: Date }

const day = 24 * 60 * 60_000

/** Writes, in the caller's transaction, to who raised a concern that became no priority, where they said yes to mail. */
export async function tellAnswer(
  sql: Sql,
  { id, words }: { readonly id: string; readonly words: string },
  { teamId, at }: Teller,
  telling: Telling,
): Promise<void> {
  const [left] = await addressesOf(sql, [id])
  if (!left) return
  const { address: to, language } = left
  await writeMail(sql, [answerMail({ ...telling, to, language, concernId: id, teamId, words })], at)
  await noteTold(sql, [id], at)
}

/** What came of a priority, in the words that the public reads. */
export type Told = { readonly outcome: Outcome; readonly words: string }

/**
 * Writes, in the caller's transaction, to those who raised these concerns what came of the priority to which they led, where
 * they said yes to mail; each gets a link of their own by which they may say that it is not fixed.
 */
export async function tellOutcome(
  sql: Sql,
  { id: priorityId, title }: Pick<Priority, 'id' | 'title'>,
  { outcome, words }: Told,
  concernIds: readonly string[],
  { teamId, at }: Teller,
  telling: Telling,
): Promise<void> {
  const told = (await addressesOf(sql, concernIds)).map((one) => ({ ...one, ...newKey() }))
  if (told.length === 0) return
  await saveLinks(sql, priorityId, told, { at, expiresAt: new Date(at.getTime() + daysAfterAnswer * day) })
  const mails = told.map(({ address: to, language, concernId, token }) =>
    reportMail({ ...telling, to, language, concernId, token, teamId, title, outcome, words, priorityId }),
  )
  await writeMail(sql, mails, at)
  await noteTold(
    sql,
    told.map(({ concernId }) => concernId),
    at,
  )
}
