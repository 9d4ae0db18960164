import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import type { Framework, Measured } from '#frameworks/framework.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Measure } from '#measures/measure.ts'
import type { Database } from '#platform/database/database.ts'
import { addDays, dayAt, within, type Day } from '#platform/day.ts'
import { english, type Say } from '#platform/language/say.ts'
import { standingsToday } from './keep-standings.ts'
import { stand } from './stand.ts'
import { standing, worstFirst, worstOf, type Standing, type StandingWord } from './standing.ts'

/** A measure of the framework, a service standard, a duty or a commitment, with how it stands. */
export type PromiseStanding = {
  readonly ref: string
  readonly text: string
  readonly measures: readonly Measure[]
  readonly standing: Standing
}

export type CommitmentStanding = PromiseStanding & { readonly commitment: Commitment }

/** A standard with what its framework measures and what the team promised under it. */
export type StandardStanding = {
  readonly id: string
  readonly title: string
  readonly keyElements: readonly string[]
  readonly standing: StandingWord
  readonly measures: readonly PromiseStanding[]
  readonly commitments: readonly CommitmentStanding[]
}

/** How many commitments stand how. */
export type Counts = Readonly<Record<StandingWord, number>>

/** A whole contract with how all of it stands as at a day. */
export type ContractStanding = {
  readonly contract: Contract
  readonly framework: Framework
  readonly asAt: Day
  readonly today: Day
  readonly counts: Counts
  readonly standards: readonly StandardStanding[]
  /** Commitments that serve no standard. */
  readonly others: readonly CommitmentStanding[]
  readonly serviceStandards: readonly PromiseStanding[]
  readonly duties: readonly PromiseStanding[]
  readonly byRef: ReadonlyMap<string, Standing>
}

/** Who asks about which contract, and when. */
export type Ask = {
  readonly contract: Contract
  readonly forceId: string
  readonly timeZone: string
  /** Null means today, or for a contract that is over, the day after it ended. */
  readonly asAt: Day | null
  readonly now: Date
  /** In which language it is told why; English unless said. */
  readonly say?: Say
}

/** How a contract stands: from what is kept where today is asked for, else from the ledger itself. */
export async function contractStanding(database: Database, ask: Ask): Promise<ContractStanding> {
  const { contract, forceId, now, say = english } = ask
  const framework = await frameworkOfContract(database, contract.frameworkId)
  const today = dayAt(now, ask.timeZone)
  const asAt = ask.asAt ?? usualDay(contract, today)
  const held = { contract, framework, forceId }
  const isLive = asAt === today && within(contract.span, today)
  const byRef = isLive
    ? await standingsToday(database, held, today, now, say)
    : await stand(database, held, asAt, null, undefined, say)
  return arranged(contract, framework, asAt, today, byRef, say)
}

/** The day a contract is shown as at when nobody asks for another. */
export function usualDay(contract: Pick<Contract, 'span'>, today: Day): Day {
  const dayAfter = addDays(contract.span.to, 1)
  return today < dayAfter ? today : dayAfter
}

/** A contract by standard, with standings however they were come by. */
export function arranged(
  contract: Contract,
  framework: Framework,
  asAt: Day,
  today: Day,
  byRef: ReadonlyMap<string, Standing>,
  say: Say = english,
): ContractStanding {
  const standingFor = (ref: string) => byRef.get(ref) ?? standing('unknown', say.text`Nothing has been worked out yet.`)
  const measured = ({ id, title, measures }: Measured) => ({
    ref: id,
    text: title,
    measures,
    standing: standingFor(id),
  })
  const commitments = contract.commitments.map((commitment) => ({
    ref: commitment.ref,
    text: commitment.text,
    measures: commitment.measures,
    standing: standingFor(commitment.ref),
    commitment,
  }))
  const known = new Set(framework.standards.map(({ id }) => id))
  return {
    contract,
    framework,
    asAt,
    today,
    counts: countsOf(commitments),
    standards: framework.standards.map(({ id, title, keyElements, measures }) => {
      const own = commitments.filter(({ commitment }) => commitment.standards.includes(id))
      const shown = measures.map(measured)
      return { id, title, keyElements, measures: shown, commitments: own, standing: standingOfStandard(shown, own) }
    }),
    others: commitments.filter(({ commitment }) => !commitment.standards.some((id) => known.has(id))),
    serviceStandards: framework.serviceStandards.map(measured),
    duties: framework.duties.map(({ ref, text, measures }) => ({ ref, text, measures, standing: standingFor(ref) })),
    byRef,
  }
}

/** A standard stands as the worst of what was promised under it; where nothing was promised, as its own measures do. */
function standingOfStandard(
  measures: readonly PromiseStanding[],
  commitments: readonly PromiseStanding[],
): StandingWord {
  const words = (commitments.length > 0 ? commitments : measures).map((each) => each.standing.standing)
  return worstOf(words) ?? 'unmeasurable'
}

/** Counts commitments by how they stand. */
export function countsOf(promises: readonly PromiseStanding[]): Counts {
  const counts = Object.fromEntries(worstFirst.map((word) => [word, 0])) as Record<StandingWord, number>
  for (const promise of promises) counts[promise.standing.standing]++
  return counts
}
