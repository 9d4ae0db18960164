import { basename } from 'node:path'
import { teamsOf } from '#areas/areas.sql.ts'
import { forceAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { possibleOwners, type Colleague } from '#people/team/team-people.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { checkRegisterPage } from './check-register.page.ts'
import { placeSchools } from './place-schools.ts'
import { openRegister } from './read-register.ts'
import { moveSchool } from './move-school.ts'
import { movesOf } from './move.ts'
import { schoolsPlaced } from './move.sql.ts'
import { readMoves } from './moves.form.ts'
import { isPlacing, readPlace, readPlacings } from './register.form.ts'
import { registerPage } from './register.page.ts'
import { findDraft, placesKnown } from './register.sql.ts'
import { draftRegister, takeRegister, weighingOf, type Sender } from './take-register.ts'
import { changesWeighed, countWeighed, placesUnknown } from './weighed.sql.ts'

const register = '/desk/:force/schools/register'
const mayManage = may('manage schools')
const maxBytes = 30 * 1024 * 1024
const mostShown = 200
/** A form may hold a thousand fields, and each place has two. */
const mostPlaces = 100

/** The national schools register: choose, look at what would change, place what nobody knows, confirm. */
export const schoolsRegisterRoutes: readonly Route[] = [
  get(register, mayManage, (visit) => askForFile(visit)),
  post(register, mayManage, takeFile, { upload: { maxBytes } }),
  get(`${register}/check`, mayManage, showChanges),
  post(`${register}/confirm`, mayManage, confirm),
  post(`${register}/place`, mayManage, takePlace),
  post(`${register}/places`, mayManage, takePlaces),
  post(`${register}/moves`, mayManage, takeMoves),
]

async function askForFile(visit: Visit, errors: FieldErrors = {}): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const [draft, places, { teams, ...moves }] = await Promise.all([
    findDraft(visit.db, force.id),
    placesKnown(visit.db, force.id),
    movesAt(visit),
  ])
  const asked = registerPage({ site: visit.site, force, teams, draft, places, moves, values: visit.form, errors })
  return Object.keys(errors).length === 0 ? asked : shown(asked, 422)
}

async function takeFile(visit: Visit): Promise<Answer> {
  const sender = await senderAt(visit)
  const [file] = visit.files
  if (!file) return askForFile(visit, { file: 'Choose a CSV file' })
  const opened = openRegister(file.bytes)
  if (!opened.ok) return askForFile(visit, { file: opened.words })
  const filename = basename(file.filename).slice(0, 100)
  await transaction(visit.db, (sql) => draftRegister(sql, opened, filename, sender))
  return redirect(`/desk/${sender.forceId}/schools/register/check`)
}

async function showChanges(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const draft = await findDraft(visit.db, force.id)
  if (!draft || draft.takenAt !== null)
    throw new Refusal('No register waits to be confirmed. Choose a file first.', 404)
  const weighing = await weighingOf(visit.db, force.id, dayAt(visit.now, force.timeZone))
  const [teams, counts, changes, unknown] = await Promise.all([
    teamsOf(visit.db, force.id),
    countWeighed(visit.db, weighing),
    changesWeighed(visit.db, weighing, mostShown),
    placesUnknown(visit.db, weighing, mostPlaces),
  ])
  return checkRegisterPage({ site: visit.site, force, teams, draft, counts, changes, unknown })
}

async function confirm(visit: Visit): Promise<Answer> {
  const sender = await senderAt(visit)
  await transaction(visit.db, (sql) => takeRegister(sql, typed(visit.form, 'draft'), sender))
  return redirect(`/desk/${sender.forceId}/schools/register`)
}

async function takePlace(visit: Visit): Promise<Answer> {
  const sender = await senderAt(visit)
  const read = readPlace(visit.form, await teamsOf(visit.db, sender.forceId))
  if (!isPlacing(read)) return askForFile(visit, read)
  await transaction(visit.db, (sql) => placeSchools(sql, [read], sender))
  return redirect(`/desk/${sender.forceId}/schools/register#places`)
}

async function takePlaces(visit: Visit): Promise<Answer> {
  const sender = await senderAt(visit)
  const read = readPlacings(visit.form, await teamsOf(visit.db, sender.forceId))
  await transaction(visit.db, (sql) => placeSchools(sql, read, sender))
  const back = typed(visit.form, 'back') === 'check' ? '/check' : '#places'
  return redirect(`/desk/${sender.forceId}/schools/register${back}`)
}

async function takeMoves(visit: Visit): Promise<Answer> {
  const sender = await senderAt(visit)
  const read = readMoves(visit.form, await movesAt(visit))
  if (!read.ok) return askForFile(visit, read.errors)
  await transaction(visit.db, async (sql) => {
    for (const move of read.value) await moveSchool(sql, move, sender)
  })
  return redirect(`/desk/${sender.forceId}/schools/register`)
}

/** The moves that are offered, with whoever could own what each new team keeps up. */
async function movesAt({ db, params, now }: Visit) {
  const { id: forceId, timeZone } = await forceAt(db, params)
  const today = dayAt(now, timeZone)
  const [schools, { guesses }, teams] = await Promise.all([
    schoolsPlaced(db, forceId, today),
    weighingOf(db, forceId, today),
    teamsOf(db, forceId),
  ])
  const offered = movesOf(schools, guesses).slice(0, mostPlaces)
  const owners = new Map<string, readonly Colleague[]>()
  for (const { toTeam } of offered) if (!owners.has(toTeam)) owners.set(toTeam, await possibleOwners(db, toTeam))
  return { teams, offered, owners }
}

async function senderAt({ db, params, person, now }: Visit): Promise<Sender> {
  const { id: forceId, timeZone } = await forceAt(db, params)
  if (person === null) throw new Refusal('Sign in first.', 401)
  return { personId: person.id, at: now, forceId, timeZone }
}
