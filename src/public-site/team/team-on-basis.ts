import type { Visit } from '#platform/http/visit.ts'
import { isTeamAddress, teamOf } from '../find.ts'
import { teamOnBasis, type TeamOnBasis } from './team-basis.sql.ts'

/** The team an address names, on all that its pages rest on. Throws an Astray (404) where there is none. */
export async function teamOnBasisOf(visit: Visit): Promise<TeamOnBasis> {
  const { force = '', team = '' } = visit.params
  const found = isTeamAddress(visit.params) ? await teamOnBasis(visit.db, force, team) : null
  return found ?? { ...(await teamOf(visit)), basis: '' }
}
