import type { Sql } from '#platform/database/database.ts'
import type { FormValues } from '#platform/form.ts'
import { givenFreely } from './people/assigned-people.ts'
import { assignedTo } from './people/assigned-people.sql.ts'
import { isAssessed } from './assessment/assessment.ts'
import { answersOf, criteriaOfTeam } from './assessment/assessment.sql.ts'
import type { PlannedEngagement } from './planned-engagement.ts'

/** What a plan already knows of who took part and how it was planned (D10.1), as the form that records it would send it. */
export async function knownOfPlan(sql: Sql, { id, teamId }: PlannedEngagement): Promise<FormValues> {
  const [assigned, criteria, answers] = await Promise.all([
    assignedTo(sql, [id]),
    criteriaOfTeam(sql, teamId),
    answersOf(sql, id),
  ])
  const { volunteers, specialConstables, hours } = givenFreely(assigned)
  return {
    ...(volunteers ? { volunteers: 'yes' } : {}),
    ...(specialConstables ? { specialConstables: 'yes' } : {}),
    ...(hours === null ? {} : { volunteerHours: String(hours) }),
    ...(isAssessed(criteria, answers) ? { assessmentCriteria: 'yes' } : {}),
  }
}
