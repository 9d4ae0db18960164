import { takeChain } from '#ledger/ledger.sql.ts'
import type { Acting } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { changePriority, saveStep, type PriorityChanges } from './course.sql.ts'
import { takePriority } from '#priorities/priorities.sql.ts'
import { afterStep, changedMeanwhile, type Priority, type Step } from '#priorities/priority.ts'

export type Taken = {
  readonly id: string
  readonly step: Step
  /** What the form was opened with; null for what adds something and overwrites nothing. */
  readonly revision: number | null
  /** Why, where somebody said so; never shown in public. */
  readonly words?: string
  readonly changes?: PriorityChanges
}

/**
 * Takes a priority one step on in the caller's transaction, with its day and the audit row; answers it as it was before.
 * Throws a Refusal where the team has no such priority (404), it was changed meanwhile or the step does not follow (409).
 */
export async function takeStep(sql: Sql, taken: Taken, acting: Acting): Promise<Priority> {
  const { id, step, revision, words = '', changes = {} } = taken
  const { at, personId, forceId, teamId, timeZone } = acting
  // The chain first, as all who append take it, so that no two wait for each other.
  await takeChain(sql, forceId, teamId)
  const before = await takePriority(sql, id)
  if (before?.teamId !== teamId) throw new Refusal('There is no such priority here.', 404)
  if (revision !== null && revision !== before.revision) throw changedMeanwhile()
  const state = afterStep(before.state, step)
  const changed = { ...changes, ...(state === before.state ? {} : { state }) }
  if (Object.keys(changed).length > 0) await changePriority(sql, id, changed)
  await saveStep(sql, id, { step, state, takenOn: dayAt(at, timeZone), words }, { at, personId })
  await audit(sql, { at, personId, verb: `${step} (priority)`, about: `priority/${id}`, detail: { state } })
  return before
}
