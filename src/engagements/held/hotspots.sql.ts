import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { By, HeardAt } from './close-outs.sql.ts'
import type { Hotspot } from './hotspot.ts'

const columns = (sql: Sql) => sql`
  h.id, h.team_id as "teamId", h.place, h.neighbourhood_id as "neighbourhoodId", h.why, h.identified_on as "identifiedOn"`

/** A hotspot with the street corner meeting that answered it. */
export type HotspotLine = Hotspot & { readonly answeredBy: string | null; readonly answeredOn: Day | null }

/** A team's hotspots, those that wait for an answer first, then the newest. */
export const hotspotsOf = (sql: Sql, teamId: string) => sql<HotspotLine[]>`
  select ${columns(sql)}, h.answered_by as "answeredBy", e.held_on as "answeredOn"
  from hotspot h left join engagement e on e.id = h.answered_by
  where h.team_id = ${teamId} order by h.answered_by is not null, h.identified_on desc, h.id limit 200`

/** A team's hotspots that no street corner meeting has answered, the oldest first. */
export const openHotspots = (sql: Sql, teamId: string) => sql<Hotspot[]>`
  select ${columns(sql)} from hotspot h
  where h.team_id = ${teamId} and h.answered_by is null order by h.identified_on, h.id limit 200`

/** Keeps a hotspot; false where a form sent before told of it. */
export async function saveHotspot(sql: Sql, hotspot: Hotspot, { at, personId }: By): Promise<boolean> {
  const saved = await sql`
    insert into hotspot (id, team_id, place, neighbourhood_id, why, identified_on, recorded_at, recorded_by)
    values (${hotspot.id}, ${hotspot.teamId}, ${hotspot.place}, ${hotspot.neighbourhoodId}, ${hotspot.why},
      ${hotspot.identifiedOn}, ${at}, ${personId})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Marks an open hotspot answered by an engagement held since; none where another meeting came first. */
export const answerHotspot = (sql: Sql, held: HeardAt, hotspotId: string) => sql<{ id: string }[]>`
  update hotspot set answered_by = ${held.id}
  where id = ${hotspotId} and team_id = ${held.teamId} and answered_by is null and identified_on <= ${held.heldOn}
  returning id`

/** A hotspot that a withdrawn engagement had answered waits again. */
export const reopenHotspots = (sql: Sql, engagementId: string) => sql`
  update hotspot set answered_by = null where answered_by = ${engagementId}`
