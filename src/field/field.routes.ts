import type { Team } from '#areas/area.ts'
import { allForces, findForce, findTeamById, teamsOf } from '#areas/areas.sql.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { plannedBetween } from '#engagements/planned/planned-engagements.sql.ts'
import { metErased } from '#network/contacts.sql.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { endOfSession } from '#people/session.ts'
import { addDays, dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { entityTag, file, json, text, withHeader, type Answer } from '#platform/http/answers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit, Visitor } from '#platform/http/visit.ts'
import { largestPhoto } from '#platform/photo.ts'
import { Refusal } from '#platform/refusal.ts'
import { daysAhead, dueOf, mostDue, readHeld } from './due.ts'
import { peopleDue } from './due.sql.ts'
import { fieldPage, manifestOf, workerOf } from './field.page.ts'
import { findPhoto } from './field.sql.ts'
import { keepPhoto, reaches } from './keep-photo.ts'
import { isContact, keepContact } from './keep-contact.ts'
import { keepRecord } from './keep-record.ts'
import { lendKey } from './lend-key.ts'
import { idSent, readRecord, sending, type RecordAnswer } from './phone-record.ts'
import { weekOf } from './week.ts'

/** The app for phones, and what it asks and sends while it has signal. */
export const fieldRoutes: readonly Route[] = [
  get('/field', everyone, ({ site }) => fieldPage(site)),
  get('/field/manifest.webmanifest', everyone, showManifest),
  get('/field/service-worker.js', everyone, showWorker),
  get('/field/key', may('record engagements'), showKey),
  get('/field/week', may('record engagements'), showWeek),
  get('/field/due', may('keep in touch'), showDue),
  post('/api/field/records', may('record engagements'), takeRecords, { maxBytes: 4 * 1024 * 1024 }),
  post('/field/photos/:engagement', may('record engagements'), takePhoto, { upload: { maxBytes: largestPhoto } }),
  get('/field/photos/:id', may('record engagements'), showPhoto),
]

function showManifest({ site }: Visit): Answer {
  return text(JSON.stringify(manifestOf(site.assetPath)), 200, 'application/manifest+json')
}

/** The worker may look after `/field` itself, not only what lies below it. */
function showWorker({ site }: Visit): Answer {
  const worker = workerOf(site.assetPath, entityTag(fieldPage(site).text))
  return withHeader(text(worker, 200, 'text/javascript; charset=utf-8'), 'service-worker-allowed', '/field')
}

async function showKey(visit: Visit): Promise<Answer> {
  const { db, now, sessionToken } = visit
  const person = personOf(visit)
  const until = sessionToken === null ? null : await endOfSession(db, sessionToken)
  const key = await lendKey(db, person.id, now)
  const { id, name, teamId } = person
  return json({ person: { id, name, teamId }, now: now.getTime(), until: (until ?? now).getTime(), ...key })
}

async function showWeek(visit: Visit): Promise<Answer> {
  const { db, now, query } = visit
  const person = personOf(visit)
  const teams = await teamsFor(visit, person)
  const asked = typed(query, 'team') || (person.teamId ?? '')
  const team = teams.find(({ id }) => id === asked) ?? null
  const force = team && (await findForce(db, team.forceId))
  const today = dayAt(now, force?.timeZone ?? 'Europe/London')
  const planned = team ? await plannedBetween(db, team.id, addDays(today, -3), addDays(today, 7)) : []
  return json(weekOf({ team, teams, planned, today, now }))
}

/** Asked for a team that is not theirs, or for none, nobody is due. */
async function showDue(visit: Visit): Promise<Answer> {
  const { db, now, query } = visit
  const person = personOf(visit)
  const asked = typed(query, 'team')
  const team = (await teamsFor(visit, person)).find(({ id }) => id === asked) ?? null
  const force = team && (await findForce(db, team.forceId))
  const today = dayAt(now, force?.timeZone ?? 'Europe/London')
  const reaches = team !== null && isAllowed(person, 'keep in touch', { force: team.forceId, team: team.slug })
  const about = { personId: person.id, by: addDays(today, daysAhead), most: mostDue }
  const people = reaches ? await peopleDue(db, { teamId: team.id, ...about }) : []
  const erased = await metErased(db, readHeld(typed(query, 'held')))
  return json(dueOf({ personId: person.id, team, people, today, erased }))
}

/** The own team, or for those who have none all that they may record for. */
async function teamsFor({ db }: Visit, person: Visitor): Promise<readonly Team[]> {
  if (person.teamId !== null) {
    const own = await findTeamById(db, person.teamId)
    return own ? [own] : []
  }
  const forces = person.forceId === null ? (await allForces(db)).map(({ id }) => id) : [person.forceId]
  const teams = (await Promise.all(forces.map((id) => teamsOf(db, id)))).flat()
  return teams.filter(({ id }) => reaches(person, id))
}

/** One after the other, since they were made in that order; what fails by our own fault stays on the phone and fails alone. */
async function takeRecords(visit: Visit): Promise<Answer> {
  const person = personOf(visit)
  const sent = sending.safeParse(visit.json)
  if (!sent.success) throw new Refusal('Send a person, the phone’s clock, and from 1 to 25 records.', 400)
  const { phoneClock, records, person: owner } = sent.data
  if (owner !== person.id) throw new Refusal('Somebody else is signed in on this phone now.', 409)
  const answers: RecordAnswer[] = []
  for (const one of records) answers.push(await answerTo(visit, one, { person, now: visit.now, phoneClock }))
  return json({ records: answers })
}

async function answerTo(visit: Visit, sent: unknown, keeper: Parameters<typeof keepRecord>[2]): Promise<RecordAnswer> {
  const record = readRecord(sent)
  if (!record)
    return { id: idSent(sent), state: 'refused', reason: 'This record did not arrive whole: look at it again.' }
  try {
    return await (isContact(record) ? keepContact : keepRecord)(visit.db, record, keeper)
  } catch (fault) {
    if (fault instanceof Refusal) return { id: record.id, state: 'refused', reason: fault.message }
    visit.log.error({ err: fault }, 'a record from a phone could not be kept')
    return { id: record.id, state: 'try again' }
  }
}

async function takePhoto(visit: Visit): Promise<Answer> {
  const { engagement: engagementId = '' } = visit.params
  const id = typed(visit.form, 'id').toLowerCase()
  const photo = visit.files.find(({ field }) => field === 'photo')
  if (!isUuid(engagementId)) throw new Refusal('There is no such engagement.', 404)
  if (!photo || !isUuid(id)) throw new Refusal('Send a photo with an id of its own.', 400)
  const consent = typed(visit.form, 'consent') === 'yes'
  await keepPhoto(visit.db, { id, engagementId, bytes: photo.bytes, consent, person: personOf(visit), now: visit.now })
  return json({ id, state: 'kept' })
}

async function showPhoto(visit: Visit): Promise<Answer> {
  const { id = '' } = visit.params
  const photo = isUuid(id) ? await findPhoto(visit.db, id) : null
  if (!photo || !reaches(personOf(visit), photo.teamId)) throw new Refusal('There is no such photo.', 404)
  return file(photo.bytes, { type: 'image/jpeg', filename: `${id}.jpg`, inline: true })
}

/** The guard let nobody in who is not signed in. */
function personOf({ person }: Visit): Visitor {
  if (person === null) throw new Refusal('Sign in first.', 401)
  return person
}
