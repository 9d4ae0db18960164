import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { hashOfKey } from '#platform/link-key.ts'
import { daysToSayYes } from '#platform/mail/ask-first.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { daysAfterAnswer, daysUnanswered } from '#priorities/concern.ts'
import { deleteAddresses, findLink, saveNotFixed, type LinkHolder } from './concerns-sent.sql.ts'
import { stepsFrom } from '#priorities/priority.ts'
import { reopenPriority } from '#priorities/course/report-back.ts'

/** What a link from a report leads to; null where it was guessed or is too old. */
export async function holderOf(sql: Sql, token: string, at: Date): Promise<LinkHolder | null> {
  const hash = hashOfKey(token)
  return hash === null ? null : findLink(sql, hash, at)
}

/**
 * Somebody who was told says that it is not fixed: the priority is open again for the team to look at, in the caller's
 * transaction. Said twice, or of one that is open already, it changes no state. Null as for `holderOf`.
 */
export async function sayNotFixed(
  sql: Sql,
  { token, words }: { readonly token: string; readonly words: string },
  at: Date,
): Promise<LinkHolder | null> {
  const holder = await holderOf(sql, token, at)
  const hash = hashOfKey(token)
  if (holder === null || hash === null || !(await saveNotFixed(sql, hash, words, at))) return holder
  const { priorityId: id, forceId, teamId, timeZone } = holder
  await audit(sql, { at, personId: null, verb: 'say not fixed', about: `priority/${id}` })
  if (!stepsFrom(holder.state).includes('reopen')) return holder
  const why = 'Somebody who raised it says that it is not fixed.'
  await reopenPriority(sql, { id, revision: null, why }, { personId: null, at, forceId, teamId, timeZone })
  return holder
}

const day = 24 * 60 * 60_000

/** Forgets the addresses that are no longer needed, with mails that wait to be sent to them; answers how many. */
export const forgetConcernAddresses = (database: Database, at: Date): Promise<number> =>
  transaction(database, async (sql) => {
    const before = (days: number) => new Date(at.getTime() - days * day)
    const gone = await deleteAddresses(sql, {
      unconfirmed: before(daysToSayYes),
      told: before(daysAfterAnswer),
      left: before(daysUnanswered),
    })
    if (gone.length === 0) return 0
    await withdrawMail(
      sql,
      gone.map((id) => `concern/${id}`),
    )
    const detail = { addresses: gone.length }
    await audit(sql, { at, personId: null, verb: 'forget addresses', about: 'concerns', detail })
    return gone.length
  })
