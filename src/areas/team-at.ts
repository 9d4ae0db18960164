import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Force, Team } from './area.ts'
import { findForce, findTeam } from './areas.sql.ts'

/** The force and team that an address `/:force/:team` names; throws a Refusal (404) that says which of them is not here. */
export async function teamAt(
  sql: Sql,
  params: Readonly<Record<string, string>>,
): Promise<{ readonly force: Force; readonly team: Team }> {
  const { force: forceId = '', team: slug = '' } = params
  const force = await findForce(sql, forceId)
  if (!force) throw new Refusal(`There is no force “${forceId}” here.`, 404)
  const team = await findTeam(sql, force.id, slug)
  if (!team) throw new Refusal(`${force.name} has no team “${slug}”.`, 404)
  return { force, team }
}
