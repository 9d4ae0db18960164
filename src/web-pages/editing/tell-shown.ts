import { append } from '#ledger/append.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { TeamPageKeeper } from '../facts/page-keeper.ts'
import { noteUpdate, reviewSection } from '../facts/review-section.ts'
import type { WebSection } from '../facts/section.ts'
import { markTold, versionsToTell, type ToTell } from './keep-texts.sql.ts'
import { webSectionOf } from './page-text.ts'

/**
 * Tells the ledger, in the caller's transaction, of versions that the public reads by now: an update (R29, by the role of
 * whoever wrote it), information shared where it is news nobody could read before (S8, S9), and a review where the officer
 * said that the section is right with it (R33, S7). The pages that were kept of the team are forgotten. Answers how many.
 */
export async function tellShown(sql: Sql, now: Date, textId: string | null = null): Promise<number> {
  const shown = await versionsToTell(sql, now, textId)
  for (const version of shown) await tellOf(sql, version, now, textId !== null)
  await markTold(
    sql,
    shown.map(({ id }) => id),
    now,
  )
  return shown.length
}

/** What is published from a later time on is told of at that time, whoever is at work; for a job of every minute. */
export const tellDue = (database: Database, now: Date): Promise<number> =>
  transaction(database, (sql) => tellShown(sql, now))

async function tellOf(sql: Sql, version: ToTell, at: Date, isAtOnce: boolean): Promise<void> {
  const { forceId, teamId, timeZone, role, onPhone: mobile, decidedBy, decidedAs } = version
  const section = webSectionOf(version.section)
  const keeper: TeamPageKeeper = { personId: decidedBy, role, at, forceId, teamId, timeZone, mobile }
  await noteUpdate(sql, section, keeper)
  if (section !== null && version.saysCurrent) await review(sql, section, { ...keeper, role: decidedAs }, isAtOnce)
  if (version.section === null && version.isFirst) await tellNews(sql, version, at)
  await pagesChanged(sql, teamId)
}

/** A section of which an officer says that it is right, and which tells nothing. */
export class NotCurrent extends Refusal {}

/** What the work answers, or that the section tells nothing, to be said beside the box that was ticked. */
export async function orNotCurrent<T>(work: () => Promise<T>): Promise<T | NotCurrent> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof NotCurrent) return fault
    throw fault
  }
}

/** What was right when it was published may tell nothing any more when its time comes: the words are shown all the same. */
async function review(sql: Sql, section: WebSection, keeper: TeamPageKeeper, isAtOnce: boolean): Promise<void> {
  try {
    await reviewSection(sql, section, keeper)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    if (isAtOnce) throw new NotCurrent(fault.message, fault.status)
  }
}

async function tellNews(sql: Sql, version: ToTell, at: Date): Promise<void> {
  const { id, forceId, teamId, timeZone, showsFrom, role, decidedBy: by } = version
  await append(sql, { forceId, teamId, timeZone, at, by }, [
    {
      kind: 'information shared',
      happenedOn: dayAt(showsFrom, timeZone),
      facets: { scope: 'neighbourhood', channel: 'web page', role },
      source: `page-text-version/${id}`,
    },
  ])
}
