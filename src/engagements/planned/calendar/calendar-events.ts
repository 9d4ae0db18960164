import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Span } from '#platform/day.ts'
import { assignedTo, doubleBookings } from '../people/assigned-people.sql.ts'
import { advertisingRuleOf } from '../advertising/advertising.sql.ts'
import {
  clashesOf,
  isOver,
  stillToAdvertise,
  type PlannedEngagement,
  type StillToAdvertise,
} from '../planned-engagement.ts'
import { advertsOfPlans } from '../planned-engagements.sql.ts'

/** A planned engagement with all that a calendar shows beside it. */
export type CalendarEvent = {
  readonly planned: PlannedEngagement
  readonly teamName: string
  /** Names of those who are to be there. */
  readonly who: readonly string[]
  /** What it collides with, each in one sentence. */
  readonly clashes: readonly string[]
  /** It is over, and nobody has said what happened. */
  readonly unclosed: boolean
  readonly still: StillToAdvertise
}

type Around = {
  readonly force: { readonly id: string; readonly timeZone: string }
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly span: Span
  readonly now: Date
}

/** What the teams plan in a span, each with its people, its clashes and what its advertising lacks (R10). */
export async function calendarEvents(
  sql: Sql,
  plans: readonly PlannedEngagement[],
  { force, teams, span, now }: Around,
): Promise<CalendarEvent[]> {
  const ids = plans.map(({ id }) => id)
  const teamIds = teams.map(({ id }) => id)
  const [assigned, booked, adverts, rule] = await Promise.all([
    assignedTo(sql, ids),
    doubleBookings(sql, teamIds, span.from, span.to),
    advertsOfPlans(sql, ids),
    advertisingRuleOf(sql, force.id),
  ])
  const titles = clashesOf(plans)
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const whoOf = Map.groupBy(assigned, ({ plannedId }) => plannedId)
  const bookedOf = Map.groupBy(booked, ({ id }) => id)
  const advertsOf = Map.groupBy(adverts, ({ plannedId }) => plannedId)
  const today = dayAt(now, force.timeZone)
  return plans.map((planned) => ({
    planned,
    teamName: names.get(planned.teamId) ?? '',
    who: (whoOf.get(planned.id) ?? []).map(({ name }) => name),
    clashes: [
      ...clashWords(titles.get(planned.id) ?? []),
      ...(bookedOf.get(planned.id) ?? []).map(({ name, otherTitle }) => `${name} is also on ${otherTitle}`),
    ],
    unclosed: planned.state === 'planned' && isOver(planned, now, force.timeZone),
    still: stillToAdvertise(planned.heldOn, advertsOf.get(planned.id) ?? [], rule, today),
  }))
}

const clashWords = (titles: readonly string[]) => (titles.length === 0 ? [] : [`Clashes with ${titles.join(', ')}`])
