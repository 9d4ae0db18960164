import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { pageDeskOf, type PageDesk } from '../facts/page-desk.ts'
import type { Writer } from './write-text.ts'

/** The desk of a page, with whoever writes there. */
export type WritersDesk = Omit<PageDesk, 'keeper'> & { readonly writer: Writer }

/** The desk of a visit; throws a Refusal (404) where its team is not here. */
export async function writerAt(visit: Visit): Promise<WritersDesk> {
  const { keeper, ...desk } = await pageDeskOf(visit)
  const { personId } = keeper
  if (personId === null) throw new Refusal('Sign in first.', 401)
  return { ...desk, writer: { ...keeper, personId } }
}
