import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { hashOfKey, newKey } from '#platform/link-key.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import type { KeyIndividual } from '../key-individual.ts'
import { endLinks, findLink, noteOpened, saveLink, type OwnRecordLink } from './own-record-links.sql.ts'
import { saveReading } from './sensitive-facts.sql.ts'

/** How long a link to one's own record works, in milliseconds: 30 days. */
export const linkLifetime = 30 * 24 * 60 * 60_000

type Making = {
  readonly id: string
  readonly given: 'by mail' | 'by hand'
  readonly maySeeSensitive: boolean
  readonly teamName: string
  /** The whole address of the site, without a slash at its end. */
  readonly site: string
}

/**
 * Makes a link by which a key individual sees what is held about them, in the caller's transaction, and answers its address.
 * By mail it goes to their own address. By hand whoever makes it could open it, so it shows sensitive facts only where they
 * may see them, and that counts as a reading. Throws a Refusal (409) where there is no address to send it to.
 */
export async function makeOwnRecordLink(
  sql: Sql,
  person: KeyIndividual,
  { id, given, maySeeSensitive, teamName, site }: Making,
  { at, personId }: Keeper,
): Promise<string> {
  const { token, hash } = newKey()
  const address = `${site}/my-record/${token}`
  const showsSensitive = given === 'by mail' || maySeeSensitive
  const expiresAt = new Date(at.getTime() + linkLifetime)
  const link = { id, keyIndividualId: person.id, given, showsSensitive, expiresAt, hash }
  if (!(await saveLink(sql, link, { at, by: personId })))
    throw new Refusal('This link was made before. Open the form again to make another.', 409)
  if (given === 'by mail') await writeMail(sql, [linkMail(person, teamName, address)], at)
  else if (showsSensitive) await saveReading(sql, handedOver(person.id), { at, by: personId })
  const detail = { given }
  await audit(sql, { at, personId, verb: 'make link to own record', about: `key-individual/${person.id}`, detail })
  return address
}

/** Ends every link to a record in the caller's transaction, also those that wait in the outbox; answers how many worked still. */
export async function endOwnRecordLinks(sql: Sql, keyIndividualId: string, { at, personId }: Keeper): Promise<number> {
  const about = `key-individual/${keyIndividualId}`
  const ended = await endLinks(sql, keyIndividualId, at)
  await withdrawMail(sql, [about])
  if (ended > 0) await audit(sql, { at, personId, verb: 'end links to own record', about })
  return ended
}

/** What a token leads to: a record, nothing any more (it expired or was ended), or nothing at all. */
export type Opened =
  { readonly leads: 'to a record'; readonly link: OwnRecordLink } | { readonly leads: 'nowhere any more' | 'nowhere' }

/** Whose record a token opens; the first opening is noted. Only a hash is compared, so that no clock tells how near a guess came. */
export async function openOwnRecord(sql: Sql, token: string, at: Date): Promise<Opened> {
  const hash = hashOfKey(token)
  const link = hash === null ? null : await findLink(sql, hash)
  if (link === null) return { leads: 'nowhere' }
  if (link.endedAt !== null || link.expiresAt <= at) return { leads: 'nowhere any more' }
  if (await noteOpened(sql, link.id, at))
    await audit(sql, { at, personId: null, verb: 'open own record', about: `key-individual/${link.keyIndividualId}` })
  return { leads: 'to a record', link }
}

const handedOver = (keyIndividualId: string) =>
  ({ keyIndividualId, purpose: 'to give them what is held about them', words: 'a link given by hand' }) as const

function linkMail({ id, email }: KeyIndividual, teamName: string, address: string) {
  if (email === null || !isAddress(email))
    throw new Refusal('They have no e-mail address to which it could go: give them the link by hand.', 409)
  return {
    to: email,
    about: `key-individual/${id}`,
    subject: `What ${teamName} neighbourhood policing team holds about you`,
    text: `You are in touch with ${teamName} neighbourhood policing team. Here you can see all that it holds about you:

${address}

You can correct it, say how often you want to hear from us, object, leave, and take a copy with you.
The link is for you alone and works for 30 days. Do not pass it on.

Nobody reads answers to this mail. Call 999 in an emergency, 101 otherwise.`,
  }
}
