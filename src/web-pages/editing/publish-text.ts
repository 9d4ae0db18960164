import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, inWords, instantAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { markCalledOff, markPublished, markSentBack, markTakenDown } from './keep-texts.sql.ts'
import type { PageText, Version } from './page-text.ts'
import { tellShown } from './tell-shown.ts'
import type { Writer } from './write-text.ts'

/** How an officer publishes: from when (null is at once), and whether the section is right and whole with it. */
export type Publishing = { readonly from: Date | null; readonly saysCurrent: boolean }

/**
 * Publishes a version that waits, in the caller's transaction (R34), at once or from a later time on. Throws a Refusal (409)
 * where somebody decided on it before, (422) where its last day would be over before it began.
 */
export async function publishVersion(sql: Sql, version: Version, { from, saysCurrent }: Publishing, by: Writer) {
  const { at, personId, teamId, timeZone } = by
  const begins = from !== null && from > at ? from : at
  const { lastDay } = version
  const until = lastDay === null ? null : instantAt(addDays(lastDay, 1), '00:00', timeZone)
  if (lastDay !== null && until !== null && until <= begins)
    throw new Refusal(`Its last day, ${inWords(lastDay)}, is over before it would begin.`)
  if (!(await markPublished(sql, version.id, { from: begins, until, saysCurrent }, { at, by: personId })))
    throw decided()
  const detail = { number: version.number, from: begins.toISOString() }
  await audit(sql, { at, personId, verb: 'publish on the page', about: `page-text:${version.textId}`, detail })
  await pagesChanged(sql, teamId)
  await tellShown(sql, at, version.textId)
}

/** Sends a version back to whoever wrote it, with words, in the caller's transaction (R34); throws a Refusal (409) where it was decided before. */
export async function sendBack(sql: Sql, version: Version, words: string, { at, personId }: Writer): Promise<void> {
  if (!(await markSentBack(sql, version.id, words, { at, by: personId }))) throw decided()
  const detail = { number: version.number }
  await audit(sql, { at, personId, verb: 'send back a text', about: `page-text:${version.textId}`, detail })
}

/** Calls off a version whose time has not come, in the caller's transaction; throws a Refusal (409) where it has. */
export async function callOff(sql: Sql, version: Version, { at, personId }: Writer): Promise<void> {
  if (!(await markCalledOff(sql, version.id, { at, by: personId })))
    throw new Refusal(
      'The public reads it already, so it cannot be called off: write it anew, or bring back an older one.',
      409,
    )
  const detail = { number: version.number }
  await audit(sql, { at, personId, verb: 'call off a text', about: `page-text:${version.textId}`, detail })
}

/** Takes news down at once, in the caller's transaction; throws a Refusal (409) where it was before. */
export async function takeDown(
  sql: Sql,
  { id, teamId }: PageText,
  why: string,
  { at, personId }: Writer,
): Promise<void> {
  if (!(await markTakenDown(sql, id, why, { at, by: personId }))) throw new Refusal('It was taken down before.', 409)
  await audit(sql, { at, personId, verb: 'take down news', about: `page-text:${id}` })
  await pagesChanged(sql, teamId)
}

const decided = () =>
  new Refusal('Somebody has decided on this version already, or wrote it anew. Look at it again.', 409)
