import { dayAt } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractYearAt, type YearFound } from '../contract-year-at.ts'
import { refuseClosed, type Amendment } from './amendment.ts'

/** A contract that may be published anew. Throws a Refusal where it is a draft still, or closed (409). */
export async function publishedAt(visit: Visit, is: Amendment['is'] | 'republish'): Promise<YearFound> {
  const found = await contractYearAt(visit)
  if (found.isDraft) throw new Refusal('This contract is not published yet: its draft can be changed.', 409)
  refuseClosed(found.course, found.contract.span.to, dayAt(visit.now, found.force.timeZone), is)
  return found
}
