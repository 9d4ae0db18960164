import type { ContractPacks } from '#assessments/packs.sql.ts'
import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { forgetNames } from './members.sql.ts'
import { questionOf, type Convener, type Sitting } from './sitting.ts'
import { sittingOf } from './sitting-at.ts'
import { contractsOf, roundsOpenOver, saveClosed } from './sittings.sql.ts'
import { tallyOf, votesOn } from './tally.ts'
import { dissentsOf } from './told.sql.ts'
import { countedOf, votersOf } from './votes.sql.ts'

/**
 * Closes a sitting in the caller's transaction: what it judged is kept and published, and is evidence of each team (R05, R47, R50);
 * who its members were is forgotten. Closed twice it is closed once. Throws a Refusal (409) before the day on which it is held, while
 * the commissioner's panel still judges one of its contracts, or where a member's words wait for a decision.
 */
export async function closeSitting(
  sql: Sql,
  sittingId: string,
  packs: readonly ContractPacks[],
  convener: Convener,
): Promise<void> {
  const { forceId, timeZone, at, personId } = convener
  const sitting = await sittingOf(sql, forceId, sittingId, 'alone')
  if (sitting.closedOn !== null) return
  const today = dayAt(at, timeZone)
  await refuseUnready(sql, sitting, today)
  await saveClosed(sql, sittingId, packs, today)
  await forgetNames(sql, sittingId)
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

/** A chain is a team's: another team of the force was not before this sitting. */
async function appendOutcomes(sql: Sql, sitting: Sitting, today: Day, convener: Convener): Promise<void> {
  const { forceId, timeZone, at, personId: by } = convener
  const [contracts, counted, voters] = await Promise.all([
    contractsOf(sql, sitting.id),
    countedOf(sql, sitting.id),
    votersOf(sql, sitting.id),
  ])
  for (const { contractId, teamId } of contracts) {
    const own = voters.find((each) => each.contractId === contractId)
    const { verdict } = tallyOf(sitting.grades, votesOn(counted, contractId, null))
    const source = `sitting/${sitting.id}/${contractId}`
    const held = panelHeld(sitting, own === undefined ? 0 : own.byLink + own.onPaper, source)
    const judged = verdict === null ? [] : [judgementGiven(sitting, verdict, today, source)]
    await append(sql, { forceId, teamId, timeZone, at, by }, [held, ...judged])
  }
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
