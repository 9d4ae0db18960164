import { locationColumn } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Engagement, Footfall } from '../engagement.ts'
import { isUuid } from '../is-uuid.ts'

type Row = Omit<Engagement, 'footfall'> & Footfall

/** One engagement of a team, or null. */
export async function findEngagement(sql: Sql, teamId: string, id: string): Promise<Engagement | null> {
  if (!isUuid(id)) return null
  const [row] = await sql<Row[]>`
    select id, team_id as "teamId", title, method, held_on as "heldOn", to_char(began_at, 'HH24:MI') as "beganAt", place,
      neighbourhood_id as "neighbourhoodId", ${locationColumn(sql)} as location, reached, spoke_with as "spokeWith", raised_a_concern as "raisedAConcern",
      communities, led_by as "ledBy", advertised, days_advertised as "daysAdvertised", key_event as "keyEvent",
      volunteers, volunteer_hours::float8 as "volunteerHours", special_constables as "specialConstables", rural_crime_team as "ruralCrimeTeam",
      assessment_criteria as "assessmentCriteria", in_niche as "inNiche", figure_from as "figureFrom", confidence
    from engagement where id = ${id} and team_id = ${teamId}`
  if (!row) return null
  const { reached, spokeWith, raisedAConcern, figureFrom, confidence, ...engagement } = row
  return { ...engagement, footfall: { reached, spokeWith, raisedAConcern, figureFrom, confidence } }
}

/** Whether an engagement was recorded by mistake and withdrawn since. */
export async function isWithdrawn(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select id from engagement where id = ${id} and withdrawn_at is not null`
  return rows.length > 0
}

/** Takes down a figure that nobody had taken; answers false, and changes nothing, where there is one already. */
export async function saveFootfall(sql: Sql, id: string, footfall: Footfall): Promise<boolean> {
  const saved = await sql`
    update engagement set reached = ${footfall.reached}, spoke_with = ${footfall.spokeWith},
      raised_a_concern = ${footfall.raisedAConcern}, figure_from = ${footfall.figureFrom}, confidence = ${footfall.confidence}
    where id = ${id} and reached is null and withdrawn_at is null returning id`
  return saved.length > 0
}

/** The number, in its chain, of the row that says an engagement was held, where nothing has superseded it yet. */
export async function seqOfEvidence(sql: Sql, chain: string, engagementId: string): Promise<number | null> {
  const [row] = await sql<{ seq: number }[]>`
    select e.seq from evidence e
    where e.chain = ${chain} and e.source = ${`engagement/${engagementId}`} and e.kind = 'engagement held' and e.effect in ('states', 'corrects')
      and not exists (select 1 from evidence s where s.chain = e.chain and s.supersedes = e.seq
        and s.effect in ('corrects', 'withdraws'))
    order by e.seq desc limit 1`
  return row?.seq ?? null
}
