import { createHash, randomBytes } from 'node:crypto'
import { isUuid } from '#engagements/is-uuid.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import { dayAt } from '#platform/day.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { endLinks, hasLink, insertLink, insertMember, takeMember, type Member, type NewMember } from './members.sql.ts'
import { linkMail } from './link-mail.ts'
import { refuseLinks, type Convener, type Sitting } from '../sittings/sitting.ts'
import { sittingOf } from '../sittings/sitting-at.ts'

/** How the link of a member is made: with an id of its form, and the whole address of the site without a slash at its end. */
export type Making = { readonly linkId: string; readonly site: string }

/** The path of a link, to be given by hand; null where it went by mail. */
type Given = string | null

/**
 * Invites somebody to a sitting in the caller's transaction. With an e-mail address the link goes there alone; without one it is
 * answered, to be given by hand. Throws a Refusal where the sitting is closed or links to it are over, or the same form was sent before (409).
 */
export async function inviteMember(sql: Sql, member: NewMember, making: Making, convener: Convener): Promise<Given> {
  const sitting = await sittingOf(sql, convener.forceId, member.sittingId, 'alone')
  refuseLinks(sitting, dayAt(convener.at, convener.timeZone))
  const { at, personId } = convener
  if (!(await insertMember(sql, member, at, personId))) throw sentBefore()
  await audit(sql, { at, personId, verb: 'invite to a sitting', about: `community-member/${member.id}` })
  return makeLink(sql, sitting, member, making, convener)
}

/** Gives a member another link in place of theirs, which works no more; their votes stay. Throws a Refusal (404, 409) likewise. */
export async function renewLink(
  sql: Sql,
  of: { readonly sittingId: string; readonly memberId: string },
  making: Making,
  convener: Convener,
): Promise<Given> {
  const sitting = await sittingOf(sql, convener.forceId, of.sittingId, 'alone')
  refuseLinks(sitting, dayAt(convener.at, convener.timeZone))
  if (await hasLink(sql, making.linkId)) throw sentBefore()
  const member = await memberOf(sql, of)
  await withdraw(sql, member.id, convener.at)
  return makeLink(sql, sitting, member, making, convener)
}

/** Ends the link of a member in the caller's transaction; ended twice it is ended once. Throws a Refusal (404). */
export async function revokeLink(
  sql: Sql,
  of: { readonly sittingId: string; readonly memberId: string },
  { forceId, at, personId }: Convener,
): Promise<void> {
  await sittingOf(sql, forceId, of.sittingId, 'alone')
  const member = await memberOf(sql, of)
  if (!(await withdraw(sql, member.id, at))) return
  await audit(sql, { at, personId, verb: 'end a link to a sitting', about: `community-member/${member.id}` })
}

/** Only the hash of a token is kept. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

async function memberOf(sql: Sql, of: { readonly sittingId: string; readonly memberId: string }): Promise<Member> {
  const member = isUuid(of.memberId) ? await takeMember(sql, of.sittingId, of.memberId) : null
  if (!member) throw new Refusal('Nobody like that was invited to this sitting.', 404)
  return member
}

/** Also a link that waits in the outbox goes nowhere any more. */
async function withdraw(sql: Sql, memberId: string, at: Date): Promise<boolean> {
  const ended = await endLinks(sql, memberId, at)
  await withdrawMail(
    sql,
    ended.map((id) => `community-link/${id}`),
  )
  return ended.length > 0
}

async function makeLink(
  sql: Sql,
  sitting: Sitting,
  member: NewMember,
  { linkId, site }: Making,
  { at, personId }: Convener,
): Promise<Given> {
  const token = randomBytes(32).toString('base64url')
  const path = addressIn(member.language, `/panel/${token}`)
  if (!(await insertLink(sql, { id: linkId, memberId: member.id, hash: hashOf(token) }, at, personId)))
    throw sentBefore()
  const { email, language } = member
  const about = `community-member/${member.id}`
  await audit(sql, { at, personId, verb: 'make a link to a sitting', about, detail: { mailed: email !== null } })
  if (email === null) return path
  await writeMail(sql, [linkMail(sitting, { to: email, linkId, address: `${site}${path}` }, sayIn(language))], at)
  return null
}

const sentBefore = (): Refusal =>
  new Refusal('This form was sent before, and its link was shown then. Open the sitting again.', 409)
