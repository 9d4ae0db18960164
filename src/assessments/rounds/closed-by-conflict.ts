import type { Route } from '#platform/http/routes.ts'
import { refuseConflict } from './round.ts'
import { conflictOver } from './rounds.sql.ts'

/**
 * A route of a contract’s year at the desk, closed (403) to whoever told of a conflict with its team, until the round is closed: the
 * frozen figures, the self evaluation and the whole pack are what the panel judges. Every other route is left as it is.
 */
export const closedByConflict = (route: Route): Route =>
  route.path.startsWith('/desk/:force/:team/contract/:year')
    ? {
        ...route,
        handler: async (visit) => {
          const { db, params, person } = visit
          const contractId = `${params['force']}/${params['team']}/${params['year']}`
          const teamName = person === null ? null : await conflictOver(db, contractId, person.id)
          refuseConflict(teamName !== null, teamName ?? '')
          return route.handler(visit)
        },
      }
    : route
