import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { EarlyIntervention, SaferSchoolsPlan } from './safer-schools.ts'

type Noted = { readonly at: Date; readonly by: string }

/** Keeps an opportunity for early intervention; false where it was kept before. */
export async function saveIntervention(sql: Sql, found: EarlyIntervention, { at, by }: Noted): Promise<boolean> {
  const saved = await sql`
    insert into early_intervention (id, team_id, found_on, school_id, about, outcome, noted_at, noted_by)
    values (${found.id}, ${found.teamId}, ${found.foundOn}, ${found.schoolId}, ${found.about}, ${found.outcome}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Keeps that a plan was completed; false where it was kept before. */
export async function savePlan(sql: Sql, plan: SaferSchoolsPlan, { at, by }: Noted): Promise<boolean> {
  const saved = await sql`
    insert into safer_schools_plan (id, team_id, subject_id, completed_on, noted_at, noted_by)
    values (${plan.id}, ${plan.teamId}, ${plan.subjectId}, ${plan.completedOn}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** How many opportunities a team found in a span, by what they were about; schools and days are not told apart. */
export const interventionsByAbout = (sql: Sql, teamId: string, from: Day, to: Day) => sql<
  { about: string; count: number }[]
>`
  select about, count(*)::int as count from early_intervention
  where team_id = ${teamId} and found_on between ${from} and ${to} group by about order by count(*) desc, about`
