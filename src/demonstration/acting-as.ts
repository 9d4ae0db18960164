import type { Acting } from '#contract-year/take-contract-step.ts'
import type { Role } from '#people/person.ts'
import { instantAt, type Day } from '#platform/day.ts'
import { fictionalPersonOf } from './fictional-people.ts'

/** The team whose contracts go through their whole year. */
export const teamId = 'dorset/west-dorset'
export const timeZone = 'Europe/London'

/** The fictional person of a role, working on that team’s contracts on a day. */
export function actingAs(role: Role, on: Day, time = '16:00'): Acting {
  const own = role === 'sergeant' ? teamId : null
  const person = { id: fictionalPersonOf(role), name: role, roles: [role], forceId: 'dorset', teamId: own }
  return { person, at: instantAt(on, time, timeZone), forceId: 'dorset', teamId, timeZone }
}

/** The same, as verbs take it that know people by their ids. */
export function recordingAs(role: Role, on: Day, time = '16:00') {
  const { at, forceId } = actingAs(role, on, time)
  return { personId: fictionalPersonOf(role), at, forceId, teamId, timeZone }
}
