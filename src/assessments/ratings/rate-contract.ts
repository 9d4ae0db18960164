import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { openForStep, type PanelMember } from '#assessments/rounds/panel-seat.ts'
import { findRating, moderatedShare, saveDissent, saveRating } from './ratings.sql.ts'

type At = { readonly roundId: string; readonly slug: string }

/** Rates a whole contract in the caller's transaction (R46). Throws a Refusal while a standard is not moderated (409). */
export async function rateContract(
  sql: Sql,
  told: At & { readonly grade: string; readonly reason: string },
  member: PanelMember,
): Promise<void> {
  const { personId, at, timeZone } = member
  const { round, contract } = await openForStep(sql, told, 'rate a contract', member, 'alone')
  if (!round.grades.includes(told.grade)) throw new Refusal('Choose a grade from the list.')
  const of = { roundId: round.id, contractId: contract.contractId }
  const { moderated, standards } = await moderatedShare(sql, of)
  if (moderated < standards)
    throw new Refusal(
      `Moderate every standard first: ${standards - moderated} of ${standards} ${standards - moderated === 1 ? 'is' : 'are'} left.`,
      409,
    )
  await saveRating(sql, of, { grade: told.grade, reason: told.reason, ratedOn: dayAt(at, timeZone) }, personId)
  const about = `round/${round.id}/${contract.contractId}`
  await audit(sql, { at, personId, verb: 'rate a contract', about, detail: { grade: told.grade } })
}

/** Keeps a member's dissent from a rating in the caller's transaction; throws a Refusal where there is none yet (409). */
export async function dissent(sql: Sql, told: At & { readonly words: string }, member: PanelMember): Promise<void> {
  const { personId, at } = member
  const { round, contract } = await openForStep(sql, told, 'dissent', member, 'share')
  const of = { roundId: round.id, contractId: contract.contractId }
  if ((await findRating(sql, of)) === null) throw new Refusal('The contract is not rated yet.', 409)
  await saveDissent(sql, of, personId, told.words, at)
  await audit(sql, { at, personId, verb: 'dissent from a rating', about: `round/${round.id}/${contract.contractId}` })
}
