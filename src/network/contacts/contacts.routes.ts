import { randomUUID } from 'node:crypto'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import { type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { answerConcern, keepPromise } from '../answer-contact.ts'
import { findContact } from '../contacts.sql.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { logContact } from '../log-contact.ts'
import { findRelationship } from '../relationships.sql.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { contactFormPage } from './contact-form.page.ts'
import { noteDayPage } from './note-day.page.ts'
import { readContact, readDayAfter, withWhom } from './told-contact.ts'

const contacts = '/desk/:force/:team/network/contacts'

/** Logging a contact, telling somebody what came of what they raised, and keeping what was promised. */
export const contactRoutes: readonly Route[] = [
  get(`${contacts}/new`, may('keep in touch'), askForContact),
  post(`${contacts}/new`, may('keep in touch'), takeContact),
  get(`${contacts}/:id/answer`, may('keep in touch'), (visit) => answerPage(visit, null, {})),
  post(`${contacts}/:id/answer`, may('keep in touch'), takeAnswer),
  get(`${contacts}/:id/promise`, may('keep in touch'), (visit) => promisePage(visit, null, {})),
  post(`${contacts}/:id/promise`, may('keep in touch'), takePromise),
]

async function askForContact(visit: Visit): Promise<Answer> {
  const { today } = await keeperAt(visit)
  return formPage(visit, withWhom(visit.query), randomUUID(), dayTyped('madeOn', today), {})
}

async function takeContact(visit: Visit): Promise<Answer> {
  const { keeper, today, team } = await keeperAt(visit)
  const line = await lineOf(visit, withWhom(visit.form))
  const read = readContact(visit.form, { relationshipId: line.id, teamId: team.id, today })
  if (!read.ok) return shown(await formPage(visit, line.id, idOrNew(visit.form), visit.form, read.errors), 422)
  const isNew = await transaction(visit.db, (sql) => logContact(sql, read.value, line, keeper))
  const { id } = read.value
  if (!isNew && (await findContact(visit.db, team.id, id))?.relationshipId !== line.id)
    throw new Refusal('This form was sent before for somebody else. Open a new form and log it there.', 409)
  return redirect(`${networkOf(team.id)}/contacts/${id}${isNew ? '' : '?again=yes'}`)
}

async function takeAnswer(visit: Visit): Promise<Answer> {
  const { keeper, today, team, contact } = await contactAt(visit)
  const read = readDayAfter(visit.form, { madeOn: contact.madeOn, today })
  if (!read.ok) return shown(await answerPage(visit, visit.form, read.errors), 422)
  const { id, subjectId } = contact
  await transaction(visit.db, (sql) => answerConcern(sql, { id, subjectId, on: read.value }, keeper))
  return redirect(`${networkOf(team.id)}/contacts/${id}`)
}

async function takePromise(visit: Visit): Promise<Answer> {
  const { keeper, today, team, contact } = await contactAt(visit)
  const read = readDayAfter(visit.form, { madeOn: contact.madeOn, today })
  if (!read.ok) return shown(await promisePage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => keepPromise(sql, { id: contact.id, on: read.value }, keeper))
  return redirect(`${networkOf(team.id)}/contacts/${contact.id}`)
}

async function lineOf(visit: Visit, id: string) {
  const { team } = await keeperAt(visit)
  const line = await findRelationship(visit.db, team.id, id)
  if (!line) throw new Refusal(`${team.name} keeps up no such relationship.`, 404)
  return line
}

async function contactAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const contact = await findContact(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!contact) throw new Refusal(`${desk.team.name} has logged no such contact.`, 404)
  return { ...desk, contact }
}

async function formPage(visit: Visit, withId: string, id: string, values: FormValues, errors: FieldErrors) {
  const { team } = await keeperAt(visit)
  const line = await lineOf(visit, withId)
  return contactFormPage({ site: visit.site, team, line, id, values, errors })
}

async function answerPage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { contact } = await contactAt(visit)
  if (contact.heard === '') throw new Refusal('They raised nothing in that contact.', 404)
  return dayPage(visit, values, errors, {
    title: 'Tell them what came of it',
    told: `On ${inWords(contact.madeOn)} they raised: ${contact.heard}`,
    legend: 'When were they told?',
    button: 'They were told',
    verb: 'answer',
  })
}

async function promisePage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { contact } = await contactAt(visit)
  if (contact.promised === '') throw new Refusal('Nothing was promised in that contact.', 404)
  return dayPage(visit, values, errors, {
    title: 'A promise was kept',
    told: `On ${inWords(contact.madeOn)} we promised: ${contact.promised}`,
    legend: 'When was it kept?',
    button: 'It was kept',
    verb: 'promise',
  })
}

type Asked = Record<'title' | 'told' | 'legend' | 'button' | 'verb', string>

async function dayPage(visit: Visit, values: FormValues | null, errors: FieldErrors, { verb, ...asked }: Asked) {
  const { team, today, contact } = await contactAt(visit)
  const href = `${networkOf(team.id)}/contacts/${contact.id}`
  return noteDayPage({
    ...asked,
    site: visit.site,
    about: contact.label,
    name: 'on',
    action: `${href}/${verb}`,
    back: { href, words: 'The contact' },
    values: values ?? dayTyped('on', today),
    errors,
  })
}
