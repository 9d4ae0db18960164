import { takeChains } from '#ledger/ledger.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { takeFrozen } from './course.sql.ts'
import { leadOf } from './state.ts'
import { moveOn, type Acting } from './take-contract-step.ts'

type Judged = { readonly contractId: string; readonly teamId: string }

/**
 * Those of these contracts that were frozen for their panel are rated, and their years are over, in the caller's transaction: the steps
 * that each would take alone, by the program itself. Others are left where they are.
 */
export async function endYears(
  sql: Sql,
  judged: readonly Judged[],
  { forceId, at, timeZone }: Pick<Acting, 'forceId' | 'at' | 'timeZone'>,
): Promise<void> {
  // The chains first, as all who append take them, so that no two wait for each other.
  await takeChains(
    sql,
    forceId,
    judged.map(({ teamId }) => teamId),
  )
  const frozen = await takeFrozen(
    sql,
    judged.map(({ contractId }) => contractId),
  )
  const rated = leadOf('frozen', 'rate').to
  const closed = leadOf(rated, 'close').to
  const steps = [
    { step: 'rate', from: 'frozen', state: rated },
    { step: 'close', from: rated, state: closed },
  ] as const
  await moveOn(sql, frozen, steps, { person: null, at, timeZone, ownerId: null, dueOn: null, reason: '' })
}
