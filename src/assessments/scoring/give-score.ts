import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { sentBackWords, takenFrom } from '#assessments/packs/pack.ts'
import { findPack, holdPacks, isSentBack } from '#assessments/packs/packs.sql.ts'
import { openForStep, type PanelMember } from '#assessments/rounds/panel-seat.ts'
import { findOwnScore, isModerated, saveScore, type Score, type ScoreKey } from './scores.sql.ts'

/** What a member says of a standard; a note of their own until it is submitted. */
export type ScoreTold = {
  readonly roundId: string
  readonly slug: string
  readonly standardId: string
  readonly grade: string | null
  readonly reason: string
  readonly better: string
  readonly submit: boolean
  /** From which freeze the pack was that the member read; null where they looked at none. */
  readonly readFrom: string | null
}

/**
 * Keeps a member's score in the caller's transaction: changed as often as they like until they submit it, and the same sent
 * twice is kept once. Throws a Refusal where they have a conflict (403), have submitted another, read another pack, the contract was
 * sent back, or the standard was moderated (409).
 */
export async function giveScore(sql: Sql, told: ScoreTold, member: PanelMember): Promise<void> {
  const { personId, at } = member
  const { round, contract } = await openForStep(sql, told, 'give a score', member, 'share')
  const key: ScoreKey = { roundId: round.id, contractId: contract.contractId, standardId: told.standardId, personId }
  await holdPacks(sql, key, 'to score by them')
  const pack = await findPack(sql, key, told.standardId)
  if (pack === null) throw new Refusal('This contract has no such standard.', 404)
  if (told.grade !== null && !round.grades.includes(told.grade)) throw new Refusal('Choose a grade from the list.')
  const before = await findOwnScore(sql, key, true)
  if (before !== null && before.submittedAt !== null) return refuseOther(before, told)
  if (await isModerated(sql, key))
    throw new Refusal('The panel has moderated this standard, so no score is given or changed any more.', 409)
  if (await isSentBack(sql, contract.contractId)) throw new Refusal(sentBackWords, 409)
  if (told.readFrom !== null && told.readFrom !== takenFrom(pack))
    throw new Refusal(
      'This contract was frozen anew while you read. Its new pack is here: read it, then give your score.',
      409,
    )
  const { grade, reason, better, submit } = told
  await saveScore(sql, key, { grade, reason, better, submittedAt: submit ? at : null }, at)
  if (submit) await audit(sql, { at, personId, verb: 'give a score', about: aboutOf(key) })
}

/** A form sent twice does no harm; another score does not replace one that was given. */
function refuseOther(given: Score, { grade, reason, better }: ScoreTold): void {
  if (given.grade === grade && given.reason === reason && given.better === better) return
  throw new Refusal('You have submitted your score of this standard, so it stays as you gave it.', 409)
}

const aboutOf = ({ roundId, contractId, standardId }: ScoreKey) => `round/${roundId}/${contractId}/${standardId}`
