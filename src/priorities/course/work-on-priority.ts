import { strandsOf } from '#engagements/planned/linked-priorities.sql.ts'
import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { workWithContacts } from '#network/individuals/work-with-contacts.ts'
import type { Acting } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { partnersOf, saveAction, saveActionDone, saveInformed, savePartners, saveUpdate } from './course.sql.ts'
import type { Action } from './course.sql.ts'
import { takePriority } from '#priorities/priorities.sql.ts'
import { afterStep, refuseWithoutStrand, type Priority } from '#priorities/priority.ts'
import { placeSubjects, webSections } from '#priorities/subjects.sql.ts'
import { takeStep } from './take-step.ts'

type Planned = {
  readonly id: string
  readonly revision: number
  readonly plan: string
  readonly organisationIds: readonly string[]
  readonly contactIds: readonly string[]
}

/** Plans what to do about a priority, and with which partners and key contacts. Throws as `takeStep` does. */
export async function planPriority(sql: Sql, told: Planned, acting: Acting): Promise<void> {
  const { id, revision, plan, organisationIds, contactIds } = told
  await takeStep(sql, { id, step: 'plan', revision, changes: { plan } }, acting)
  await savePartners(sql, id, organisationIds)
  await workWithContacts(sql, { priorityId: id, ids: contactIds }, acting)
  await pagesChanged(sql, acting.teamId)
}

/** Begins the work; a higher priority needs an engagement strand first (R14). Throws as `takeStep` and `refuseWithoutStrand` do. */
export async function beginPriority(
  sql: Sql,
  { id, revision }: Pick<Planned, 'id' | 'revision'>,
  acting: Acting,
): Promise<void> {
  const before = await takeStep(sql, { id, step: 'begin', revision }, acting)
  refuseWithoutStrand(before, (await strandsOf(sql, acting.teamId, [before.about])).length > 0)
  await pagesChanged(sql, acting.teamId)
}

/** Tasks somebody of the team, or a partner; once, however often the form is sent. Throws as `takeStep` does. */
export async function taskSomebody(sql: Sql, action: Action, acting: Acting): Promise<void> {
  await takeStep(sql, { id: action.priorityId, step: 'task', revision: null }, acting)
  await saveAction(sql, action, acting)
}

type Done = { readonly id: string; readonly priorityId: string; readonly on: Day }

/** Notes that an action is done, which is evidence that the priority was acted on (D5.2). Throws a Refusal (409) where it was done before. */
export async function finishAction(sql: Sql, { id, priorityId, on }: Done, acting: Acting): Promise<void> {
  const { at, personId } = acting
  const priority = await heldPriority(sql, priorityId, acting)
  afterStep(priority.state, 'task')
  const shown = await saveActionDone(sql, priorityId, id, on)
  if (shown === null) throw new Refusal('That was noted as done before.', 409)
  const facets = { outcome: 'action', 'reported back': shown }
  await recordOf(sql, priority, [{ kind: 'priority addressed', happenedOn: on, facets }], acting)
  await audit(sql, { at, personId, verb: 'finish action', about: `priority/${priorityId}`, detail: { action: id } })
}

type Posted = { readonly id: string; readonly priorityId: string; readonly words: string }

/** Tells the public what is being done (D5.1, D5.4, R25); once, however often the form is sent. Throws as `takeStep` does. */
export async function postUpdate(sql: Sql, { id, priorityId, words }: Posted, acting: Acting): Promise<void> {
  const postedOn = dayAt(acting.at, acting.timeZone)
  const priority = await takeStep(sql, { id: priorityId, step: 'update', revision: null }, acting)
  if (!(await saveUpdate(sql, { id, priorityId, postedOn, words, outcome: null }, acting))) return
  const facts = await toldInPublic(sql, acting, postedOn, { linked: 'priority', topic: 'activity' })
  await recordOf(sql, priority, facts, acting)
}

/** Notes that the partners of a priority were told how it stands (R58). Throws a Refusal (409) where it has none. */
export async function informPartners(sql: Sql, priorityId: string, acting: Acting): Promise<void> {
  const { at, personId, timeZone } = acting
  const priority = await heldPriority(sql, priorityId, acting)
  afterStep(priority.state, 'update')
  const partners = await partnersOf(sql, priorityId)
  if (partners.length === 0) throw new Refusal('No partner works on this priority: name them in its plan first.', 409)
  const today = dayAt(at, timeZone)
  await saveInformed(sql, priorityId, today)
  const subjects = partners.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId]))
  await recordOf(sql, priority, [{ kind: 'partners informed', happenedOn: today, subjects }], acting)
  await audit(sql, { at, personId, verb: 'inform partners', about: `priority/${priorityId}` })
}

/** What telling the public on the web page is evidence of: an outcome communicated, and information shared (S8, S9). */
export async function toldInPublic(
  sql: Sql,
  { teamId }: Acting,
  on: Day,
  { linked, topic }: { readonly linked: 'priority' | 'previous priority'; readonly topic: 'success' | 'activity' },
): Promise<Told[]> {
  const channel = 'web page'
  const subjects = await webSections(sql, teamId, ['priorities', 'you-said-we-did'])
  return [
    {
      kind: 'outcome communicated',
      happenedOn: on,
      subjects,
      facets: { channel, 'linked to': linked, linked: true, topic },
    },
    { kind: 'information shared', happenedOn: on, subjects: [], facets: { scope: 'neighbourhood', channel } },
  ]
}

type Told = Omit<Fact, 'about' | 'source'>

/** Appends facts about a priority; those that name no subject are of its neighbourhood. */
export async function recordOf(sql: Sql, priority: Priority, facts: readonly Told[], acting: Acting): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = acting
  const place = await placeSubjects(sql, teamId, priority.neighbourhoodId)
  const entries = facts.map((fact) => ({
    subjects: place,
    ...fact,
    about: priority.about,
    source: `priority/${priority.id}`,
  }))
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, entries)
}

/** The priority, held for this transaction; throws a Refusal (404) where the team has none such. */
export async function heldPriority(sql: Sql, id: string, { forceId, teamId }: Acting): Promise<Priority> {
  await takeChain(sql, forceId, teamId)
  const priority = await takePriority(sql, id)
  if (priority?.teamId !== teamId) throw new Refusal('There is no such priority here.', 404)
  return priority
}
