import { dayTyped } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { moveDays } from './move-days.ts'
import { panelDeskAt, roundAt, standingRefusal } from './panel-desk.ts'
import { seatForStep } from './panel-seat.ts'
import { readDays } from './round.form.ts'
import { movableDays } from './round.ts'
import { roundDaysPage } from './round-days.page.ts'

const days = '/desk/:force/rounds/:round/days'

/** Whoever leads a panel moves the days of what has not begun. */
export const roundDayRoutes: readonly Route[] = [
  get(days, may('sit on the panel'), askForDays),
  post(days, may('sit on the panel'), takeDays),
]

async function daysAt(visit: Visit) {
  const desk = await panelDeskAt(visit)
  const round = await seatForStep(visit.db, roundAt(visit), 'move the days', desk.member, null)
  return { ...desk, round, movable: movableDays(round, desk.today) }
}

async function askForDays(visit: Visit): Promise<Answer> {
  const { round, movable } = await daysAt(visit)
  return show(visit, Object.assign({}, ...movable.map((name) => dayTyped(name, round[name]))), {}, null)
}

async function show(visit: Visit, values: FormValues, errors: FieldErrors, refused: string | null) {
  const { force, round, movable } = await daysAt(visit)
  return roundDaysPage({ site: visit.site, force, round, movable, values, errors, refused })
}

async function takeDays(visit: Visit): Promise<Answer> {
  const { force, member, round, movable, today } = await daysAt(visit)
  const read = readDays(visit.form, round, movable, today)
  if (!read.ok) return shown(await show(visit, visit.form, read.errors, null), 422)
  try {
    await transaction(visit.db, (sql) => moveDays(sql, round.id, read.value, member))
  } catch (fault) {
    return shown(await show(visit, visit.form, {}, standingRefusal(fault)), 409)
  }
  return redirect(`/desk/${force.id}/rounds/${round.id}`)
}
