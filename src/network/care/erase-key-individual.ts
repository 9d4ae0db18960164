import { append } from '#ledger/append.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Acting } from '../keeper.ts'
import { nameSchemeContacts } from '../schemes/name-scheme-contacts.ts'
import { schemesCoordinatedBy } from '../schemes/schemes.sql.ts'
import { endKeepingUp } from './end-keeping-up.ts'
import { identitiesOf, rememberErased, type Known } from './erased-identity.ts'
import {
  eraseRows,
  eraseWordsAbout,
  eraseWordsOfContacts,
  introductionsTo,
  knownBeforeMerging,
  lockIndividuals,
  lockRelationshipsOf,
  openRowsOfContacts,
  saveErasures,
  type Erasable,
  type ErasureReason,
} from './erasure.sql.ts'

/**
 * Erases what is held about a key individual, under whichever id of records that were merged, in the caller's transaction
 * (UK GDPR article 17): names, addresses and every
 * word. Counts stay: contacts keep their day and way, the ledger gets tombstones and verifies as before, and the posts they
 * held stay with their owners; a watch scheme they coordinated has no contact now, which the ledger says (R20). Throws a Refusal (409) where they were erased before, (404) where they are not here.
 */
export async function eraseKeyIndividual(
  sql: Sql,
  { id, reason }: { readonly id: string; readonly reason: ErasureReason },
  acting: Acting,
): Promise<void> {
  const { at, personId, forceId } = acting
  const people = await lockIndividuals(sql, id)
  const held = people.filter(({ erasedAt }) => erasedAt === null)
  if (people.length === 0) throw new Refusal('There is no such key individual.', 404)
  if (held.length === 0) throw new Refusal('What was held about them was erased before.', 409)
  const ids = held.map((person) => person.id)
  await rememberErased(sql, forceId, [...held, ...identitiesOf(await knownBy(sql, held))])
  await lockRelationshipsOf(sql, ids)
  const schemes = await schemesCoordinatedBy(sql, ids)
  const contacts = await eraseWordsOfContacts(sql, ids, at)
  await leaveTombstones(sql, contacts, acting)
  await eraseWordsAbout(sql, ids, dayAt(at, acting.timeZone))
  await endKeepingUp(sql, held, acting)
  const things = ids.map((one) => `key-individual/${one}`)
  const introductions = await introductionsTo(sql, ids)
  await withdrawMail(sql, [...things, ...introductions.map((one) => `introduction/${one}`)])
  await eraseRows(sql, ids, at)
  await nameSchemeContacts(
    sql,
    schemes.map((scheme) => scheme.id),
    acting,
  )
  await saveErasures(sql, ids, { reason, at, by: personId })
  const detail = { contacts: contacts.length, reason }
  for (const about of things) await audit(sql, { at, personId, verb: 'erase key individual', about, detail })
}

/** What the records of one person say, and what they said before they were merged. */
async function knownBy(sql: Sql, held: readonly Erasable[]): Promise<Known> {
  const before = await knownBeforeMerging(sql, held.map(({ id }) => id)) // prettier-ignore
  const all = (part: 'name' | 'email' | 'telephone') => [
    ...held.flatMap((one) => one[part] ?? []),
    ...before.filter((one) => one.part === part).map(({ value }) => value),
  ]
  return { name: all('name'), email: all('email'), telephone: all('telephone') }
}

/** The words behind each row of evidence are gone by right, while the count stays (ADR 5). */
async function leaveTombstones(
  sql: Sql,
  contacts: readonly { readonly id: string; readonly teamId: string }[],
  { forceId, timeZone, at, personId }: Acting,
): Promise<void> {
  for (const [teamId, ofTeam] of Map.groupBy(contacts, (contact) => contact.teamId)) {
    await takeChain(sql, forceId, teamId)
    const rows = await openRowsOfContacts(
      sql,
      teamId,
      ofTeam.map(({ id }) => id),
    )
    await append(
      sql,
      { forceId, teamId, timeZone, at, by: personId },
      rows.map(({ seq, kind, happenedOn, source }) => ({
        effect: 'erases' as const,
        supersedes: seq,
        kind,
        happenedOn,
        about: source,
        source,
      })),
    )
  }
}
