import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { seatForStep, type PanelMember } from './panel-seat.ts'
import { dayNames, movableDays, movedFaults, type Days } from './round.ts'
import { saveDays } from './rounds.sql.ts'

/**
 * Moves the days of a round in the caller’s transaction. Throws a Refusal where it is not the chair (403), what the day belongs to has
 * begun (409), or a day is over or out of order (422).
 */
export async function moveDays(sql: Sql, roundId: string, moved: Days, member: PanelMember): Promise<void> {
  const round = await seatForStep(sql, roundId, 'move the days', member, 'alone')
  const { at, personId, timeZone } = member
  const today = dayAt(at, timeZone)
  const names = dayNames.filter((name) => moved[name] !== round[name])
  const movable = movableDays(round, today)
  if (names.some((name) => !movable.includes(name)))
    throw new Refusal('What this day belongs to has begun meanwhile. Open the form again.', 409)
  const [fault] = Object.values(movedFaults(round, moved, today))
  if (fault !== undefined) throw new Refusal(`${fault}.`)
  if (names.length === 0) return
  await saveDays(sql, roundId, moved)
  const detail = Object.fromEntries(names.flatMap((name) => [[name, moved[name]], [`${name} was`, round[name]]])) // prettier-ignore
  await audit(sql, { at, personId, verb: 'move the days', about: `round/${roundId}`, detail })
}
