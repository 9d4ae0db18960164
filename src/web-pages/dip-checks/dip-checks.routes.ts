import { randomUUID } from 'node:crypto'
import { teamsOf } from '#areas/areas.sql.ts'
import { forceAt, teamAt } from '#areas/team-at.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { answerDipCheck, drawPage, putRight, setQuestions, type Supervisor } from './check-page.ts'
import { readFound, readQuestions } from './dip-check.form.ts'
import { answeredDipCheckPage, askDipCheckPage, dipChecksPage, questionsPage } from './dip-check.page.ts'
import { dipChecksOf, findDipCheck, itemsOf, questionsOf } from './dip-checks.sql.ts'

const checks = '/desk/:force/dip-check'
const settings = '/desk/:force/settings/dip-check'

/** Supervisors look at pages drawn by lot (D7.1), and teams put right what was found. */
export const dipCheckRoutes: readonly Route[] = [
  get(checks, may('dip-check pages'), showChecks),
  post(checks, may('dip-check pages'), takeDraw),
  get(`${checks}/:id`, may('dip-check pages'), (visit) => showCheck(visit, {}, {})),
  post(`${checks}/:id`, may('dip-check pages'), takeFound),
  get(settings, may('set dip-check questions'), showQuestions),
  post(settings, may('set dip-check questions'), takeQuestions),
  post('/desk/:force/:team/page/dip-check/:id/:place', may('write for the page'), takeFixed),
]

async function supervisorAt(visit: Visit) {
  const force = await forceAt(visit.db, visit.params)
  if (visit.person === null) throw new Refusal('Sign in first.', 401)
  const { id: forceId, timeZone } = force
  const supervisor: Supervisor = { personId: visit.person.id, at: visit.now, forceId, timeZone }
  return { force, supervisor, today: dayAt(visit.now, timeZone) }
}

async function showChecks(visit: Visit): Promise<Answer> {
  const { force } = await supervisorAt(visit)
  const maySet = visit.person !== null && isAllowed(visit.person, 'set dip-check questions', visit.params)
  return dipChecksPage({
    site: visit.site,
    force,
    id: randomUUID(),
    checks: await dipChecksOf(visit.db, force.id),
    maySet,
  })
}

async function takeDraw(visit: Visit): Promise<Answer> {
  const { force, supervisor } = await supervisorAt(visit)
  const id = typed(visit.form, 'id')
  if (!isUuid(id)) throw new Refusal('Open the page again and draw from there.')
  const teamIds = (await teamsOf(visit.db, force.id)).map((team) => team.id)
  const seed = randomUUID()
  const drawn = await transaction(visit.db, (sql) => drawPage(sql, { id, seed, teamIds }, supervisor))
  return redirect(`/desk/${force.id}/dip-check/${drawn.id}`)
}

async function checkAt(visit: Visit) {
  const desk = await supervisorAt(visit)
  const id = visit.params['id'] ?? ''
  const check = isUuid(id) ? await findDipCheck(visit.db, desk.force.id, id) : null
  if (!check) throw new Refusal('There is no such dip-check.', 404)
  const [force = '', slug = ''] = check.teamId.split('/')
  const { team } = await teamAt(visit.db, { force, team: slug })
  return { ...desk, check, team }
}

async function showCheck(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { force, team, check, supervisor } = await checkAt(visit)
  const { site } = visit
  if (check.checkedOn !== null || check.drawnBy !== supervisor.personId)
    return answeredDipCheckPage({ site, force, team, check, items: await itemsOf(visit.db, check.id) })
  const questions = await questionsOf(visit.db, force.id)
  return askDipCheckPage({ site, force, team, check, questions, values, errors })
}

async function takeFound(visit: Visit): Promise<Answer> {
  const { force, check, supervisor, today } = await checkAt(visit)
  const read = readFound(visit.form, await questionsOf(visit.db, force.id), today)
  if (!read.ok) return shown(await showCheck(visit, visit.form, read.errors), 422)
  try {
    await transaction(visit.db, (sql) => answerDipCheck(sql, check.id, read.value, supervisor))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return shown(await showCheck(visit, visit.form, { 'finding-1': fault.message }), 409)
  }
  return redirect(`/desk/${force.id}/dip-check/${check.id}`)
}

async function takeFixed(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const { id: dipCheckId = '', place = '' } = visit.params
  if (!isUuid(dipCheckId) || !/^\d{1,3}$/.test(place)) throw new Refusal('There is no such question.', 404)
  const fixing = { teamId: team.id, personId: visit.person?.id ?? '', at: visit.now, timeZone: force.timeZone }
  await transaction(visit.db, (sql) => putRight(sql, { dipCheckId, place: Number(place) }, fixing))
  return redirect(`/desk/${team.id}`)
}

async function showQuestions(visit: Visit): Promise<Answer> {
  const { force } = await supervisorAt(visit)
  const questions = (await questionsOf(visit.db, force.id)).join('\n')
  const saved = typed(visit.query, 'saved') !== ''
  return questionsPage({ site: visit.site, force, values: { questions }, errors: {}, saved })
}

async function takeQuestions(visit: Visit): Promise<Answer> {
  const { force, supervisor } = await supervisorAt(visit)
  const read = readQuestions(visit.form)
  const { site, form: values } = visit
  if (!read.ok) return shown(questionsPage({ site, force, values, errors: read.errors, saved: false }), 422)
  await transaction(visit.db, (sql) => setQuestions(sql, read.value, supervisor))
  return redirect(`/desk/${force.id}/settings/dip-check?saved=1`)
}
