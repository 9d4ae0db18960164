import { randomUUID } from 'node:crypto'
import { teamsOf } from '#areas/areas.sql.ts'
import { keeperAt } from '#network/keeper-at.ts'
import { ownedByAll } from '#network/handover/handovers.sql.ts'
import { introductionsDue } from '#network/handover/introductions.sql.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { findColleague } from '#people/team/team-people.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { addDays } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { handOverAll } from './hand-over.ts'
import { readHandover } from './handover.form.ts'
import { handoverPage } from './handover.page.ts'
import { leftBehind } from './left-behind.ts'
import { ownersPage } from './owners.page.ts'

const address = '/desk/:force/:team/handover'

/** Handing over, so that nobody who leaves leaves anything behind without an owner. */
export const handoverRoutes: readonly Route[] = [
  get(address, may('hand over'), showOwners),
  get(`${address}/:person`, may('hand over'), (visit) => formPage(visit, {}, {})),
  post(`${address}/:person`, may('hand over'), takeHandover, { maxBytes: 4_000_000 }),
]

async function showOwners(visit: Visit): Promise<Answer> {
  const { team, today } = await keeperAt(visit)
  const [owners, introductions] = await Promise.all([
    ownedByAll(visit.db, team.id),
    introductionsDue(visit.db, team.id, addDays(today, 366)),
  ])
  const handed = typed(visit.query, 'handed') !== ''
  return ownersPage({ site: visit.site, team, owners, introductions, handed })
}

async function takeHandover(visit: Visit): Promise<Answer> {
  const { keeper, team, today, person, mayLetGo, teams } = await personAt(visit)
  const left = await leftBehind(visit.db, team.id, person.id, today)
  const teamIds = teams.map(({ id }) => id)
  const read = readHandover(visit.form, { ...left, fromPerson: person.id, today, teamIds, mayLetGo })
  if (!read.ok) return shown(await formPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => handOverAll(sql, read.value, person, keeper))
  return redirect(`/desk/${team.id}/handover?handed=yes`)
}

async function personAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const person = await findColleague(visit.db, desk.force.id, visit.params['person'] ?? '')
  if (!person || (person.teamId !== null && person.teamId !== desk.team.id))
    throw new Refusal(`${desk.team.name} has nobody of that kind.`, 404)
  const isOfTeam = person.teamId === desk.team.id && person.endedOn === null
  const mayLetGo = isOfTeam && visit.person !== null && isAllowed(visit.person, 'manage people', visit.params)
  return { ...desk, person, mayLetGo, teams: await teamsOf(visit.db, desk.force.id) }
}

async function formPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, teams, today, person, mayLetGo } = await personAt(visit)
  const left = await leftBehind(visit.db, team.id, person.id, today)
  const id = typed(values, 'id') || randomUUID()
  return handoverPage({ site: visit.site, team, teams, today, person, id, mayLetGo, values, errors, ...left })
}
