import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ToAssign } from './assigned-people.ts'
import { deleteAssigned, saveAssigned } from './assigned-people.sql.ts'
import type { Dates, Planner } from '../plan-engagements.ts'

/** Puts somebody on dates, in the caller's transaction; who is on them already gets the new part and hours. */
export async function assignPerson(sql: Sql, dates: Dates, who: ToAssign, { at, personId }: Planner): Promise<void> {
  const ids = dates.map(({ id }) => id)
  await saveAssigned(sql, ids, who)
  const detail = { part: who.part, person: who.personId, dates: ids.length }
  await audit(sql, { at, personId, verb: 'assign to engagement', about: `planned engagement/${dates[0].id}`, detail })
}

/** Takes somebody off a date; throws a Refusal (409) where they were taken off before. */
export async function takeOff(sql: Sql, plannedId: string, assigned: string, planner: Planner): Promise<void> {
  if (!(await deleteAssigned(sql, plannedId, assigned)))
    throw new Refusal('Somebody took this person off meanwhile. Look at the engagement again.', 409)
  const { at, personId } = planner
  await audit(sql, { at, personId, verb: 'take off engagement', about: `planned engagement/${plannedId}` })
}
