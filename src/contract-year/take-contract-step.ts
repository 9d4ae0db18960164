import { takeChain } from '#ledger/ledger.sql.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { isAllowed } from '#people/permissions.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import type { Visitor } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { isBeingScored, moveCourses, stepsTaken, takeCourse, type Course } from './course.sql.ts'
import { leadOf, movedMeanwhile, refuseWithoutReason, type ContractState, type ContractStep } from './state.ts'

/** Who acts on a team's contract, when; a null person is the program itself. */
export type Acting = {
  readonly person: Visitor | null
  readonly at: Date
  readonly forceId: string
  readonly teamId: string
  readonly timeZone: string
}

export type Step = {
  readonly contractId: string
  readonly step: ContractStep
  /** What the form was opened with; null where nothing was looked at before. */
  readonly revision: number | null
  readonly reason?: string
  /** Who has it in hand from then on, and by when. */
  readonly inHand?: { readonly ownerId: string | null; readonly dueOn: Day | null }
}

/**
 * Takes a contract one step on in the caller's transaction (R01), with its day, reason and audit row; answers its course as
 * it was before, or null where this very step was taken already. Throws a Refusal where there is no such contract (404), the
 * person may not (403), it moved meanwhile, the step does not follow or its panel scores it already (409), or a reason is missing (422).
 */
export async function takeContractStep(sql: Sql, taken: Step, acting: Acting): Promise<Course | null> {
  const { contractId, step, revision, reason = '', inHand = { ownerId: null, dueOn: null } } = taken
  const { forceId, teamId } = acting
  // The chain first, as all who append take it, so that no two wait for each other.
  await takeChain(sql, forceId, teamId)
  const before = await takeCourse(sql, teamId, contractId)
  if (before === null) throw new Refusal('The team has no contract of this year.', 404)
  if (await isSentTwice(sql, before, taken, acting)) return null
  const { to, needs } = leadOf(before.state, step)
  refuseOthers(acting, needs, step)
  if (revision !== null && revision !== before.revision) throw movedMeanwhile(before.state)
  refuseWithoutReason(step, reason)
  await refuseScored(sql, before, step)
  await moveOn(sql, [{ contractId, teamId }], [{ step, from: before.state, state: to }], {
    ...acting,
    ...inHand,
    reason,
  })
  return before
}

/** A step that leads from where a contract was to where it is now. */
type Led = { readonly step: ContractStep; readonly from: ContractState; readonly state: ContractState }
type Moving = Pick<Acting, 'person' | 'at' | 'timeZone'> &
  Pick<Course, 'ownerId' | 'dueOn'> & { readonly reason: string }

/** Keeps that contracts went these steps on, with who took them, and who did what. */
export async function moveOn(
  sql: Sql,
  contracts: readonly { readonly contractId: string; readonly teamId: string }[],
  steps: readonly Led[],
  { person, at, timeZone, ...moving }: Moving,
): Promise<void> {
  const personId = person?.id ?? null
  const ids = contracts.map(({ contractId }) => contractId)
  await moveCourses(sql, ids, steps, { ...moving, at, takenOn: dayAt(at, timeZone), takenBy: personId })
  // What was frozen is public, and how a contract was signed stands in its documents.
  await pagesChanged(sql, ...contracts.map(({ teamId }) => teamId))
  const rows = ids.flatMap((id) =>
    steps.map(({ step, from, state: to }) => ({
      at,
      personId,
      verb: `${step} (contract)`,
      about: `contract:${id}`,
      detail: { from, to },
    })),
  )
  await audit(sql, ...rows)
}

/** Whoever presses a button twice took the step once. */
async function isSentTwice(sql: Sql, course: Course, { step, revision, reason = '' }: Step, { person }: Acting) {
  if (revision === null || person === null || course.revision !== revision + 1) return false
  const last = (await stepsTaken(sql, course.contractId)).at(-1)
  return last?.step === step && last.takenBy === person.id && last.reason === reason
}

/** Once somebody has scored by what was frozen, all are to judge the same. Throws a Refusal (409). */
async function refuseScored(sql: Sql, { contractId, state }: Course, step: ContractStep): Promise<void> {
  if (step === 'send back' && state === 'frozen' && (await isBeingScored(sql, contractId)))
    throw new Refusal(
      'A member of the panel has scored this contract, so it stays as it was frozen until its round is closed.',
      409,
    )
}

function refuseOthers({ person, teamId }: Acting, needs: Parameters<typeof isAllowed>[1], step: ContractStep): void {
  if (person === null) return
  const [force = '', team = ''] = teamId.split('/')
  if (!isAllowed(person, needs, { force, team }))
    throw new Refusal(`“${step}” is not yours to do: whoever may ${needs} does it.`, 403)
}
