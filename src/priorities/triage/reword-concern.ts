import { openEvidence } from '#engagements/held/corrections.sql.ts'
import { append } from '#ledger/append.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import type { Acting } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { saveSentWords } from '#priorities/raised/concerns-sent.sql.ts'

/**
 * Rewords what somebody sent by the form where it names somebody, or erases it (null), in the caller's transaction. What it
 * counts for stays: the ledger gets a tombstone. Throws a Refusal (409) where the words are gone.
 */
export async function rewordConcern(sql: Sql, id: string, words: string | null, acting: Acting): Promise<void> {
  const { at, personId, forceId, teamId, timeZone } = acting
  await takeChain(sql, forceId, teamId)
  if (!(await saveSentWords(sql, id, words, at))) throw new Refusal('These words were erased already.', 409)
  const about = `concern/${id}`
  const rows = words === null ? await openEvidence(sql, teamId, about) : []
  await append(
    sql,
    { forceId, teamId, timeZone, at, by: personId },
    rows.map(({ seq, kind, happenedOn }) => ({
      effect: 'erases' as const,
      supersedes: seq,
      kind,
      happenedOn: day(happenedOn),
      about,
      source: about,
    })),
  )
  await audit(sql, { at, personId, verb: words === null ? 'erase words' : 'reword', about })
}
