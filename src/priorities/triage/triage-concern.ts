import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { answerConcern } from '#network/answer-contact.ts'
import type { Keeper } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Telling } from '#priorities/raised/answer-mail.ts'
import type { Concern, ConcernSource } from '#priorities/concern.ts'
import { tellAnswer } from '#priorities/raised/tell-raisers.ts'
import { saveTriage } from '#priorities/concerns.sql.ts'
import { takePriority } from '#priorities/priorities.sql.ts'
import { proposePriority, type Proposal } from '#priorities/course/set-priority.ts'

/** What becomes of a concern: it leads to a priority, old or new, or whoever raised it is told why not. */
export type Triage =
  | { readonly decision: 'priority'; readonly priorityId: string }
  | { readonly decision: 'new priority'; readonly proposal: Proposal }
  | { readonly decision: 'answered' | 'not ours' | 'nothing'; readonly words: string }

/**
 * Decides on a concern in the caller's transaction, once. Who is not led to a priority is answered: by mail where they left
 * an address. Throws a Refusal (409) where somebody decided before, or the priority takes no more concerns.
 */
export async function triageConcern(
  sql: Sql,
  concern: Concern,
  triage: Triage,
  keeper: Keeper,
  telling: Telling,
): Promise<void> {
  const { at, personId, forceId, teamId, timeZone } = keeper
  await takeChain(sql, forceId, teamId)
  const priorityId = await priorityOf(sql, triage, keeper)
  const decision = priorityId === null ? triage.decision : 'priority'
  const words = 'words' in triage ? triage.words : ''
  const on = dayAt(at, timeZone)
  const kept = { id: concern.id, source: concern.source, teamId, decision, priorityId, words, on }
  if (concern.decision !== null || !(await saveTriage(sql, kept, keeper)))
    throw new Refusal('Somebody decided on this concern while you typed: look at what they decided.', 409)
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, evidenceOf(concern, triage, on))
  if (words !== '') await tell(sql, concern, { words, decision, on }, keeper, telling)
  await pagesChanged(sql, teamId)
  const detail = { decision: triage.decision, priority: priorityId }
  await audit(sql, { at, personId, verb: 'triage concern', about: `concern/${concern.id}`, detail })
}

async function priorityOf(sql: Sql, triage: Triage, keeper: Keeper): Promise<string | null> {
  if (triage.decision === 'new priority') {
    await proposePriority(sql, triage.proposal, keeper)
    return triage.proposal.id
  }
  if (triage.decision !== 'priority') return null
  const joined = await takePriority(sql, triage.priorityId)
  if (joined?.teamId !== keeper.teamId) throw new Refusal('There is no such priority here.', 404)
  if (['reported back', 'closed', 'turned down'].includes(joined.state))
    throw new Refusal(`That priority is ${joined.state} and takes no more concerns: open it again first.`, 409)
  return joined.id
}

/** What comes with feedback, an opinion or a survey becomes a concern only here; all others were told to the ledger when they came in. */
function evidenceOf({ id, source, raisedOn }: Concern, { decision }: Triage, on: Day): Fact[] {
  const about = `concern/${id}`
  const raised: Fact = {
    kind: 'concern raised',
    happenedOn: raisedOn,
    facets: { source: source === 'reply' ? 'council' : 'public' },
    about,
    source: about,
  }
  const answered: Fact = { kind: 'concern answered', happenedOn: on, about, source: about }
  return [
    ...(becomesOne.includes(source) && decision !== 'nothing' ? [raised] : []),
    ...(source !== 'contact' && (decision === 'answered' || decision === 'not ours') ? [answered] : []),
  ]
}

const becomesOne: readonly ConcernSource[] = ['feedback', 'opinion', 'reply']

type Answer = { readonly words: string; readonly decision: string; readonly on: Day }

async function tell(
  sql: Sql,
  { id, source, subjectId }: Concern,
  { words, decision, on }: Answer,
  keeper: Keeper,
  telling: Telling,
): Promise<void> {
  if (source === 'contact' && subjectId !== null && decision !== 'nothing')
    await answerConcern(sql, { id, subjectId, on }, keeper)
  await tellAnswer(sql, { id, words }, keeper, telling)
}
