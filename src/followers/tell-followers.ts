import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { newKey } from '#platform/link-key.ts'
import { daysToSayYes } from '#platform/mail/ask-first.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { daysAfterLast, lifetimes } from './follower.ts'
import { changeMail, reminderMail, type News } from './follower-mail.ts'
import { deleteOldFollowers, saveTokens } from './followers.sql.ts'
import { changesToTell, noteTold, remindersToGive, takeTurn, type ToTell } from './told.sql.ts'

type Telling = { readonly at: Date; readonly site: string; readonly most?: number }
type Words = (news: News, sent: { readonly site: string; readonly token: string }) => Mail

/**
 * Writes a mail to each follower of an event that was moved or cancelled since they were told of it, and to those who wished
 * to be reminded of the next day's; answers how many. What was told is noted with the mails, so doing it again tells nobody twice.
 */
export async function tellFollowers(database: Database, { at, site, most = 500 }: Telling): Promise<number> {
  let written = 0
  for (const [find, words] of [
    [changesToTell, changeMail],
    [remindersToGive, reminderMail],
  ] as const)
    for (let told = most; told >= most;) {
      told = await transaction(database, async (sql) => {
        await takeTurn(sql)
        const found = await find(sql, at, most)
        written += await tell(sql, found, words, { at, site })
        return found.length
      })
    }
  return written
}

/** One mail for each address and team, whatever the ways in which it follows an event. */
async function tell(sql: Sql, found: readonly ToTell[], words: Words, { at, site }: Telling): Promise<number> {
  if (found.length === 0) return 0
  const sent = newsOf(found).map((news) => ({ news, key: newKey() }))
  const tokens = sent.map(({ news: [{ followerId }], key: { hash } }) => ({
    hash,
    followerId,
    purpose: 'leave' as const,
    reminder: false,
  }))
  await saveTokens(sql, tokens, at, new Date(at.getTime() + lifetimes.leave))
  await writeMail(
    sql,
    sent.map(({ news, key: { token } }) => words(news, { site, token })),
    at,
  )
  await noteTold(sql, found, words === reminderMail)
  const verb = words === reminderMail ? 'remind followers' : 'tell followers'
  const detail = { mails: sent.length, events: [...new Set(found.map(({ event }) => event.id))] }
  await audit(sql, { at, personId: null, verb, about: 'followers', detail })
  return sent.length
}

function newsOf(found: readonly ToTell[]): readonly News[] {
  const when = ({ event }: ToTell) => `${event.heldOn} ${event.begins} ${event.id}`
  const inOrder = found.toSorted((one, other) => (when(one) < when(other) ? -1 : 1))
  return [...Map.groupBy(inOrder, ({ address, teamId }) => `${teamId} ${address}`).values()].flatMap((ofAddress) => {
    const [first, ...others] = ofAddress.filter(
      (told, index) => ofAddress.findIndex(({ event }) => event.id === told.event.id) === index,
    )
    return first ? [[first, ...others] as const] : []
  })
}

const day = 24 * 60 * 60_000

/** Forgets the addresses that are no longer needed, with mails that wait to be sent to them; answers how many. */
export const forgetFollowers = (database: Database, at: Date): Promise<number> =>
  transaction(database, async (sql) => {
    const before = (days: number) => new Date(at.getTime() - days * day)
    const gone = await deleteOldFollowers(sql, {
      over: before(daysAfterLast),
      unconfirmed: before(daysToSayYes),
      at,
    })
    if (gone.length === 0) return 0
    await withdrawMail(
      sql,
      gone.map((id) => `follower/${id}`),
    )
    const detail = { followers: gone.length }
    await audit(sql, { at, personId: null, verb: 'forget followers', about: 'followers', detail })
    return gone.length
  })
