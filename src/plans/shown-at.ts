import type { Visit } from '#platform/http/visit.ts'
import { isAllowed } from '#people/permissions.ts'
import type { Html } from '#platform/html.ts'
import { consultationsOf, profilesOf } from '#plans/asked/asked.sql.ts'
import { isTold } from '#plans/asked/consultation.ts'
import { openIn, toTakeOver } from '#plans/recommended/take-over.ts'
import { planAt, type PlanFound } from './plan-at.ts'
import { planPage } from './plan.page.ts'

/** The plan of a visit's address as it stands; `refused` says why something was not done. */
export async function planShownAt(visit: Visit, refused: string | null): Promise<Html> {
  const found = await planAt(visit)
  const { db, site, person, params } = visit
  return planPage({
    site,
    found,
    consultations: await consultationsOf(db, found.contract.id),
    profiles: await profilesOf(db, found.contract.id),
    mayTell: isTold(found.course.state) && person !== null && isAllowed(person, 'write contracts', params),
    newlyRecommended: await newlyRecommended(visit, found),
    refused,
  })
}

/** How many recommendations came after the draft was begun; 0 for whoever may not write it. */
async function newlyRecommended({ db }: Visit, { mayWrite, team, contract, pieces }: PlanFound): Promise<number> {
  return mayWrite ? toTakeOver({ draft: contract, pieces }, await openIn(db, team.id)).length : 0
}
