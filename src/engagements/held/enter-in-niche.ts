import { append } from '#ledger/append.ts'
import type { Entry } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { markInNiche, openEvidenceOf } from './in-niche.sql.ts'
import type { Recorder } from '../recorder.ts'

/**
 * Notes in the caller's transaction that Niche holds these engagements of a team (R07), and answers how many were not
 * noted before: each one's evidence is corrected, saying all that it said and that it is in Niche. Ids that the team does
 * not have, and engagements that were withdrawn, are left alone.
 */
export async function enterInNiche(
  sql: Sql,
  teamId: string,
  ids: readonly string[],
  { forceId, timeZone, at, personId }: Recorder,
): Promise<number> {
  await takeChain(sql, forceId, teamId)
  const marked = await markInNiche(sql, teamId, ids)
  if (marked.length === 0) return 0
  const open = await openEvidenceOf(sql, teamId, marked)
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, open.map(corrected))
  const about = `team/${teamId}`
  await audit(sql, { at, personId, verb: 'enter in Niche', about, detail: { engagements: marked.length } })
  return marked.length
}

type Open = Awaited<ReturnType<typeof openEvidenceOf>>[number]

/** The same fact, now in Niche. */
const corrected = ({ seq, happenedAt, about, facets, ...fact }: Open): Entry => ({
  ...fact,
  ...(happenedAt === null ? {} : { happenedAt }),
  ...(about === null ? {} : { about }),
  facets: { ...facets, 'in Niche': true },
  effect: 'corrects',
  supersedes: seq,
})
