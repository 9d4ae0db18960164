import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { InCalendar } from './calendar-file.ts'

type Told = readonly [
  id: string,
  title: string,
  place: string,
  latitude: number | null,
  longitude: number | null,
  accessibility: string,
  howToAsk: string | null,
  heldOn: Day,
  begins: string,
  ends: string,
  state: InCalendar['state'],
  sequence: number,
  reason: string | null,
  changedAt: string,
]

/**
 * What a team plans, and what it planned in the last ninety days, in order of time. It comes as one JSON text of bare values,
 * since half a thousand lines read column by column would cost more than the calendar that is written of them.
 */
export async function calendarOfTeam(sql: Sql, teamId: string, now: Date): Promise<InCalendar[]> {
  const [row] = await sql<{ planned: Told[] }[]>`
    select coalesce(json_agg(json_build_array(id, title, place, latitude, longitude, accessibility, how_to_ask, held_on, begins,
      ends, state, sequence, reason, changed_at)), '[]') as planned
    from (
      select p.*, p.location[1] as latitude, p.location[0] as longitude
      from planned_engagement p join team t on t.id = p.team_id join force f on f.id = t.force_id
      where p.team_id = ${teamId} and p.held_on >= (${now}::timestamptz at time zone f.time_zone)::date - 90
      order by p.held_on, p.begins, p.id limit 5000) p`
  return (row?.planned ?? []).map((told) => inCalendar(teamId, told))
}

function inCalendar(teamId: string, told: Told): InCalendar {
  const [id, title, place, latitude, longitude, accessibility, howToAsk, heldOn, begins, ends, ...rest] = told
  const [state, sequence, reason, changedAt] = rest
  const location = latitude === null || longitude === null ? null : { latitude, longitude }
  const times = { begins: begins.slice(0, 5), ends: ends.slice(0, 5), changedAt: new Date(changedAt) }
  return { id, teamId, title, place, location, accessibility, howToAsk, heldOn, state, sequence, reason, ...times }
}
