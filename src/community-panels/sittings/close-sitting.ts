import { appendToChains } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { takeChains } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { forgetNames } from '../members/members.sql.ts'
import { sealsToJudge } from '../pack/seals-to-judge.ts'
import { questionOf, type Convener, type Sitting } from './sitting.ts'
import { sittingOf } from './sitting-at.ts'
import { contractsOf, holdContracts, roundsOpenOver, saveClosed, type Judged } from './sittings.sql.ts'
import { tallyOf, votesOn } from '../votes/tally.ts'
import { dissentsOf } from '../own-words/dissents.sql.ts'
import { countedOf, votersOf } from '../votes/votes.sql.ts'

/**
 * Closes a sitting in the caller's transaction: what it judged is kept and published, and is evidence of each team (R05, R47, R50);
 * who its members were is forgotten. Closed twice it is closed once. Throws a Refusal (409) before the day on which it is held, while
 * the commissioner's panel still judges one of its contracts, where a member's words wait for a decision, or where a contract was
 * handed in or sent back since what it `judged` was taken.
 */
export async function closeSitting(
  sql: Sql,
  sittingId: string,
  judged: readonly Judged[],
  convener: Convener,
): Promise<void> {
  const { forceId, timeZone, at, personId } = convener
  const sitting = await sittingOf(sql, forceId, sittingId, 'alone')
  if (sitting.closedOn !== null) return
  const today = dayAt(at, timeZone)
  const teamIds = (await contractsOf(sql, sittingId)).map(({ teamId }) => teamId)
  // The chains first, as all who append take them, so that no two wait for each other.
  await takeChains(sql, forceId, teamIds)
  await holdContracts(sql, sittingId)
  await refuseUnready(sql, sitting, today)
  await refuseFrozenAnew(sql, judged)
  await saveClosed(sql, sittingId, judged, today)
  await forgetNames(sql, [sittingId])
  await appendOutcomes(sql, sitting, today, convener)
  await audit(sql, { at, personId, verb: 'close a sitting', about: `sitting/${sittingId}` })
}

async function refuseUnready(sql: Sql, { id, heldOn }: Sitting, today: Day): Promise<void> {
  if (today < heldOn) throw new Refusal(`It is held on ${inWords(heldOn)}: close it then, or after.`, 409)
  const [round] = await roundsOpenOver(sql, id)
  if (round)
    throw new Refusal(
      `The round of ${round.year} still judges one of these contracts. Both are published together: close the round first.`,
      409,
    )
  const waiting = (await dissentsOf(sql, id)).filter(({ decision }) => decision === null).length
  if (waiting > 0) throw new Refusal(`Decide first what of members’ own words is published: ${waiting} wait.`, 409)
}

/** What is kept must be what the contract rests on when it is closed. */
async function refuseFrozenAnew(sql: Sql, judged: readonly Judged[]): Promise<void> {
  const seals = await sealsToJudge(
    sql,
    judged.map(({ contractId }) => contractId),
  )
  if (judged.some(({ contractId, frozen }) => frozen !== (seals.get(contractId) ?? null)))
    throw new Refusal('A contract was handed in or sent back meanwhile. Look at it again, then close the sitting.', 409)
}

/** A chain is a team's: another team of the force was not before this sitting. */
async function appendOutcomes(sql: Sql, sitting: Sitting, today: Day, convener: Convener): Promise<void> {
  const { forceId, timeZone, at, personId: by } = convener
  const [contracts, counted, voters] = await Promise.all([
    contractsOf(sql, sitting.id),
    countedOf(sql, sitting.id),
    votersOf(sql, sitting.id),
  ])
  const outcomes = contracts.map(({ contractId, teamId }): [string, Fact[]] => {
    const own = voters.find((each) => each.contractId === contractId)
    const { verdict } = tallyOf(sitting.grades, votesOn(counted, contractId, null))
    const source = `sitting/${sitting.id}/${contractId}`
    const held = panelHeld(sitting, own === undefined ? 0 : own.byLink + own.onPaper, source)
    return [teamId, verdict === null ? [held] : [held, judgementGiven(sitting, verdict, today, source)]]
  })
  await appendToChains(sql, { forceId, timeZone, at, by }, new Map(outcomes))
}

/** Who voted on the contract represents; where nobody did, how many were there is not said. */
const panelHeld = ({ panel, heldOn }: Sitting, representatives: number, source: string): Fact => ({
  kind: 'panel held',
  happenedOn: heldOn,
  ...(representatives > 0 && { quantities: { representatives } }),
  facets: { panel },
  source,
})

const judgementGiven = ({ panel }: Sitting, grade: string, happenedOn: Day, source: string): Fact => ({
  kind: 'judgement given',
  happenedOn,
  facets: { question: questionOf[panel], grade, by: 'community panel' },
  source,
})
