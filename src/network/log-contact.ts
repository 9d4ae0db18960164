import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Contact } from './contact.ts'
import { metErased, saveContacts } from './contacts.sql.ts'
import type { Keeper } from './keeper.ts'
import { nextDueOf, type Relationship } from './relationship.ts'
import { lockRelationship, saveLastContact } from './relationships.sql.ts'

/** A relationship with the kind of its subject, from which the ledger knows who raised a concern. */
export type Known = Relationship & { readonly subjectKind: string }

/**
 * Logs a contact with its evidence in the caller's transaction, and moves on the day by which the next is due; answers false
 * where it was logged before. What was said stays here: the ledger learns that a concern was heard or voiced (C3.2), not which.
 * Throws a Refusal (409) where they were erased, or where keeping in touch had ended before that day.
 */
export async function logContact(sql: Sql, contact: Contact, known: Known, keeper: Keeper): Promise<boolean> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  const held = await lockRelationship(sql, known.id)
  if ((await saveContacts(sql, [contact], { at, by: personId })) === 0) return false
  await refuseAfterEnd(sql, contact, held)
  const latest = { ...held, lastContactOn: contact.madeOn }
  await saveLastContact(sql, { ...latest, nextDue: nextDueOf(latest) })
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, evidenceOfContact(contact, known))
  await audit(sql, { at, personId, verb: 'log contact', about: `contact/${contact.id}` })
  return true
}

/** What comes late may tell of somebody who is gone meanwhile; words about them may not come back in (UK GDPR article 17). */
async function refuseAfterEnd(sql: Sql, { madeOn }: Contact, { id, endedOn }: Relationship): Promise<void> {
  if ((await metErased(sql, [{ relationshipId: id, on: madeOn }])).length > 0)
    throw new Refusal('What was held about them was erased: nothing more is kept.', 409)
  if (endedOn !== null && madeOn > endedOn)
    throw new Refusal(`Keeping in touch ended on ${inWords(endedOn)}. Log what happened until then.`, 409)
}

/** What a contact is evidence of: that it was made (D3.1, R17, R35, R39), and where something was raised, that it was (D3.3). */
export function evidenceOfContact(contact: Contact, { subjectId, subjectKind }: Known): Fact[] {
  const about = `contact/${contact.id}`
  const common = { happenedOn: contact.madeOn, subjects: [subjectId], about, source: about }
  const flags = Object.fromEntries(contact.facets.map((facet) => [facet, true]))
  const heard = contact.heard !== ''
  const facets = { how: contact.how, ...flags, 'concern heard': heard, 'concern voiced': contact.voiced !== '' }
  const made: Fact = { ...common, kind: 'contact made', facets }
  return heard ? [made, { ...common, kind: 'concern raised', facets: { source: sourceOf(subjectKind) } }] : [made]
}

const sourceOf = (subjectKind: string): string =>
  subjectKind === 'key individual' ? 'key individual' : subjectKind.startsWith('council') ? 'council' : 'partner'
