import { insertPerson } from '#people/people.sql.ts'
import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import { identityOf } from '#platform/identity.ts'

const team = 'dorset/west-dorset'

/** One for each role, called what they are: nobody must take them for an officer of the force. */
const people: readonly { readonly role: Role; readonly name: string; readonly teamId: string | null }[] = [
  { role: 'pcso', name: 'Robin Fictional (PCSO)', teamId: team },
  { role: 'sergeant', name: 'Alex Fictional (Sergeant)', teamId: team },
  { role: 'volunteer', name: 'Pat Fictional (Volunteer)', teamId: team },
  { role: 'inspector', name: 'Sam Fictional (Inspector)', teamId: null },
  { role: 'neo', name: 'Jo Fictional (Engagement Officer)', teamId: null },
  { role: 'smt', name: 'Charlie Fictional (Superintendent)', teamId: null },
  { role: 'force-lead', name: 'Ashley Fictional (Force lead)', teamId: null },
  { role: 'opcc', name: 'Frances Fictional (OPCC panel)', teamId: null },
  { role: 'community-panel', name: 'Lee Fictional (Community panel)', teamId: null },
  { role: 'administrator', name: 'Chris Fictional (Administrator)', teamId: null },
]

/** The id of the fictional person of a role, the same in every demonstration. */
export const fictionalPersonOf = (role: Role): string => identityOf(`fictional person ${role}`)

/** Adds a fictional person for each role; they have no password and sign in on a demonstration alone. */
export async function addFictionalPeople(sql: Sql, at: Date): Promise<void> {
  for (const { role, name, teamId } of people)
    await insertPerson(sql, { ...personOf(role), name, teamId, email: `${role}@example.org` }, at)
}

const personOf = (role: Role) => ({
  id: fictionalPersonOf(role),
  role,
  forceId: role === 'administrator' ? null : 'dorset',
  passwordHash: null,
  fictional: true,
})
