import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { openForStep, type PanelMember } from '#assessments/rounds/panel-seat.ts'
import { findRating } from '#assessments/ratings/ratings.sql.ts'
import { findOwnScore, saveModerated, scoresSeen, type Moderated } from './scores.sql.ts'

/**
 * Keeps what the panel decided of a standard, with its reason, in the caller's transaction. Throws a Refusal where it is not the
 * chair (403), who must have given their own score first, or the contract is rated already (409), and where fewer than two members
 * scored it and it is not said why the panel decides all the same (422).
 */
export async function moderateScore(
  sql: Sql,
  told: Moderated & { readonly roundId: string; readonly slug: string; readonly standardId: string },
  member: PanelMember,
): Promise<void> {
  const { personId, at } = member
  const { round, contract } = await openForStep(sql, told, 'moderate a score', member, 'alone')
  const { contractId } = contract
  if (!round.grades.includes(told.grade)) throw new Refusal('Choose a grade from the list.')
  const key = { roundId: round.id, contractId, standardId: told.standardId, personId }
  const own = await findOwnScore(sql, key)
  if (own === null || own.submittedAt === null)
    throw new Refusal('Give your own score of this standard first: then you see what the others gave.', 409)
  if ((await findRating(sql, key)) !== null)
    throw new Refusal('This contract is rated, so its scores stay as they were moderated.', 409)
  const isFew = (await scoresSeen(sql, key)).length < 2
  if (isFew && told.fewWhy === null)
    throw new Refusal('Say why the panel decides though fewer than two members scored this standard.')
  await saveModerated(sql, key, isFew ? told : { ...told, fewWhy: null }, at)
  const about = `round/${round.id}/${contractId}/${told.standardId}`
  await audit(sql, { at, personId, verb: 'moderate a score', about, detail: { grade: told.grade } })
}
