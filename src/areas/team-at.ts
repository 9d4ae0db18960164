import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Force, Team } from './area.ts'
import { findForce, findTeam } from './areas.sql.ts'

/** The force that an address `/:force` names; throws a Refusal (404) in words where it is not here. */
export async function forceAt(sql: Sql, params: Readonly<Record<string, string>>): Promise<Force> {
  const { force: id = '' } = params
  const force = await findForce(sql, id)
  if (!force) throw new Refusal(`There is no force “${id}” here.`, 404)
  return force
}

/** The force and team that an address `/:force/:team` names; throws a Refusal (404) that says which of them is not here. */
export async function teamAt(
  sql: Sql,
  params: Readonly<Record<string, string>>,
): Promise<{ readonly force: Force; readonly team: Team }> {
  const { team: slug = '' } = params
  const force = await forceAt(sql, params)
  const team = await findTeam(sql, force.id, slug)
  if (!team) throw new Refusal(`${force.name} has no team “${slug}”.`, 404)
  return { force, team }
}
