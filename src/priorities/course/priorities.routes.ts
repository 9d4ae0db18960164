import { keeperAt } from '#network/keeper-at.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { Refusal } from '#platform/refusal.ts'
import { dayAt } from '#platform/day.ts'
import { concernRoutes } from '#priorities/triage/concerns.routes.ts'
import { prioritiesPage } from './priorities.page.ts'
import { prioritiesOf } from '#priorities/priorities.sql.ts'
import { allows, deskOfPriority, offeredAt, priorityAt } from './priority-at.ts'
import { priorityPage } from './priority.page.ts'
import { noteCall } from './report-back.ts'
import { proposePriority } from './set-priority.ts'
import { proposalFields } from './step-fields.page.ts'
import { newPriorityPage } from './step.page.ts'
import { readProposal } from './step.form.ts'
import { stepRoutes } from './steps.routes.ts'
import { rewordingRoutes } from '#priorities/rewording/rewording.routes.ts'
import { tellUsRoutes } from '#priorities/raised/tell-us.routes.ts'
import { finishAction } from './work-on-priority.ts'

const list = '/desk/:force/:team/priorities'
const one = `${list}/:priority`

/** From a concern to its outcome (W1): what residents send, what the team decides, does and tells. */
export const priorityRoutes: readonly Route[] = [
  ...concernRoutes,
  get(list, may('see this week'), showList),
  get(`${list}/new`, may('work on priorities'), (visit) => newForm(visit, {}, {})),
  post(`${list}/new`, may('work on priorities'), takeNew),
  get(one, may('see this week'), async (visit) => priorityPage(await deskOfPriority(visit, null))),
  post(`${one}/actions/:action/done`, may('work on priorities'), takeDone),
  post(`${one}/told/:contact`, may('work on priorities'), takeCall),
  ...stepRoutes(one),
  ...rewordingRoutes(one),
  ...tellUsRoutes,
]

async function showList(visit: Visit): Promise<Answer> {
  const { team } = await keeperAt(visit)
  const priorities = await prioritiesOf(visit.db, team.id)
  return prioritiesPage({ site: visit.site, team, priorities, mayPropose: allows(visit, 'work on priorities') })
}

async function newForm(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team } = await keeperAt(visit)
  const fields = proposalFields(values, errors, await offeredAt(visit))
  return newPriorityPage({ site: visit.site, team, id: idOrNew(values), fields, errors })
}

async function takeNew(visit: Visit): Promise<Answer> {
  const { team, keeper } = await keeperAt(visit)
  const { neighbourhoods } = await offeredAt(visit)
  const ids = neighbourhoods.map((each) => each.id)
  const read = readProposal(visit.form, ids)
  if (!read.ok) return shown(await newForm(visit, visit.form, read.errors), 422)
  const id = idOrNew(visit.form)
  await transaction(visit.db, (sql) => proposePriority(sql, { ...read.value, id }, keeper))
  return redirect(`/desk/${team.id}/priorities/${id}`)
}

async function takeDone(visit: Visit): Promise<Answer> {
  const { team, force, keeper, priority } = await priorityAt(visit)
  const id = named(visit, 'action')
  const done = { id, priorityId: priority.id, on: dayAt(visit.now, force.timeZone) }
  await transaction(visit.db, (sql) => finishAction(sql, done, keeper))
  return redirect(`/desk/${team.id}/priorities/${priority.id}`)
}

async function takeCall(visit: Visit): Promise<Answer> {
  const { team, keeper, priority } = await priorityAt(visit)
  const id = named(visit, 'contact')
  await transaction(visit.db, (sql) => noteCall(sql, priority.id, id, keeper))
  return redirect(`/desk/${team.id}/priorities/${priority.id}`)
}

function named({ params }: Visit, name: string): string {
  const id = params[name] ?? ''
  if (!isUuid(id)) throw new Refusal('There is no such thing here.', 404)
  return id
}
