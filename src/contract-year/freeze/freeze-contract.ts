import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { allChains } from '#ledger/ledger.sql.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Calendar } from '#standings/calendar.ts'
import { arranged, usualDay } from '#standings/contract-standing.ts'
import { calendarsOf } from '#standings/stand.ts'
import { saveFreeze } from '../freezes.sql.ts'
import { draftParagraphs } from '../self-evaluation/draft-paragraphs.ts'
import { outdated, type SelfEvaluation } from '../self-evaluation/self-evaluation.ts'
import { newestSelfEvaluation } from '../self-evaluation/self-evaluations.sql.ts'
import { takeContractStep, type Acting } from '../take-contract-step.ts'
import { canonical, contentHash } from './canonical.ts'
import type { FrozenChain, FrozenContent } from './freeze.ts'
import { frozenCalendar, standFrozen, type Ground } from './stand-frozen.ts'

type Asked = { readonly id: string; readonly year: number; readonly revision: number | null }

/**
 * Gives a contract to its panel in the caller's transaction: evidence, standings and texts are kept with one hash over all of
 * it. Throws a Refusal (409) where a sentence claims evidence that says otherwise by now, and as `takeContractStep` does.
 */
export async function freezeContract(sql: Sql, { id, year, revision }: Asked, acting: Acting): Promise<void> {
  const { teamId, at, person } = acting
  const contractId = `${teamId}/${year}`
  const before = await takeContractStep(sql, { contractId, step: 'freeze', revision }, acting)
  if (before === null) return
  const text = await newestSelfEvaluation(sql, contractId)
  if (text === null) throw new Refusal('Draft the self evaluation first.', 409)
  const content = canonical(await contentOf(sql, year, text, acting))
  await saveFreeze(sql, { id, contractId, content, hash: contentHash(content), at, by: person?.id ?? null })
}

async function contentOf(
  sql: Sql,
  year: number,
  { paragraphs }: SelfEvaluation,
  acting: Acting,
): Promise<FrozenContent> {
  // Standings are made from what is kept, to the letter, as a replay makes them.
  const ground = JSON.parse(canonical(await groundOf(sql, year, acting))) as Ground
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

async function groundOf(sql: Sql, year: number, { forceId, teamId, at, timeZone }: Acting): Promise<Ground> {
  const contract = await findContract(sql, teamId, year)
  if (contract === null) throw new Refusal('The team has no contract of this year.', 404)
  const framework = await frameworkOfContract(sql, contract.frameworkId)
  const chains = await chainsOf(sql, forceId, teamId)
  const subjects = await subjectsOf(sql, forceId, [teamId])
  const calendars = await calendarsOf(sql, [teamId], contract.span)
  const calendar = frozenCalendar(calendars.get(teamId) as Calendar)
  return {
    contract,
    framework,
    forceId,
    asAt: usualDay(contract, dayAt(at, timeZone)),
    chains,
    subjects,
    calendar,
  }
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
