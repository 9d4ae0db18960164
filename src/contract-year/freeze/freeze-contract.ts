import { findContract } from '#contracts/contracts.sql.ts'
import { allChains } from '#ledger/ledger.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { arranged, usualDay } from '#standings/contract-standing.ts'
import { saveFreeze } from '../freezes.sql.ts'
import { draftParagraphs } from '../self-evaluation/draft-paragraphs.ts'
import { outdated, type SelfEvaluation } from '../self-evaluation/self-evaluation.ts'
import { newestSelfEvaluation } from '../self-evaluation/self-evaluations.sql.ts'
import { takeContractStep, type Acting } from '../take-contract-step.ts'
import { canonical, contentHash } from './canonical.ts'
import { daysLeft, refuseEarlyWithoutReason } from './early.ts'
import type { FrozenChain, FrozenContent } from './freeze.ts'
import { groundOf, standFrozen, type Ground } from './stand-frozen.ts'

type Asked = {
  readonly id: string
  readonly year: number
  readonly revision: number | null
  /** Why it is frozen before its year is over; not asked from its last day on. */
  readonly reason?: string
}

/**
 * Gives a contract to its panel in the caller's transaction: evidence, standings and texts are kept with one hash over all of
 * it. Throws a Refusal where a sentence claims evidence that says otherwise by now (409), or its year is not over and no reason is
 * given (422), and as `takeContractStep` does.
 */
export async function freezeContract(
  sql: Sql,
  { id, year, revision, reason = '' }: Asked,
  acting: Acting,
): Promise<void> {
  const { teamId, at, person } = acting
  const contractId = `${teamId}/${year}`
  const before = await takeContractStep(sql, { contractId, step: 'freeze', revision, reason }, acting)
  if (before === null) return
  const text = await newestSelfEvaluation(sql, contractId)
  if (text === null) throw new Refusal('Draft the self evaluation first.', 409)
  const frozen = await contentOf(sql, year, text, acting)
  refuseEarlyWithoutReason(daysLeft(frozen.contract.span, dayAt(at, acting.timeZone)), reason)
  const content = canonical(frozen)
  await saveFreeze(sql, { id, contractId, content, hash: contentHash(content), at, by: person?.id ?? null })
}

async function contentOf(
  sql: Sql,
  year: number,
  { paragraphs }: SelfEvaluation,
  acting: Acting,
): Promise<FrozenContent> {
  // Standings are made from what is kept, to the letter, as a replay makes them.
  const ground = JSON.parse(canonical(await groundNow(sql, year, acting))) as Ground
  const standings = await standFrozen(sql, ground)
  const { contract, framework, asAt } = ground
  refuseOutdated(paragraphs, draftParagraphs(arranged(contract, framework, asAt, asAt, standings)))
  return {
    format: 'frankpledge-freeze-1',
    frozenAt: acting.at.toISOString(),
    ...ground,
    standings: Object.fromEntries(standings),
    selfEvaluation: paragraphs,
  }
}

async function groundNow(sql: Sql, year: number, { forceId, teamId, at, timeZone }: Acting): Promise<Ground> {
  const contract = await findContract(sql, teamId, year)
  if (contract === null) throw new Refusal('The team has no contract of this year.', 404)
  const ground = await groundOf(sql, contract, forceId, usualDay(contract, dayAt(at, timeZone)))
  return { ...ground, chains: await chainsOf(sql, forceId, teamId) }
}

/** The team's chain and its force's, each with the seal of its last entry. */
async function chainsOf(sql: Sql, forceId: string, teamId: string): Promise<FrozenChain[]> {
  const chains = await allChains(sql, forceId)
  return chains
    .filter(({ id }) => id === teamId || id === forceId)
    .map(({ id, length, head }) => ({ id, length, head: Buffer.from(head).toString('hex') }))
}

function refuseOutdated(...[text, drafted]: Parameters<typeof outdated>): void {
  const stale = outdated(text, drafted).length
  if (stale > 0)
    throw new Refusal(
      `${stale === 1 ? 'One sentence rests' : `${stale} sentences rest`} on evidence that says otherwise by now: draft the figures again first.`,
      409,
    )
}
