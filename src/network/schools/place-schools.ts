import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dropPlaces, savePlaces } from './register.sql.ts'
import type { Sender } from './take-register.ts'

/** Whose a place is: a team's, nobody's of this force, or nothing said any more. */
export type Placing = { readonly place: string; readonly whose: { readonly teamId: string | null } | null }

/** Remembers in the caller's transaction which team has which place, for this register and those to come. */
export async function placeSchools(sql: Sql, placings: readonly Placing[], sender: Sender): Promise<void> {
  const { forceId, at, personId } = sender
  const said = placings.flatMap(({ place, whose }) => (whose === null ? [] : [{ place, teamId: whose.teamId }]))
  const forgotten = placings.filter(({ whose }) => whose === null).map(({ place }) => place)
  if (said.length > 0) await savePlaces(sql, forceId, said, { at, by: personId })
  if (forgotten.length > 0) await dropPlaces(sql, forceId, forgotten)
  const detail = { said: said.length, forgotten: forgotten.length }
  await audit(sql, { at, personId, verb: 'place schools', about: `force/${forceId}`, detail })
}
