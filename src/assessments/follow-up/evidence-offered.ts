import type { Commitment } from '#contracts/commitment.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { kindsRead } from '#measures/check.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Recommendation, Shown } from '#assessments/recommendations/recommendations.sql.ts'
import { newestEvidence, standingEntries } from './evidence-offered.sql.ts'

/** What may show that a recommendation is done: evidence of its standard, and promises under it. */
export type Offered = {
  readonly entries: readonly Shown[]
  readonly promises: readonly (Pick<Commitment, 'ref' | 'text'> & { readonly contractId: string })[]
}

/** So many entries are listed; older ones are named by their number. */
export const mostOffered = 15

type Of = Pick<Recommendation, 'teamId' | 'standardId' | 'contractId'>

/** The newest evidence of a recommendation’s standard since its contract began, and the promises of the team’s newest contract under it. */
export async function offeredFor(sql: Sql, of: Of): Promise<Offered> {
  const { asked, promises } = await within(sql, of)
  return { entries: asked.kinds.length === 0 ? [] : await newestEvidence(sql, asked, mostOffered), promises }
}

/** Those of the entries that are no evidence of the standard, or no longer stand. */
export async function entriesNotOffered(sql: Sql, of: Of, entries: readonly number[]): Promise<number[]> {
  const { asked } = await within(sql, of)
  const standing = await standingEntries(sql, asked, entries)
  return entries.filter((entry) => !standing.has(entry))
}

async function within(sql: Sql, { teamId, standardId, contractId }: Of) {
  const judged = await findContract(sql, teamId, Number(contractId.split('/').at(-1)))
  const newest = await findContract(sql, teamId, null)
  if (judged === null || newest === null) throw new Refusal('The contract of this recommendation is gone.', 404)
  const kinds = await Promise.all([judged, newest].map((each) => kindsUnder(sql, each, standardId)))
  const own = newest.commitments.filter(({ standards }) => standards.includes(standardId))
  const [force = ''] = teamId.split('/')
  return {
    asked: { chains: [teamId, force], kinds: [...new Set(kinds.flat())], from: judged.span.from },
    promises: own.map(({ ref, text }) => ({ ref, text, contractId: newest.id })),
  }
}

/** What a standard and the promises under it read. */
async function kindsUnder(sql: Sql, { frameworkId, commitments }: Contract, standardId: string): Promise<string[]> {
  const { standards } = await frameworkOfContract(sql, frameworkId)
  const measured = standards.filter(({ id }) => id === standardId).flatMap(({ measures }) => measures)
  const promised = commitments.filter((each) => each.standards.includes(standardId))
  return [...measured, ...promised].flatMap(({ measures }) => measures.flatMap(kindsRead))
}
