import type { Force, Team } from '#areas/area.ts'
import { findForce, findTeamById, neighbourhoodsOf } from '#areas/areas.sql.ts'
import type { Engagement } from '#engagements/engagement.ts'
import { asAdvertised } from '#engagements/held/as-advertised.ts'
import type { CloseOut } from '#engagements/held/close-out.ts'
import { recordEngagement } from '#engagements/held/record-engagement.ts'
import { findEngagement } from '#engagements/held/recorded-engagement.sql.ts'
import { toldByPlan } from '#engagements/held/told-by-plan.ts'
import { readCloseOut } from '#engagements/held/told-close-out.ts'
import { readEngagement } from '#engagements/held/told-engagement.ts'
import { findPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { isAllowed } from '#people/permissions.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import type { Visitor } from '#platform/http/visit.ts'
import { insertFieldRecord, wasReceived } from './field.sql.ts'
import { hashOfRecord, setRight, type PhoneRecord, type RecordAnswer } from './phone-record.ts'

/** Who sends, when, and what the phone's clock shows then, in milliseconds since 1970. */
export type Keeper = { readonly person: Visitor; readonly now: Date; readonly phoneClock: number }
export type Place = { readonly force: Force; readonly team: Team }

/**
 * Keeps one engagement that a phone recorded, in a transaction of its own; answers what became of it in words. The same
 * record sent again is `kept before`; another record of an engagement that somebody told already says so and changes nothing.
 */
export async function keepRecord(db: Database, record: PhoneRecord, keeper: Keeper): Promise<RecordAnswer> {
  const { id } = record
  const hash = hashOfRecord(record)
  if (await wasReceived(db, id, hash)) return { id, state: 'kept before' }
  const place = await placeOf(db, record.team)
  const refused = placeFault(place, keeper.person)
  if (place === null || refused !== null) return { id, state: 'refused', reason: refused ?? '' }
  const read = await readRecorded(db, record, place, keeper)
  if (!read.ok) return { id, state: 'refused', reason: inOneLine(read.errors), fields: read.errors }
  const isNew = await transaction(db, (sql) => keep(sql, read, { hash, force: place.force, keeper }))
  if (isNew) return { id, state: 'kept' }
  return (await wasReceived(db, id, hash)) ? { id, state: 'kept before' } : toldBefore(db, id, place.team)
}

type Told = { readonly engagement: Engagement; readonly closeOut: CloseOut }
type Kept = { readonly hash: Buffer; readonly force: Force; readonly keeper: Keeper }

async function keep(sql: Sql, { engagement, closeOut }: Told, { hash, force, keeper }: Kept): Promise<boolean> {
  const { person, now: at } = keeper
  const recorder = { personId: person.id, at, forceId: force.id, timeZone: force.timeZone }
  if (!(await recordEngagement(sql, await asAdvertised(sql, engagement), recorder, closeOut))) return false
  await insertFieldRecord(sql, { id: engagement.id, personId: person.id, hash, at })
  return true
}

/** The team that a record names, with its force; null where it is not here any more. */
export async function placeOf(db: Database, teamId: string): Promise<Place | null> {
  const team = await findTeamById(db, teamId)
  const force = team && (await findForce(db, team.forceId))
  return team && force ? { force, team } : null
}

/** Somebody may have moved to another team while the record waited. */
function placeFault(place: Place | null, person: Visitor): string | null {
  if (place === null)
    return 'The team you recorded this for is not here any more. Choose another team and send it again.'
  const { force, team } = place
  if (isAllowed(person, 'record engagements', { force: force.id, team: team.slug })) return null
  return `You may not record for ${team.name}. Ask its sergeant to record this, or choose your own team and send it again.`
}

type Read = ({ readonly ok: true } & Told) | { readonly ok: false; readonly errors: FieldErrors }

/** Where the record closes a plan, what the plan knows stands wherever the phone says nothing. */
async function readRecorded(
  db: Database,
  record: PhoneRecord,
  { force, team }: Place,
  { now, phoneClock }: Keeper,
): Promise<Read> {
  const planned = await findPlanned(db, team.id, record.id)
  const known: FormValues = planned ? await toldByPlan(db, planned) : {}
  const fields = setRight(record, { phoneClock, now, timeZone: force.timeZone })
  const neighbourhoods = await neighbourhoodsOf(db, force.id, team.id)
  const neighbourhoodIds = neighbourhoods.map(({ id }) => id)
  const setting = { teamId: team.id, timeZone: force.timeZone, now, neighbourhoodIds }
  const read = readEngagement({ ...known, ...fields, id: record.id }, setting)
  const closeOut = readCloseOut(fields, read.ok ? read.value.heldOn : null)
  if (!read.ok || !closeOut.ok)
    return { ok: false, errors: { ...(read.ok ? {} : read.errors), ...(closeOut.ok ? {} : closeOut.errors) } }
  // A phone names no hotspot: which one an engagement answered is judged at the desk.
  return { ok: true, engagement: read.value, closeOut: { ...closeOut.value, hotspotId: null } }
}

export const inOneLine = (errors: FieldErrors) => `${Object.values(errors).join('. ')}.`

async function toldBefore(db: Database, id: string, team: Team): Promise<RecordAnswer> {
  const kept = await findEngagement(db, team.id, id)
  if (!kept) return { id, state: 'refused', reason: 'Another team has recorded this engagement.' }
  const { title, place, heldOn, footfall } = kept
  const { reached, spokeWith, raisedAConcern } = footfall
  const reason = 'A colleague has recorded this engagement already. Drop yours, or send it as an engagement of its own.'
  return { id, state: 'kept before', reason, shown: { title, place, heldOn, reached, spokeWith, raisedAConcern } }
}
