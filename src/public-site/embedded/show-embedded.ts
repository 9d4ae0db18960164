import { findContract } from '#contracts/contracts.sql.ts'
import { momentAt } from '#engagements/planned/planned-engagement.ts'
import { nextPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { dayAt } from '#platform/day.ts'
import type { Answer } from '#platform/http/answers.ts'
import { framed } from '#platform/http/headers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { openPrioritiesShown } from '#priorities/priorities.sql.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { teamOf } from '../find.ts'
import { putOnSitePage } from './put-on-site.page.ts'
import { nextWidget, prioritiesWidget, promisesWidget } from './widgets.page.ts'

/** The code that another site may take. */
export async function showPutOnSite(visit: Visit): Promise<Answer> {
  return putOnSitePage({ ...(await teamOf(visit)), site: visit.site })
}

/** The next three dates of a team, for a frame of another site. */
export async function showNext(visit: Visit): Promise<Answer> {
  const { force, team } = await teamOf(visit)
  const planned = await nextPlanned(visit.db, team.id, momentAt(visit.now, force.timeZone), 3)
  return framed(nextWidget({ force, team, site: visit.site, planned }))
}

/** What a team works on, for a frame of another site. */
export async function showFramedPriorities(visit: Visit): Promise<Answer> {
  const { force, team } = await teamOf(visit)
  const open = await openPrioritiesShown(visit.db, team.id, dayAt(visit.now, force.timeZone))
  return framed(prioritiesWidget({ force, team, site: visit.site, open }))
}

/** How a team keeps what it promised, for a frame of another site. */
export async function showFramedPromises(visit: Visit): Promise<Answer> {
  const { db, now, site } = visit
  const { force, team } = await teamOf(visit)
  const contract = await findContract(db, team.id, null)
  const asked = { forceId: force.id, timeZone: force.timeZone, asAt: null, now }
  const standing = contract && (await contractStanding(db, { contract, ...asked }))
  return framed(promisesWidget({ force, team, site, standing }))
}
