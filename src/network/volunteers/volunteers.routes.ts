import { randomUUID } from 'node:crypto'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays, addMonths, startOfMonth } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { noteDayPage } from '../contacts/note-day.page.ts'
import { readDayAfter } from '../contacts/told-contact.ts'
import { keeperAt } from '../keeper-at.ts'
import { dayTyped } from '../typed-parts.ts'
import { addVolunteer, endVolunteer } from './keep-volunteer.ts'
import { offerTask, withdrawTask } from './offer-task.ts'
import { findTask, hoursByMonth, tasksFrom } from './tasks.sql.ts'
import { readTask, readVolunteer } from './told-volunteer.form.ts'
import { volunteersPage } from './volunteers.page.ts'
import { findVolunteer, loginsWithoutRecord, volunteersOf } from './volunteers.sql.ts'

const volunteers = '/desk/:force/:team/volunteers'

/** A team's volunteers, and the tasks offered to them. */
export const volunteerRoutes: readonly Route[] = [
  get(volunteers, may('offer tasks'), (visit) => listPage(visit, {}, {})),
  post(volunteers, may('offer tasks'), takeVolunteer),
  get(`${volunteers}/:volunteer/end`, may('offer tasks'), (visit) => endPage(visit, null, {})),
  post(`${volunteers}/:volunteer/end`, may('offer tasks'), takeEnd),
  post(`${volunteers}/tasks`, may('offer tasks'), takeOffer),
  post(`${volunteers}/tasks/:task/withdraw`, may('offer tasks'), takeWithdrawal),
]

async function takeVolunteer(visit: Visit): Promise<Answer> {
  const { keeper, team, today } = await keeperAt(visit)
  const logins = (await loginsWithoutRecord(visit.db, team.id)).map(({ id }) => id)
  const read = readVolunteer(visit.form, { today, logins })
  if (!read.ok) return shown(await listPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => addVolunteer(sql, read.value, keeper))
  return redirect(`/desk/${team.id}/volunteers`)
}

async function takeEnd(visit: Visit): Promise<Answer> {
  const { keeper, team, today, volunteer } = await volunteerAt(visit)
  const read = readDayAfter(visit.form, { madeOn: volunteer.activeFrom, today })
  if (!read.ok) return shown(await endPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => endVolunteer(sql, volunteer, read.value, keeper))
  return redirect(`/desk/${team.id}/volunteers`)
}

async function takeOffer(visit: Visit): Promise<Answer> {
  const { keeper, team, today } = await keeperAt(visit)
  const read = readTask(visit.form, team.id, today)
  if (!read.ok) return shown(await listPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => offerTask(sql, read.value, keeper))
  return redirect(`/desk/${team.id}/volunteers`)
}

async function takeWithdrawal(visit: Visit): Promise<Answer> {
  const { keeper, team } = await keeperAt(visit)
  const task = await findTask(visit.db, team.id, visit.params['task'] ?? '')
  if (!task) throw new Refusal(`${team.name} offers no such task.`, 404)
  await transaction(visit.db, (sql) => withdrawTask(sql, task.id, keeper))
  return redirect(`/desk/${team.id}/volunteers`)
}

async function volunteerAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const volunteer = await findVolunteer(visit.db, desk.team.id, visit.params['volunteer'] ?? '')
  if (!volunteer) throw new Refusal(`${desk.team.name} has no such volunteer.`, 404)
  return { ...desk, volunteer }
}

async function listPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, today } = await keeperAt(visit)
  const [people, tasks, months, logins] = await Promise.all([
    volunteersOf(visit.db, team.id),
    tasksFrom(visit.db, team.id, addDays(today, -28)),
    hoursByMonth(visit.db, [team.id], addMonths(startOfMonth(today), -11)),
    loginsWithoutRecord(visit.db, team.id),
  ])
  const known = { site: visit.site, team, today, volunteers: people, tasks, months, logins }
  const begun = { ...dayTyped('activeFrom', today), ...values }
  const ids = { task: randomUUID(), volunteer: randomUUID() }
  return volunteersPage({ ...known, ids, values: begun, errors })
}

async function endPage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { team, today, volunteer } = await volunteerAt(visit)
  const back = { href: `/desk/${team.id}/volunteers`, words: 'Volunteers' }
  return noteDayPage({
    site: visit.site,
    title: 'A volunteer leaves',
    about: volunteer.name,
    told: 'What they took and have not done is offered again.',
    name: 'on',
    legend: 'Their last day',
    action: `${back.href}/${volunteer.id}/end`,
    back,
    button: 'Note their last day',
    values: values ?? dayTyped('on', today),
    errors,
  })
}
