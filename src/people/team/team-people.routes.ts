import { teamsOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { addPerson } from '#people/add-person.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { colleaguePage } from './colleague.page.ts'
import { endPerson, placePerson } from './leave-team.ts'
import { readLastDay, readNewPerson, readPlace } from './team-people.form.ts'
import { teamPeoplePage } from './team-people.page.ts'
import { findColleague, peopleOfTeam } from './team-people.sql.ts'

const people = '/desk/:force/:team/people'

/** The people of a team: who is here, somebody new, another role or team, and the last day. */
export const teamPeopleRoutes: readonly Route[] = [
  get(people, may('manage people'), (visit) => listPage(visit, {}, {})),
  post(people, may('manage people'), takeNew),
  get(`${people}/:person`, may('manage people'), (visit) => onePage(visit, null, {})),
  post(`${people}/:person/place`, may('manage people'), takePlace),
  post(`${people}/:person/end`, may('manage people'), takeEnd),
]

async function takeNew(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const read = readNewPerson(visit.form)
  if (!read.ok) return shown(await listPage(visit, visit.form, read.errors), 422)
  try {
    const by = { personId: visit.person?.id ?? null, now: visit.now }
    await addPerson(visit.db, { ...read.value, forceId: force.id, teamId: team.id }, by)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const field = fault.status === 409 ? 'email' : 'password'
    return shown(await listPage(visit, visit.form, { [field]: fault.message }), 422)
  }
  return redirect(`/desk/${team.id}/people`)
}

async function takePlace(visit: Visit): Promise<Answer> {
  const { force, team, person } = await colleagueAt(visit)
  const teams = await teamsOf(visit.db, force.id)
  const read = readPlace(
    visit.form,
    teams.map(({ id }) => id),
  )
  if (!read.ok) return shown(await onePage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => placePerson(sql, person, read.value, byOf(visit)))
  return redirect(`/desk/${team.id}/people`)
}

async function takeEnd(visit: Visit): Promise<Answer> {
  const { force, team, person } = await colleagueAt(visit)
  const read = readLastDay(visit.form, dayAt(visit.now, force.timeZone))
  if (!read.ok) return shown(await onePage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => endPerson(sql, person, read.value, byOf(visit)))
  return redirect(`/desk/${team.id}/people`)
}

const byOf = (visit: Visit) => ({ personId: visit.person?.id ?? null, at: visit.now })

async function colleagueAt(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const person = await findColleague(visit.db, force.id, visit.params['person'] ?? '')
  if (person?.teamId !== team.id) throw new Refusal(`${team.name} has nobody of that kind.`, 404)
  return { force, team, person }
}

async function listPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team } = await teamAt(visit.db, visit.params)
  return teamPeoplePage({ site: visit.site, team, people: await peopleOfTeam(visit.db, team.id), values, errors })
}

async function onePage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { force, team, person } = await colleagueAt(visit)
  const teams = await teamsOf(visit.db, force.id)
  const begun = values ?? { role: person.role, teamId: team.id }
  return colleaguePage({ site: visit.site, team, teams, person, values: begun, errors })
}
