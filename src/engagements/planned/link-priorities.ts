import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { openPriorities, savePriorities, withStrand } from './linked-priorities.sql.ts'
import type { Dates, Planner } from './plan-engagements.ts'

/** Where a plan belongs, for the ledger. */
type Belonging = { readonly forceId: string; readonly timeZone: string }

/**
 * Says which of the team's open priorities dates work on, in the caller's transaction; a priority that had no engagement
 * strand has one from today (R14), and is told of once however many dates work on it. Others are left out.
 */
export async function linkPriorities(
  sql: Sql,
  dates: Dates,
  chosen: readonly string[],
  { forceId, timeZone }: Belonging,
  { at, personId, today }: Planner,
): Promise<void> {
  const [{ id, teamId }] = dates
  await takeChain(sql, forceId, teamId)
  const open = (await openPriorities(sql, teamId)).filter(({ about }) => chosen.includes(about))
  const names = open.map(({ about }) => about)
  await savePriorities(
    sql,
    dates.map((one) => one.id),
    names,
  )
  const known = new Set((await withStrand(sql, teamId, names)).map(({ about }) => about))
  const strands = open
    .filter(({ about }) => !known.has(about))
    .map(({ about, subjects }): Fact => ({
      kind: 'engagement strand planned',
      happenedOn: today,
      subjects,
      about,
      source: `planned engagement/${id}`,
    }))
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, strands)
  const detail = { priorities: names, dates: dates.length }
  await audit(sql, { at, personId, verb: 'link priorities', about: `planned engagement/${id}`, detail })
}
