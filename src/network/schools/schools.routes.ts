import { randomUUID } from 'node:crypto'
import { halfTermsOf } from '#areas/areas.sql.ts'
import { termsAround, type HalfTerm } from '#areas/terms/half-term.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addMonths, day, type Day } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt, type Desk } from '../keeper-at.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { coverageOf, type Call } from './half-term-coverage.ts'
import { noteIntervention, notePlan } from './note-safer-schools.ts'
import { readIntervention, readPlan } from './safer-schools.form.ts'
import { interventionFormPage, planFormPage } from './safer-schools.page.ts'
import { interventionsByAbout } from './safer-schools.sql.ts'
import { schoolsPage } from './schools.page.ts'
import {
  callsOf,
  planCompletedOn,
  saferSchoolsTeams,
  saferSchoolsTouches,
  schoolsOf,
  youngEngagements,
} from './schools.sql.ts'

const schools = '/desk/:force/:team/schools'

/** The schools of a team, and its work with the Safer Schools and Communities Team. */
export const schoolRoutes: readonly Route[] = [
  get(schools, may('keep in touch'), showSchools),
  get(`${schools}/early-intervention`, may('keep in touch'), (visit) => interventionPage(visit, null, {})),
  post(`${schools}/early-intervention`, may('keep in touch'), takeIntervention),
  get(`${schools}/plan`, may('keep in touch'), (visit) => planPage(visit, null, {})),
  post(`${schools}/plan`, may('keep in touch'), takePlan),
]

/** The half terms shown side by side: about a school year. */
const mostColumns = 6

async function showSchools(visit: Visit): Promise<Answer> {
  const desk = await keeperAt(visit)
  const { team, today, force } = desk
  const terms = await termsOf(visit, desk)
  const begun = terms.filter(({ from }) => from <= today).slice(-mostColumns)
  const since = begun[0]?.from ?? addMonths(today, -12)
  const [known, calls, young, safer] = await Promise.all([
    schoolsOf(visit.db, force.id, team.id, since, today),
    callsOf(visit.db, team.id, day('1900-01-01'), today),
    youngEngagements(visit.db, team.id, addMonths(today, -12), today),
    saferSchoolsOf(visit, desk),
  ])
  return schoolsPage({
    site: visit.site,
    team,
    today,
    schools: known,
    columns: sinceNoted(begun, calls).map((halfTerm) => ({
      halfTerm,
      coverage: coverageOf(halfTerm, known, calls, today),
    })),
    next: terms.find(({ from }) => from > today) ?? null,
    lastCall: lastCalls(calls),
    young,
    safer,
    mayManage: visit.person !== null && isAllowed(visit.person, 'manage schools', visit.params),
  })
}

async function termsOf({ db }: Visit, { team: { schoolCouncil: council }, today }: Desk): Promise<HalfTerm[]> {
  if (council === null) return []
  const { from, to } = termsAround(today)
  const terms = await halfTermsOf(db, council, from, to)
  return terms.map((term) => ({ council, name: term.name, from: day(term.from), to: day(term.to) }))
}

/** Before the first call that anybody noted nothing is known, which is not the same as none; the last half term always stands. */
const sinceNoted = (begun: readonly HalfTerm[], calls: readonly Call[]): readonly HalfTerm[] =>
  begun.filter((term, n) => n === begun.length - 1 || calls.some(({ on }) => on <= term.to))

/** Calls come in order of day, so the last of each stays. */
const lastCalls = (calls: readonly Call[]): ReadonlyMap<string, Day> =>
  new Map(calls.map(({ subjectId, on }) => [subjectId, on]))

async function saferSchoolsOf({ db }: Visit, { force, team, today }: Desk) {
  const teams = await saferSchoolsTeams(db, force.id, team.id)
  const ids = teams.map(({ subjectId }) => subjectId)
  const [touches, planOn, interventions] = await Promise.all([
    saferSchoolsTouches(db, team.id, ids, 1),
    planCompletedOn(db, team.id, ids),
    interventionsByAbout(db, team.id, addMonths(today, -12), today),
  ])
  return { teams, touches, planOn, interventions, today }
}

async function interventionPage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { force, team, today } = await keeperAt(visit)
  const offered = await schoolsOf(visit.db, force.id, team.id, today, today)
  const id = values === null ? randomUUID() : idOrNew(values)
  const filled = values ?? dayTyped('foundOn', today)
  return interventionFormPage({ site: visit.site, team, id, schools: offered, values: filled, errors })
}

async function takeIntervention(visit: Visit): Promise<Answer> {
  const { force, team, today, keeper } = await keeperAt(visit)
  const offered = await schoolsOf(visit.db, force.id, team.id, today, today)
  const ids = offered.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]))
  const read = readIntervention(visit.form, ids, { teamId: team.id, today })
  if (!read.ok) return shown(await interventionPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => noteIntervention(sql, read.value, keeper))
  return redirect(`/desk/${team.id}/schools#safer-schools`)
}

async function teamsAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const teams = await saferSchoolsTeams(visit.db, desk.force.id, desk.team.id)
  if (teams.length === 0) throw new Refusal('Add the Safer Schools and Communities Team to the network first.', 404)
  return { ...desk, teams }
}

async function planPage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { team, today, teams } = await teamsAt(visit)
  const id = values === null ? randomUUID() : idOrNew(values)
  return planFormPage({ site: visit.site, team, id, teams, values: values ?? dayTyped('completedOn', today), errors })
}

async function takePlan(visit: Visit): Promise<Answer> {
  const { team, today, keeper, teams } = await teamsAt(visit)
  const ids = teams.map(({ subjectId }) => subjectId)
  const read = readPlan(visit.form, ids, { teamId: team.id, today })
  if (!read.ok) return shown(await planPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => notePlan(sql, read.value, keeper))
  return redirect(`/desk/${team.id}/schools#safer-schools`)
}
