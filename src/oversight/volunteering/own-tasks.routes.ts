import { teamAt } from '#areas/team-at.ts'
import { plansOfPerson } from '#engagements/planned/people/assigned-people.sql.ts'
import { plannedBetween } from '#engagements/planned/planned-engagements.sql.ts'
import { giveBackTask, noteHours, takeTask } from '#network/volunteers/offer-task.ts'
import { findTask, hoursGivenBy, tasksFrom } from '#network/volunteers/tasks.sql.ts'
import { readOwnHours, readTaskHours } from '#network/volunteers/told-hours.ts'
import { volunteerOfPerson } from '#network/volunteers/volunteers.sql.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays, addMonths, dayAt } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { ownTasksPage } from './own-tasks.page.ts'

const address = '/desk/:force/:team/tasks'

/** What volunteers do for themselves: see what is offered, take a task, give it back, note their hours. */
export const ownTaskRoutes: readonly Route[] = [
  get(address, may('take tasks'), (visit) => ownPage(visit, {}, {})),
  post(`${address}/hours`, may('take tasks'), takeOwnHours),
  post(`${address}/:task/take`, may('take tasks'), takeUp),
  post(`${address}/:task/give-back`, may('take tasks'), takeBack),
  post(`${address}/:task/hours`, may('take tasks'), takeTaskHours),
]

async function takeUp(visit: Visit): Promise<Answer> {
  const { keeper, volunteer, task } = await taskAt(visit)
  await transaction(visit.db, (sql) => takeTask(sql, task, volunteer, keeper))
  return redirect(`/desk/${volunteer.teamId}/tasks`)
}

async function takeBack(visit: Visit): Promise<Answer> {
  const { keeper, volunteer, task } = await taskAt(visit)
  await transaction(visit.db, (sql) => giveBackTask(sql, task, volunteer, keeper))
  return redirect(`/desk/${volunteer.teamId}/tasks`)
}

async function takeTaskHours(visit: Visit): Promise<Answer> {
  const { keeper, volunteer, today, task } = await taskAt(visit)
  if (task.takenBy !== volunteer.id) throw new Refusal('This task is not yours.', 403)
  const read = readTaskHours(visit.form, task, { volunteer, today })
  if (!read.ok) return shown(await ownPage(visit, { ...visit.form, of: task.id }, read.errors), 422)
  await transaction(visit.db, (sql) => noteHours(sql, read.value, volunteer, keeper))
  return redirect(`/desk/${volunteer.teamId}/tasks`)
}

async function takeOwnHours(visit: Visit): Promise<Answer> {
  const { keeper, volunteer, today } = await volunteerAt(visit)
  const read = readOwnHours(visit.form, { volunteer, today })
  if (!read.ok) return shown(await ownPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => noteHours(sql, read.value, volunteer, keeper))
  return redirect(`/desk/${volunteer.teamId}/tasks`)
}

async function volunteerAt({ db, params, person, now }: Visit) {
  const { force, team } = await teamAt(db, params)
  const personId = person?.id ?? ''
  const volunteer = personId === '' ? null : await volunteerOfPerson(db, team.id, personId)
  if (!volunteer)
    throw new Refusal(`${team.name} does not know you as a volunteer yet. Ask its sergeant to add you.`, 404)
  const keeper = { personId, at: now, forceId: force.id, teamId: team.id, timeZone: force.timeZone }
  return { team, today: dayAt(now, force.timeZone), volunteer, keeper }
}

async function taskAt(visit: Visit) {
  const own = await volunteerAt(visit)
  const task = await findTask(visit.db, own.team.id, visit.params['task'] ?? '')
  if (!task) throw new Refusal(`${own.team.name} offers no such task.`, 404)
  return { ...own, task }
}

async function ownPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, today, volunteer } = await volunteerAt(visit)
  const until = addDays(today, 90)
  const since = addMonths(today, -12)
  const [tasks, plans, assigned, hours] = await Promise.all([
    tasksFrom(visit.db, team.id, addDays(today, -60)),
    plannedBetween(visit.db, team.id, today, until),
    plansOfPerson(visit.db, team.id, volunteer.personId ?? '', today, until),
    hoursGivenBy(visit.db, volunteer.id, since),
  ])
  const own = new Set(assigned.map(({ id }) => id))
  const events = plans.filter(({ id, state }) => own.has(id) && state === 'planned')
  const given = { hours, since }
  return ownTasksPage({ site: visit.site, team, today, volunteer, tasks, events, given, values, errors })
}
