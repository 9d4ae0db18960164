import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { isAllowed, may, type Permission } from '#people/permissions.ts'
import { peopleForTeam } from '#people/people.sql.ts'
import { dayTyped, idOrNew } from '#network/typed-parts.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Html } from '#platform/html.ts'
import { file, redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { largestPhoto } from '#platform/photo.ts'
import { Refusal } from '#platform/refusal.ts'
import { agreeToShow, keepOfficer, keepOfficerPhoto, removeOfficer, removeOfficerPhoto } from './keep-officer.ts'
import { agreements, type OfficerKept } from './officer.ts'
import { meanwhilePart } from './meanwhile.part.ts'
import { begunWith, keepUnlessChanged, printOf } from './meanwhile.ts'
import { officerFormPage } from './officer-form.page.ts'
import { findOfficer, photoKept } from './officers-kept.sql.ts'
import { pageDeskAddress, pageDeskOf } from './page-desk.ts'
import { officerTyped, readOfficer } from './told-officer.form.ts'

const officers = '/desk/:force/:team/page/officers'
const keep = may('keep the public page')
const check = may('check the public page')

/** The officers whom a team shows to the public: what is said of them, their photo, and who agreed. */
export const officerRoutes: readonly Route[] = [
  get(`${officers}/new`, keep, (visit) => onePage(visit, null, dayNow(visit), {})),
  post(`${officers}/new`, keep, takeNew),
  get(`${officers}/:id`, check, showOfficer),
  post(`${officers}/:id`, keep, takeChange),
  post(`${officers}/:id/agreed`, check, takeAgreement),
  post(`${officers}/:id/remove`, keep, takeRemoval),
  get(`${officers}/:id/photo`, check, givePhoto),
  post(`${officers}/:id/photo`, keep, takePhoto, { upload: { maxBytes: largestPhoto } }),
  post(`${officers}/:id/photo/remove`, keep, takePhotoAway),
]

async function takeNew(visit: Visit): Promise<Answer> {
  const { team, keeper } = await pageDeskOf(visit)
  const values = { ...visit.form, id: idOrNew(visit.form) }
  const read = readOfficer(values, await offered(visit))
  if (!read.ok) return shown(await onePage(visit, null, values, read.errors), 422)
  if (!(await findOfficer(visit.db, team.id, read.value.id)))
    await transaction(visit.db, (sql) => keepOfficer(sql, read.value, keeper))
  return redirect(`${pageDeskAddress(team.id)}/officers/${read.value.id}`)
}

async function showOfficer(visit: Visit): Promise<Answer> {
  const { officer } = await officerAt(visit)
  return onePage(visit, officer, begunWith(officerTyped(officer)), {})
}

async function takeChange(visit: Visit): Promise<Answer> {
  const { team, keeper, officer } = await officerAt(visit)
  const values = { ...visit.form, id: officer.id }
  const read = readOfficer(values, await offered(visit))
  if (!read.ok) return shown(await onePage(visit, officer, values, read.errors), 422)
  const now = async (sql: Sql) => {
    const stands = await findOfficer(sql, team.id, officer.id)
    return stands === null ? {} : officerTyped(stands)
  }
  const held = { about: `officer/${officer.id}`, form: visit.form, now }
  const stands = await keepUnlessChanged(visit.db, held, (sql) => keepOfficer(sql, read.value, keeper))
  if (stands === null) return redirect(`${pageDeskAddress(team.id)}#the-team`)
  const again = { ...values, was: printOf(stands) }
  return shown(await onePage(visit, officer, again, {}, meanwhilePart(stands, values)), 409)
}

async function takeAgreement(visit: Visit): Promise<Answer> {
  const { team, keeper, officer } = await officerAt(visit)
  const agreed = agreements.find((one) => one === typed(visit.form, 'agreed')) ?? null
  const said = { agreed, maySpeakForThem: allows(visit, 'agree to show officers') }
  await transaction(visit.db, (sql) => agreeToShow(sql, officer, said, keeper))
  return redirect(`${pageDeskAddress(team.id)}#the-team`)
}

async function takeRemoval(visit: Visit): Promise<Answer> {
  const { team, keeper, officer } = await officerAt(visit)
  await transaction(visit.db, (sql) => removeOfficer(sql, officer, keeper))
  return redirect(`${pageDeskAddress(team.id)}#the-team`)
}

async function takePhoto(visit: Visit): Promise<Answer> {
  const { team, keeper, officer } = await officerAt(visit)
  const [taken] = visit.files
  const again = async (words: string, status: number) =>
    shown(await onePage(visit, officer, begunWith(officerTyped(officer)), { photo: words }), status)
  if (!taken) return again('Choose a photo', 422)
  try {
    await transaction(visit.db, (sql) => keepOfficerPhoto(sql, officer, taken.bytes, keeper))
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return again(fault.message, fault.status)
  }
  return redirect(`${pageDeskAddress(team.id)}/officers/${officer.id}`)
}

async function takePhotoAway(visit: Visit): Promise<Answer> {
  const { team, keeper, officer } = await officerAt(visit)
  await transaction(visit.db, (sql) => removeOfficerPhoto(sql, officer, keeper))
  return redirect(`${pageDeskAddress(team.id)}/officers/${officer.id}`)
}

async function givePhoto(visit: Visit): Promise<Answer> {
  const { officer } = await officerAt(visit)
  const bytes = await photoKept(visit.db, officer.id)
  if (bytes === null) throw new Refusal('There is no photo of this officer.', 404)
  return file(bytes, { type: 'image/jpeg', filename: 'officer.jpg', inline: true })
}

async function officerAt(visit: Visit) {
  const desk = await pageDeskOf(visit)
  const officer = await findOfficer(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!officer) throw new Refusal(`${desk.team.name} shows no such officer.`, 404)
  return { ...desk, officer }
}

async function offered(visit: Visit) {
  const { force, team } = await pageDeskOf(visit)
  const [people, neighbourhoods] = await Promise.all([
    peopleForTeam(visit.db, force.id, team.id),
    neighbourhoodsOf(visit.db, force.id, team.id),
  ])
  return { personIds: people.map(({ id }) => id), neighbourhoodIds: neighbourhoods.map(({ id }) => id) }
}

const allows = ({ person, params }: Visit, permission: Permission): boolean =>
  person !== null && isAllowed(person, permission, params)

const dayNow = async (visit: Visit) => dayTyped('shownFrom', (await pageDeskOf(visit)).today)

async function onePage(
  visit: Visit,
  officer: OfficerKept | null,
  begun: FormValues | Promise<FormValues>,
  errors: FieldErrors,
  meanwhile: Html | false = false,
) {
  const { force, team, today, keeper } = await pageDeskOf(visit)
  const [people, neighbourhoods] = await Promise.all([
    peopleForTeam(visit.db, force.id, team.id),
    neighbourhoodsOf(visit.db, force.id, team.id),
  ])
  const values = await begun
  const can = {
    agree: allows(visit, 'agree to show officers'),
    isOwn: officer !== null && officer.personId === keeper.personId,
    change: allows(visit, 'keep the public page'),
  }
  const shownValues = { ...values, id: officer?.id ?? idOrNew(values) }
  return officerFormPage({
    site: visit.site,
    team,
    today,
    people,
    neighbourhoods,
    officer,
    values: shownValues,
    errors,
    allows: can,
    meanwhile,
  })
}
