import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { beforeContract, type PanelMember } from '#assessments/rounds/panel-seat.ts'
import { afterStep } from '#assessments/rounds/round.ts'
import { saveConflict } from '#assessments/rounds/rounds.sql.ts'

/**
 * A member's own word, in the caller's transaction, that they have a conflict with a team: from now on its pack and its scores are
 * closed to them, and a score they gave does not count. Throws a Refusal once the round is closed (409).
 */
export async function declareConflict(
  sql: Sql,
  at: { readonly roundId: string; readonly slug: string; readonly why: string },
  member: PanelMember,
): Promise<void> {
  const { round, contract, seat } = await beforeContract(sql, at, member, 'share')
  afterStep('declare a conflict', round.phase, seat)
  const { personId, at: when } = member
  await saveConflict(sql, { roundId: round.id, contractId: contract.contractId, personId, why: at.why }, when)
  const about = `round/${round.id}/${contract.contractId}`
  await audit(sql, { at: when, personId, verb: 'declare a conflict', about })
}
