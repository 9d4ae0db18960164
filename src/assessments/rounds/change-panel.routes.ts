import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { changePanelPage } from './change-panel.page.ts'
import { changePanel, panelToChange } from './change-panel.ts'
import { panelDeskAt, roundAt } from './panel-desk.ts'
import { panelPeople } from './panel.sql.ts'

const panel = '/desk/:force/rounds/:round/panel'

/** Whoever leads a panel adds members or hands it over; where they have left, anybody of the office does. */
export const changePanelRoutes: readonly Route[] = [
  get(panel, may('sit on the panel'), askForPanel),
  post(panel, may('sit on the panel'), takePanel),
]

async function panelAt(visit: Visit) {
  const desk = await panelDeskAt(visit)
  const round = await panelToChange(visit.db, roundAt(visit), desk.member)
  return { ...desk, round, people: await panelPeople(visit.db, desk.force.id) }
}

async function askForPanel(visit: Visit): Promise<Answer> {
  const { round } = await panelAt(visit)
  return show(visit, { chairId: round.hasChairLeft ? '' : round.chairId }, {})
}

async function show(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { force, round, people } = await panelAt(visit)
  const members = people.filter(({ id }) => round.memberIds.includes(id))
  const others = people.filter(({ id }) => !round.memberIds.includes(id))
  return changePanelPage({ site: visit.site, force, round, members, others, values, errors })
}

async function takePanel(visit: Visit): Promise<Answer> {
  const { force, member, round, people } = await panelAt(visit)
  const joining = typedList(visit.form, 'joining').filter((id) => people.some((person) => person.id === id))
  const chairId = typed(visit.form, 'chairId')
  const mayLead = people.some(({ id }) => id === chairId && (round.memberIds.includes(id) || joining.includes(id)))
  if (!mayLead)
    return shown(await show(visit, visit.form, { chairId: 'Choose who leads from those on the panel' }), 422)
  await transaction(visit.db, (sql) => changePanel(sql, { roundId: round.id, joining, chairId }, member))
  return redirect(`/desk/${force.id}/rounds`)
}
