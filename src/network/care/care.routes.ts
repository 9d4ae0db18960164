import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { postsHeldBy } from '../posts.sql.ts'
import { dayTyped } from '../typed-parts.ts'
import { readErasure, readKeeping, readReturn, readTold } from './care.form.ts'
import { letReturn } from './let-return.ts'
import { erasePage } from './erase.page.ts'
import { eraseKeyIndividual } from './erase-key-individual.ts'
import { contactIdsWith } from './erasure.sql.ts'
import { individualAt } from './individual-at.ts'
import { namedElsewhere } from './named-elsewhere.sql.ts'
import { individualsOf } from './record-held.sql.ts'
import { neverTold, recordsDue } from './record-reviews.sql.ts'
import { keepRecord, noteTold } from './review-record.ts'
import { comesBackPage, keepPage, letterPage, reviewsPage } from './reviews.page.ts'
import { sensitiveFactsDue } from './sensitive-facts.sql.ts'
import { toldLetter } from './told-letter.ts'

const network = '/desk/:force/:team/network'
const individual = `${network}/individuals/:id`

/** Care for what is held about people: looking at it again, telling them, keeping or erasing it. */
export const careRoutes: readonly Route[] = [
  get(`${network}/reviews`, may('manage the network'), showReviews),
  get(`${network}/comes-back`, may('manage the network'), (visit) => returnForm(visit, {}, {})),
  post(`${network}/comes-back`, may('manage the network'), takeReturn),
  get(`${individual}/keep`, may('manage the network'), (visit) => keepForm(visit, {}, {})),
  post(`${individual}/keep`, may('manage the network'), takeKeeping),
  get(`${individual}/letter`, may('keep in touch'), (visit) => letterForm(visit, null, {})),
  post(`${individual}/letter`, may('keep in touch'), takeTold),
  get(`${individual}/erase`, may('manage the network'), (visit) => eraseForm(visit, {}, {})),
  post(`${individual}/erase`, may('manage the network'), takeErasure),
]

const most = 50
const saved: Readonly<Record<string, string>> = {
  kept: 'The record is kept for another year.',
  erased: 'What was held about them is erased.',
  returned: 'They can be added again.',
}

async function showReviews(visit: Visit): Promise<Answer> {
  const { team, today } = await keeperAt(visit)
  const { person, params, db } = visit
  const allowed = (what: 'see sensitive facts' | 'see who read sensitive facts') =>
    person !== null && isAllowed(person, what, params)
  const told = typed(visit.query, 'saved')
  return reviewsPage({
    site: visit.site,
    caption: team.name,
    back: { href: networkOf(team.id), words: 'Network' },
    network: networkOf(team.id),
    today,
    saved: Object.hasOwn(saved, told) ? (saved[told] ?? null) : null,
    due: await recordsDue(db, team.id, today, most),
    untold: await neverTold(db, team.id, most),
    sensitive: allowed('see sensitive facts') ? await sensitiveFactsDue(db, team.id, today) : null,
    maySeeReadings: allowed('see who read sensitive facts'),
  })
}

async function takeReturn(visit: Visit): Promise<Answer> {
  const { team, keeper } = await keeperAt(visit)
  const read = readReturn(visit.form)
  if (!read.ok) return shown(await returnForm(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => letReturn(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/reviews?saved=returned`)
}

async function returnForm(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team } = await keeperAt(visit)
  const address = networkOf(team.id)
  const back = { href: `${address}/reviews`, words: 'Records to look at' }
  return comesBackPage({ site: visit.site, caption: team.name, address, back, values, errors })
}

async function takeKeeping(visit: Visit): Promise<Answer> {
  const { person, keeper, today, network: address } = await individualAt(visit)
  const read = readKeeping(visit.form, { keyIndividualId: person.id, today })
  if (!read.ok) return shown(await keepForm(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => keepRecord(sql, read.value, keeper))
  return redirect(`${address}/reviews?saved=kept`)
}

async function keepForm(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { today } = await keeperAt(visit)
  return keepPage({ ...(await shownAt(visit)), until: addDays(today, 365), values, errors })
}

async function takeTold(visit: Visit): Promise<Answer> {
  const { person, keeper, today, address } = await individualAt(visit)
  const read = readTold(visit.form, today)
  if (!read.ok) return shown(await letterForm(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => noteTold(sql, person.id, read.value, keeper))
  return redirect(address)
}

async function letterForm(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { person, team, force, today } = await individualAt(visit)
  const letter = toldLetter(person, team.name, force.name)
  const begun = values ?? dayTyped('toldOn', today)
  return letterPage({ ...(await shownAt(visit)), letter, toldOn: person.toldOn, values: begun, errors })
}

async function takeErasure(visit: Visit): Promise<Answer> {
  const { person, keeper, network: address } = await individualAt(visit)
  const read = readErasure(visit.form)
  if (!read.ok) return shown(await eraseForm(visit, visit.form, read.errors), 422)
  const erased = { id: person.id, reason: read.value.reason }
  await transaction(visit.db, (sql) => eraseKeyIndividual(sql, erased, keeper))
  return redirect(`${address}/reviews?saved=erased`)
}

async function eraseForm(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { person, team } = await individualAt(visit)
  const ids = await individualsOf(visit.db, person.id)
  const own = await contactIdsWith(visit.db, ids)
  const posts = await postsHeldBy(visit.db, person.id)
  return erasePage({
    ...(await shownAt(visit)),
    teamId: team.id,
    contacts: own.length,
    emptied: posts.filter(({ until }) => until === null).map((held) => heldPostLabel(held)),
    elsewhere: await namedElsewhere(visit.db, team.id, person.name, own),
    values,
    errors,
  })
}

const heldPostLabel = ({ role, ward, organisation }: { role: string; ward: string; organisation: string }) =>
  `${role} of ${organisation}${ward === '' ? '' : `, ${ward}`}`

async function shownAt(visit: Visit) {
  const { person, address } = await individualAt(visit)
  return { site: visit.site, caption: person.name, address, back: { href: address, words: 'Back' } }
}
