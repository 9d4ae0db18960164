import { leakyBucket } from '#platform/http/leaky-bucket.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import { answered } from './answered.ts'
import {
  crimesAtLocation,
  crimesNoLocation,
  lastUpdated,
  listCategories,
  outcomesAtLocation,
  outcomesForCrime,
  streetCrimes,
  streetDates,
} from './crimes/crimes.ts'
import { listEvents } from './places/events.ts'
import { listForces, listSeniorOfficers, showForce } from './places/forces.ts'
import {
  listNeighbourhoods,
  listOfficers,
  locateNeighbourhood,
  showBoundary,
  showNeighbourhood,
} from './places/neighbourhoods.ts'
import { listPriorities } from './places/priorities.ts'

/** One bucket for the whole interface, as it is nationally. */
const bucket = leakyBucket({ perSecond: 15, burst: 30 })

/** An area of twenty thousand corners is half a megabyte. */
const posted = { bucket, asks: true, maxBytes: 1024 * 1024 } as const

/** The national police interface (data.police.uk) for the forces that are here; docs/national-api.md says where it differs. */
export const nationalApiRoutes: readonly Route[] = [
  get('/api/forces', everyone, answered(listForces), { bucket }),
  get('/api/forces/:force', everyone, answered(showForce), { bucket }),
  get('/api/forces/:force/people', everyone, answered(listSeniorOfficers), { bucket }),
  get('/api/locate-neighbourhood', everyone, answered(locateNeighbourhood), { bucket }),
  get('/api/crime-categories', everyone, answered(listCategories), { bucket }),
  get('/api/crime-last-updated', everyone, answered(lastUpdated), { bucket }),
  get('/api/crimes-street-dates', everyone, answered(streetDates), { bucket }),
  get('/api/crimes-street/:category', everyone, answered(streetCrimes), { bucket }),
  post('/api/crimes-street/:category', everyone, answered(streetCrimes), posted),
  get('/api/crimes-at-location', everyone, answered(crimesAtLocation), { bucket }),
  get('/api/crimes-no-location', everyone, answered(crimesNoLocation), { bucket }),
  get('/api/outcomes-at-location', everyone, answered(outcomesAtLocation), { bucket }),
  post('/api/outcomes-at-location', everyone, answered(outcomesAtLocation), posted),
  get('/api/outcomes-for-crime/:reference', everyone, answered(outcomesForCrime), { bucket }),
  get('/api/:force/neighbourhoods', everyone, answered(listNeighbourhoods), { bucket }),
  get('/api/:force/:id', everyone, answered(showNeighbourhood), { bucket }),
  get('/api/:force/:id/boundary', everyone, answered(showBoundary), { bucket }),
  get('/api/:force/:id/people', everyone, answered(listOfficers), { bucket }),
  get('/api/:force/:id/events', everyone, answered(listEvents), { bucket }),
  get('/api/:force/:id/priorities', everyone, answered(listPriorities), { bucket }),
]
