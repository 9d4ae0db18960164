import { randomUUID } from 'node:crypto'
import { knownIds } from '#engagements/held/in-niche.sql.ts'
import type { Recorder } from '#engagements/recorder.ts'
import { recordEngagements } from '#engagements/held/record-engagements.ts'
import { planEngagements } from '#engagements/planned/plan-engagements.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Mapping } from './calendar-columns.ts'
import type { CalendarRow } from './calendar-row.ts'
import { saveMapping } from './calendar.sql.ts'
import { saveFileTaken } from './file-taken.sql.ts'
import { engagementsOn } from './niche.sql.ts'
import { asHeld, asPlanned } from './told-engagement.ts'
import { weighTold, type WeighedTold } from './weigh-told.ts'

/** Holds the rows of a calendar against what its team has recorded and planned. */
export async function weighCalendar(sql: Sql, teamId: string, rows: readonly CalendarRow[]): Promise<WeighedTold> {
  const told = rows.map((row) => row.told)
  const near = await engagementsOn(sql, [teamId], [...new Set(told.map(({ day }) => day))])
  const ids = await knownIds(
    sql,
    told.map(({ id }) => id),
  )
  return weighTold(told, { near, ids })
}

type Taking = {
  readonly teamId: string
  readonly rows: readonly CalendarRow[]
  readonly weighed: WeighedTold
  /** Rows of likely duplicates that are engagements of their own. */
  readonly ownLines: ReadonlySet<number>
  readonly headings: string
  readonly mapping: Mapping
}

/**
 * Takes in a calendar, all or nothing: plans what is to come, records what was held, and remembers what its columns mean.
 * Answers the id of the file; the same file again adds nothing.
 */
export const takeCalendar = (database: Database, taking: Taking, recorder: Recorder): Promise<string> =>
  transaction(database, async (sql) => {
    const { teamId, rows, weighed, ownLines } = taking
    const own = weighed.doubtful.filter(({ told }) => ownLines.has(told.line))
    const lines = new Set([...weighed.fresh, ...own.map(({ told }) => told)].map(({ line }) => line))
    const kept = rows.filter(({ told }) => lines.has(told.line))
    const held = kept.flatMap((row) => (row.becomes === 'held' ? [asHeld(row.told)] : []))
    const recorded = (await recordEngagements(sql, teamId, held, recorder)).length
    const planned = await planRows(sql, kept, recorder)
    const { at, personId, forceId } = recorder
    await saveMapping(sql, teamId, taking.headings, taking.mapping, at)
    const id = randomUUID()
    const counts = { planned, recorded }
    await saveFileTaken(sql, { id, source: 'calendar', forceId, teamId, counts, at, by: personId })
    await audit(sql, { at, personId, verb: 'take in a calendar', about: `file taken/${id}`, detail: counts })
    return id
  })

/** The team’s chain was taken by recording, so nobody else takes in the same rows meanwhile. */
async function planRows(sql: Sql, kept: readonly CalendarRow[], { at, personId, timeZone }: Recorder): Promise<number> {
  const all = kept.flatMap((row) => (row.becomes === 'planned' ? [asPlanned(row.told, at)] : []))
  const known = await knownIds(
    sql,
    all.map(({ id }) => id),
  )
  const [first, ...others] = all.filter(({ id }) => !known.has(id))
  if (!first) return 0
  await planEngagements(sql, [first, ...others], { personId, at, today: dayAt(at, timeZone) })
  return 1 + others.length
}
