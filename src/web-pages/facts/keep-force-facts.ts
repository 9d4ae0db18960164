import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import {
  deleteEngagementMethod,
  deleteSeniorOfficer,
  saveEngagementMethod,
  saveForceFacts,
  saveSeniorOfficer,
  type EngagementMethod,
  type ForceFacts,
  type SeniorOfficer,
} from './force-facts.sql.ts'
import type { PageKeeper } from './page-keeper.ts'
import { noteForceUpdate } from './review-section.ts'
import type { WebSection } from './section.ts'
import { saveIntervals } from './sections.sql.ts'

/** Keeps what a force says of itself, in the caller's transaction. */
export async function keepForceFacts(sql: Sql, facts: ForceFacts, keeper: PageKeeper): Promise<void> {
  await saveForceFacts(sql, keeper.forceId, facts)
  await changed(sql, 'keep facts of force', `force:${keeper.forceId}`, keeper)
}

/** Keeps a way to engage with a force, in the caller's transaction. Throws a Refusal (409) where it is another's; likewise below. */
export async function keepEngagementMethod(sql: Sql, method: EngagementMethod, keeper: PageKeeper): Promise<void> {
  const saved = await saveEngagementMethod(sql, keeper.forceId, method)
  if (saved.length === 0) throw new Refusal('That belongs to another force.', 409)
  await changed(sql, 'keep engagement method', `engagement-method:${method.id}`, keeper)
}

/** Keeps a senior officer of a force, in the caller's transaction. */
export async function keepSeniorOfficer(sql: Sql, officer: SeniorOfficer, keeper: PageKeeper): Promise<void> {
  const saved = await saveSeniorOfficer(sql, keeper.forceId, officer)
  if (saved.length === 0) throw new Refusal('That belongs to another force.', 409)
  await changed(sql, 'keep senior officer', `senior-officer:${officer.id}`, keeper)
}

/** Takes a way to engage away, in the caller's transaction; what is gone already stays gone. */
export async function removeEngagementMethod(sql: Sql, id: string, keeper: PageKeeper): Promise<void> {
  const gone = await deleteEngagementMethod(sql, keeper.forceId, id)
  if (gone.length > 0) await changed(sql, 'remove engagement method', `engagement-method:${id}`, keeper)
}

/** Takes a senior officer away, in the caller's transaction; who is gone already stays gone. */
export async function removeSeniorOfficer(sql: Sql, id: string, keeper: PageKeeper): Promise<void> {
  const gone = await deleteSeniorOfficer(sql, keeper.forceId, id)
  if (gone.length > 0) await changed(sql, 'remove senior officer', `senior-officer:${id}`, keeper)
}

/** Sets in the caller's transaction how many days each section of a force's pages may go without a look. */
export async function setIntervals(
  sql: Sql,
  intervals: readonly { readonly section: WebSection; readonly days: number }[],
  { forceId, at, personId }: PageKeeper,
): Promise<void> {
  await saveIntervals(sql, forceId, intervals)
  const detail = Object.fromEntries(intervals.map(({ section, days }) => [section, days]))
  await audit(sql, { at, personId, verb: 'set intervals of sections', about: `force:${forceId}`, detail })
}

async function changed(sql: Sql, verb: string, about: string, keeper: PageKeeper): Promise<void> {
  await noteForceUpdate(sql, keeper)
  await pagesChanged(sql, keeper.forceId)
  await audit(sql, { at: keeper.at, personId: keeper.personId, verb, about })
}
