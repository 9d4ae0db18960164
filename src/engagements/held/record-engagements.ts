import { append } from '#ledger/append.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Engagement } from '../engagement.ts'
import { knownIds } from './in-niche.sql.ts'
import type { Recorder } from '../recorder.ts'
import { evidenceOf } from './record-engagement.ts'
import { saveEngagements } from './save-engagements.sql.ts'

/**
 * Keeps many engagements of one team and their evidence in the caller's transaction, and answers the ids of those that
 * were new: what is held or planned under the same id already stays as it is. Throws a Refusal (422) where one has not
 * happened yet.
 */
export async function recordEngagements(
  sql: Sql,
  teamId: string,
  engagements: readonly Engagement[],
  { forceId, timeZone, at, personId }: Recorder,
): Promise<string[]> {
  await takeChain(sql, forceId, teamId)
  const known = await knownIds(
    sql,
    engagements.map(({ id }) => id),
  )
  const fresh = [...new Map(engagements.map((one) => [one.id, one])).values()].filter(
    (one) => one.teamId === teamId && !known.has(one.id),
  )
  if (fresh.length === 0) return []
  await saveEngagements(
    sql,
    fresh.map((engagement) => ({ engagement, at, by: personId })),
  )
  const facts = fresh.map((engagement) => evidenceOf(engagement, timeZone))
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, facts)
  const ids = fresh.map(({ id }) => id)
  await audit(sql, {
    at,
    personId,
    verb: 'record engagements',
    about: `team/${teamId}`,
    detail: { engagements: ids.length },
  })
  return ids
}
