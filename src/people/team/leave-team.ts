import type { Role } from '#people/person.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { saveLastDay, savePlace, type Colleague } from './team-people.sql.ts'

type By = { readonly personId: string | null; readonly at: Date }

/** Roles whose people belong to one team. */
export const teamRoles = ['pcso', 'sergeant', 'volunteer'] as const satisfies readonly Role[]
export type TeamRole = (typeof teamRoles)[number]

/**
 * Notes somebody's last day in the caller's transaction; after it they cannot sign in. Throws a Refusal (409) where they
 * left before, or still own relationships.
 */
export async function endPerson(sql: Sql, person: Colleague, lastDay: Day, { at, personId }: By): Promise<void> {
  const saved = await orHandOver(person, saveLastDay(sql, person.id, lastDay))
  if (!saved) throw new Refusal(`${person.name} left before.`, 409)
  await audit(sql, { at, personId, verb: 'end person', about: `person:${person.id}`, detail: { on: lastDay } })
}

/**
 * Gives somebody another role or team in the caller's transaction. Throws a Refusal (409) where they left, or still own
 * relationships that they could not own then.
 */
export async function placePerson(
  sql: Sql,
  person: Colleague,
  place: { readonly role: TeamRole; readonly teamId: string },
  { at, personId }: By,
): Promise<void> {
  const saved = await orHandOver(person, savePlace(sql, person.id, place))
  if (!saved) throw new Refusal(`${person.name} left before.`, 409)
  await audit(sql, { at, personId, verb: 'place person', about: `person:${person.id}`, detail: { ...place } })
}

/** The database refuses to let an owner go; here it is said in words. */
async function orHandOver<T>({ name }: Colleague, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Error && Reflect.get(error, 'constraint_name') === 'relationship_has_active_owner'))
      throw error
    throw new Refusal(
      `${name} still owns relationships. Hand them over first: no relationship may stay without an owner.`,
      409,
    )
  }
}
