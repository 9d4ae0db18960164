import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { nameContactsOf } from '../schemes/name-scheme-contacts.ts'
import { addressedTo, type Owned, type Passing } from './handover.ts'
import { insertHandover, insertIntroductions, ownedBy, saveOwners } from './handovers.sql.ts'

/** All that somebody owns, and to whom each goes; `endedTo` takes the relationships that ended, which may open again. */
export type Handover = {
  readonly id: string
  readonly fromPerson: string
  readonly passings: readonly Passing[]
  readonly endedTo: string | null
  readonly thenWhat: 'stays' | 'ends' | 'moves'
}

/**
 * Hands over all relationships that somebody owns in a team, in the caller's transaction: new owners, introductions with their
 * mails, and for watch schemes the evidence of their contact (R20). Answers false where this form was sent before. Throws a
 * Refusal (409) where one would stay without a new owner.
 */
export async function handOverRelationships(sql: Sql, handover: Handover, keeper: Keeper): Promise<boolean> {
  const { id, fromPerson, endedTo, thenWhat, passings } = handover
  const { teamId, timeZone, at, personId } = keeper
  const on = dayAt(at, timeZone)
  if (!(await insertHandover(sql, { id, teamId, fromPerson, on, thenWhat }, { at, by: personId }))) return false
  const owned = await ownedBy(sql, teamId, fromPerson, { hold: true })
  const open = owned.filter(({ ended }) => !ended)
  refuseOwnerless(owned, handover)
  const own = passings.filter(({ relationshipId }) => open.some((one) => one.id === relationshipId))
  const ended = owned.flatMap((one) =>
    one.ended && endedTo !== null ? [{ relationshipId: one.id, toPerson: endedTo }] : [],
  )
  await saveOwners(sql, [...own.map(({ relationshipId, toPerson }) => ({ relationshipId, toPerson })), ...ended])
  await introduce(sql, { id, passings: own }, open, at)
  await nameContactsOf(
    sql,
    open.map((one) => one.id),
    keeper,
  )
  await audit(sql, {
    at,
    personId,
    verb: 'hand over',
    about: `handover/${id}`,
    detail: { from: fromPerson, relationships: own.length, ended: ended.length },
  })
  return true
}

function refuseOwnerless(owned: readonly Owned[], { passings, endedTo, fromPerson }: Handover): void {
  const given = new Map(passings.map(({ relationshipId, toPerson }) => [relationshipId, toPerson]))
  if (endedTo !== null) for (const { id, ended } of owned) if (ended) given.set(id, endedTo)
  const left = owned.filter(({ id }) => (given.get(id) ?? fromPerson) === fromPerson)
  if (left.length === 0) return
  const labels = left.slice(0, 3).map(({ label }) => label)
  throw new Refusal(
    `Without a new owner: ${labels.join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}. Open the handover again.`,
    409,
  )
}

/** Those who like e-mail are written to; to the others the words are read out. */
async function introduce(
  sql: Sql,
  { id, passings }: Pick<Handover, 'id' | 'passings'>,
  owned: readonly Owned[],
  at: Date,
) {
  if (passings.length === 0) return
  const known = new Map(owned.map((one) => [one.id, one]))
  const addressed = passings.flatMap(({ relationshipId, draft }) => {
    const { email = null, name = null } = known.get(relationshipId) ?? {}
    return email !== null && isAddress(email) ? [{ relationshipId, to: email, text: addressedTo(draft, name) }] : []
  })
  const mailed = addressed.map(({ relationshipId }) => relationshipId)
  const introductions = await insertIntroductions(sql, id, passings, mailed)
  const idOf = new Map(introductions.map((one) => [one.relationshipId, one.id]))
  const mails = addressed.map(({ relationshipId, to, text }) => ({
    to,
    text,
    subject: 'Who keeps in touch with you from now on',
    about: `introduction/${idOf.get(relationshipId)}`,
  }))
  await writeMail(sql, mails, at)
}
