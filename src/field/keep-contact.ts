import { metErased } from '#network/contacts.sql.ts'
import { readContact, withWhom } from '#network/contacts/told-contact.ts'
import { logContact } from '#network/log-contact.ts'
import { findRelationship } from '#network/relationships.sql.ts'
import { isAllowed } from '#people/permissions.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FormValues } from '#platform/form.ts'
import { contactLoggedBy } from './field.sql.ts'
import { inOneLine, placeOf, type Keeper, type Place } from './keep-record.ts'
import { setRight, type PhoneRecord, type RecordAnswer } from './phone-record.ts'

/** Whether a record tells of a contact; all others tell of an engagement. */
export const isContact = ({ fields }: PhoneRecord): boolean => fields['what'] === 'contact'

/**
 * Keeps one contact that a phone logged, by the desk's own rules and with its evidence, in a transaction of its own; answers
 * what became of it in words. Sent again it is `kept before`; of somebody who was erased meanwhile it says `forget`.
 */
export async function keepContact(db: Database, record: PhoneRecord, keeper: Keeper): Promise<RecordAnswer> {
  const { id } = record
  const refused = (reason: string, more: { forget?: true } = {}) => ({ id, state: 'refused' as const, reason, ...more })
  const before = await contactLoggedBy(db, id)
  if (before) return before.by === keeper.person.id ? { id, state: 'kept before' } : refused(othersId)
  const place = await placeOf(db, record.team)
  if (!place || !mayKeepUp(place, keeper)) return refused(notYours(place))
  const line = await findRelationship(db, place.team.id, withWhom(record.fields))
  if (!line) return refused(`${place.team.name} is not in touch with them: choose whom it was with again.`)
  const today = dayAt(keeper.now, place.force.timeZone)
  const read = readContact(fieldsOf(record, place, keeper), { relationshipId: line.id, teamId: place.team.id, today })
  const met = { relationshipId: line.id, on: read.ok ? read.value.madeOn : today }
  if ((await metErased(db, [met])).length > 0) return refused(erased, { forget: true })
  if (!read.ok) return { ...refused(inOneLine(read.errors)), fields: read.errors }
  const isNew = await transaction(db, (sql) => logContact(sql, read.value, line, asKeeper(place, keeper)))
  return { id, state: isNew ? 'kept' : 'kept before' }
}

const othersId = 'A colleague’s contact has the id of this one. Drop it, and log it again.'
const erased = 'What was held about them was erased since, so this is not kept, and this phone has forgotten it too.'

const mayKeepUp = ({ force, team }: Place, { person }: Keeper): boolean =>
  isAllowed(person, 'keep in touch', { force: force.id, team: team.slug })

const notYours = (place: Place | null): string =>
  place === null
    ? 'The team you logged this for is not here any more.'
    : `You may not keep in touch for ${place.team.name}. Ask its sergeant to log this.`

/** What the phone’s clock dated is set right, as for engagements; what somebody typed stays as typed. */
function fieldsOf(record: PhoneRecord, { force }: Place, { now, phoneClock }: Keeper): FormValues {
  const { heldOn, ...fields } = setRight(record, { phoneClock, now, timeZone: force.timeZone })
  return { ...fields, id: record.id, ...(heldOn === undefined ? {} : { madeOn: heldOn }) }
}

const asKeeper = ({ force, team }: Place, { person, now: at }: Keeper) => ({
  personId: person.id,
  at,
  forceId: force.id,
  teamId: team.id,
  timeZone: force.timeZone,
})
