import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Language } from '#platform/language/language.ts'
import type { Say } from '#platform/language/say.ts'
import { hashOfKey, newKey } from '#platform/link-key.ts'
import { askFirst, mayAsk } from '#platform/mail/ask-first.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { lifetimes, type Following } from './follower.ts'
import {
  confirmFollower,
  deleteFollowers,
  findTokenHolder,
  noteWhatIsKnown,
  saveFollower,
  saveTokens,
  type TokenHolder,
} from './followers.sql.ts'

/** Somebody's wish, with the words that the mail to confirm says it in. */
export type Wish = {
  readonly following: Following
  /** In small letters, as it is kept. */
  readonly address: string
  readonly reminder: boolean
  readonly teamName: string
  readonly what: string
  /** In the language in which it was asked. */
  readonly say: Say
}

/** When it is, which day that is in the force, and the whole address of the site for links in mails. */
export type Asking = { readonly at: Date; readonly today: Day; readonly site: string }

/**
 * Takes down who wants to be told, and writes the mail that asks whether they do. It answers nothing, since whoever typed
 * an address may not learn whether it was known; after some such mails in a day it writes no more.
 */
export async function askToFollow(sql: Sql, wish: Wish, { at, today, site }: Asking): Promise<void> {
  const { following, address, reminder, teamName, what, say } = wish
  if (!(await mayAsk(sql, address, at))) return
  const followerId = await saveFollower(sql, address, following, at)
  await noteWhatIsKnown(sql, followerId, today)
  const { token, hash } = newKey()
  const expiresAt = new Date(at.getTime() + lifetimes.confirm)
  await saveTokens(sql, [{ hash, followerId, purpose: 'confirm', reminder }], at, expiresAt)
  const about = `follower/${followerId}`
  const subject = say.text`Do you want to be told if ${teamName} changes its plans?`
  const why = `${say.text`Somebody, probably you, asked us to write to this address when this changes:`}\n\n${what}`
  await askFirst(sql, { to: address, about, subject, why, site, path: `/follow/confirm/${token}`, say }, at)
  const detail = { follows: following.follows }
  await audit(sql, { at, personId: null, verb: 'ask to follow', about, detail })
}

/** Whose link it is; null where it was guessed, is too old, or what it belonged to is forgotten. */
export async function holderOf(
  sql: Sql,
  token: string,
  purpose: 'confirm' | 'leave',
  at: Date,
): Promise<TokenHolder | null> {
  const hash = hashOfKey(token)
  return hash === null ? null : findTokenHolder(sql, hash, purpose, at)
}

/** From now on the holder of the link is told, in that language; the same link twice changes nothing more. Null as for `holderOf`. */
export async function confirmFollowing(
  sql: Sql,
  token: string,
  language: Language,
  at: Date,
): Promise<TokenHolder | null> {
  const holder = await holderOf(sql, token, 'confirm', at)
  if (holder === null) return null
  await confirmFollower(sql, holder.followerId, { reminder: holder.reminder, language }, at)
  if (!holder.confirmed)
    await audit(sql, { at, personId: null, verb: 'confirm following', about: `follower/${holder.followerId}` })
  return holder
}

/** Forgets all that the holder of the link follows of the team, with mails that wait to be sent. Null as for `holderOf`. */
export async function stopFollowing(sql: Sql, token: string, at: Date): Promise<TokenHolder | null> {
  const holder = await holderOf(sql, token, 'leave', at)
  if (holder === null) return null
  const gone = await deleteFollowers(sql, holder.teamId, holder.address)
  await withdrawMail(
    sql,
    gone.map((id) => `follower/${id}`),
  )
  const detail = { followings: gone.length }
  await audit(sql, { at, personId: null, verb: 'stop following', about: `follower/${holder.followerId}`, detail })
  return holder
}
