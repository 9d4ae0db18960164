import { pointOfJson } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Engagement } from '../engagement.ts'

/** An engagement with when it was recorded and by whom. */
export type Recorded = { readonly engagement: Engagement; readonly at: Date; readonly by: string | null }

/**
 * Keeps engagements in one statement and answers how many were new: those kept already stay as they are, since phones
 * resend what they could not confirm. Evidence is the caller's.
 */
export async function saveEngagements(sql: Sql, recorded: readonly Recorded[]): Promise<number> {
  const saved = await sql`
    insert into engagement (id, team_id, title, method, held_on, began_at, place, neighbourhood_id, location, reached, spoke_with,
      raised_a_concern, communities, led_by, advertised, days_advertised, key_event, volunteers, volunteer_hours, special_constables, rural_crime_team, assessment_criteria, in_niche, figure_from, confidence, recorded_by, recorded_at)
    select e.id, e."teamId", e.title, e.method, e."heldOn", e."beganAt", e.place, e."neighbourhoodId", ${pointOfJson(sql, 'e.location')}, e.reached, e."spokeWith",
      e."raisedAConcern", array(select jsonb_array_elements_text(e.communities)), e."ledBy", e.advertised, e."daysAdvertised",
      e."keyEvent", e.volunteers, e."volunteerHours", e."specialConstables", e."ruralCrimeTeam", e."assessmentCriteria", e."inNiche", e."figureFrom", e.confidence, e.by, e.at
    from jsonb_to_recordset(${sql.json(recorded.map(columns))}) as e (id uuid, "teamId" text, title text, method text, "heldOn" date,
      "beganAt" time, place text, "neighbourhoodId" text, location jsonb, reached int, "spokeWith" int, "raisedAConcern" int, communities jsonb,
      "ledBy" text, advertised boolean, "daysAdvertised" int, "keyEvent" boolean, volunteers boolean, "volunteerHours" numeric, "specialConstables" boolean, "ruralCrimeTeam" boolean, "assessmentCriteria" boolean, "inNiche" boolean, "figureFrom" text, confidence text,
      by uuid, at timestamptz)
    on conflict (id) do nothing returning id`
  return saved.length
}

const columns = ({ engagement, at, by }: Recorded) => {
  const { footfall, communities, ...rest } = engagement
  return { ...rest, ...footfall, communities: [...communities], by, at: at.toISOString() }
}
