import { append } from '#ledger/append.ts'
import type { Entry } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Recorder } from '../recorder.ts'
import { openPriorities, plansWorkingOn, strandsOf, type OpenPriority, type Strand } from './linked-priorities.sql.ts'

const kind = 'engagement strand planned'
/** What the ledger calls the record of a plan begins so. */
const ofPlan = 'planned engagement/'

/**
 * An open priority has its engagement strand while a plan works on it that was not cancelled (R14), and no longer: the ledger
 * is told in the caller's transaction of each that got one, once, and what it was told of each that lost its last plan is
 * withdrawn. Strands that came from elsewhere stay.
 */
export async function keepStrands(sql: Sql, teamId: string, recorder: Recorder): Promise<void> {
  await takeChain(sql, recorder.forceId, teamId)
  const open = await openPriorities(sql, teamId)
  const names = open.map(({ about }) => about)
  const [plans, strands] = await Promise.all([plansWorkingOn(sql, teamId, names), strandsOf(sql, teamId, names)])
  const planOf = new Map(plans.map(({ about, planId }) => [about, planId]))
  const got = open.filter(({ about }) => planOf.has(about) && !strands.some((strand) => strand.about === about))
  const lost = strands.filter(({ about, source }) => source.startsWith(ofPlan) && !planOf.has(about))
  await append(sql, { ...recorder, teamId, by: recorder.personId }, [
    ...got.map((priority) => begun(priority, planOf.get(priority.about) ?? '', recorder)),
    ...lost.map(withdrawn),
  ])
}

const begun = ({ about, subjects }: OpenPriority, planId: string, { at, timeZone }: Recorder): Entry => ({
  kind,
  happenedOn: dayAt(at, timeZone),
  subjects,
  about,
  source: `${ofPlan}${planId}`,
})

const withdrawn = ({ about, seq, happenedOn, source }: Strand): Entry => ({
  effect: 'withdraws',
  supersedes: seq,
  kind,
  happenedOn,
  about,
  source,
})
