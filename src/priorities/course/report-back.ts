import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { answerConcern } from '#network/answer-contact.ts'
import type { Acting, Keeper } from '#network/keeper.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Telling } from '#priorities/raised/answer-mail.ts'
import type { Concern } from '#priorities/concern.ts'
import { concernsOfPriority } from '#priorities/concerns.sql.ts'
import { tellOutcome } from '#priorities/raised/tell-raisers.ts'
import { saveUpdate } from './course.sql.ts'
import { refuseUntold, type Outcome } from '#priorities/priority.ts'
import { takeStep } from './take-step.ts'
import { recordOf, toldInPublic } from './work-on-priority.ts'

type Report = {
  /** The report's own id, so that a form sent twice reports once. */
  readonly reportId: string
  readonly id: string
  readonly revision: number
  readonly outcome: Outcome
  readonly words: string
}

/**
 * Reports an outcome back (W1, D5.1, D5.4) in the caller's transaction: the public page tells it, those who left an address
 * are written to, and it is evidence that the priority was addressed and the concerns answered. Throws as `takeStep` does.
 */
export async function reportBack(sql: Sql, report: Report, acting: Acting, telling: Telling): Promise<void> {
  const { id, reportId, revision, outcome, words } = report
  const on = dayAt(acting.at, acting.timeZone)
  const changes = { outcome, report_back: words }
  const priority = await takeStep(sql, { id, step: 'report back', revision, changes }, acting)
  await saveUpdate(sql, { id: reportId, priorityId: id, postedOn: on, words, outcome }, acting)
  const linked = outcome === 'still trying' ? 'priority' : 'previous priority'
  const topic = outcome === 'done' || outcome === 'partly' ? 'success' : 'activity'
  const addressed = { kind: 'priority addressed', happenedOn: on, facets: { outcome, 'reported back': true } }
  await recordOf(sql, priority, [addressed, ...(await toldInPublic(sql, acting, on, { linked, topic }))], acting)
  const concerns = await concernsOfPriority(sql, acting.teamId, id)
  await answerInPublic(sql, concerns, on, acting)
  const raised = concerns.map((one) => one.id)
  await tellOutcome(sql, priority, { outcome, words }, raised, acting, telling)
}

/** Whoever told us as one of the public can read the answer; those of the network are called. */
async function answerInPublic(sql: Sql, concerns: readonly Concern[], on: Day, acting: Acting): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = acting
  const facts = concerns
    .filter(({ source }) => source !== 'contact')
    .map(({ id }): Fact => ({
      kind: 'concern answered',
      happenedOn: on,
      about: `concern/${id}`,
      source: `concern/${id}`,
    }))
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, facts)
}

/** Notes that somebody of the network was told what came of what they raised. Throws a Refusal: 404, or 409 where that was noted before. */
export async function noteCall(sql: Sql, priorityId: string, contactId: string, keeper: Keeper): Promise<void> {
  const concerns = await concernsOfPriority(sql, keeper.teamId, priorityId)
  const raised = concerns.find(({ id, source }) => id === contactId && source === 'contact')
  if (raised?.subjectId === null || raised === undefined)
    throw new Refusal('Nobody of the network raised that here.', 404)
  const on = dayAt(keeper.at, keeper.timeZone)
  await answerConcern(sql, { id: contactId, subjectId: raised.subjectId, on }, keeper)
}

type Named = { readonly id: string; readonly revision: number }

/** Closes a priority once its outcome is told to all who raised it and can be reached (W1). Throws as `takeStep` and `refuseUntold` do. */
export async function closePriority(sql: Sql, { id, revision }: Named, acting: Acting): Promise<void> {
  const changes = { closed_on: dayAt(acting.at, acting.timeZone) }
  await takeChain(sql, acting.forceId, acting.teamId)
  const calls = callsLeft(await concernsOfPriority(sql, acting.teamId, id))
  refuseUntold(await takeStep(sql, { id, step: 'close', revision, changes }, acting), calls.length)
  await pagesChanged(sql, acting.teamId)
}

/** Those of the network who raised it and were not told yet. */
export const callsLeft = <C extends Concern & { readonly answeredOn: Day | null }>(concerns: readonly C[]): C[] =>
  concerns.filter(({ source, answeredOn }) => source === 'contact' && answeredOn === null)

const unreported = { outcome: null, report_back: null }

/** Goes on with a priority on which we are still trying. Throws as `takeStep` does, and a Refusal (409) after any other outcome. */
export async function goOn(sql: Sql, { id, revision }: Named, acting: Acting): Promise<void> {
  const { outcome } = await takeStep(sql, { id, step: 'go on', revision, changes: unreported }, acting)
  if (outcome !== 'still trying')
    throw new Refusal('Its outcome is told already: close it, or open it again and say why.', 409)
  await pagesChanged(sql, acting.teamId)
}

type Reopening = { readonly id: string; readonly revision: number | null; readonly why: string }

/** Opens a priority again, since it is not fixed. Throws as `takeStep` does. */
export async function reopenPriority(sql: Sql, { id, revision, why }: Reopening, acting: Acting): Promise<void> {
  const changes = { ...unreported, closed_on: null }
  await takeStep(sql, { id, step: 'reopen', revision, words: why, changes }, acting)
  await pagesChanged(sql, acting.teamId)
}
