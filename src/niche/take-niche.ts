import { randomUUID } from 'node:crypto'
import { enterInNiche } from '#engagements/held/enter-in-niche.ts'
import type { Recorder } from '#engagements/recorder.ts'
import { recordEngagements } from '#engagements/held/record-engagements.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { saveFileTaken } from './file-taken.sql.ts'
import { saveNumbers } from './niche.sql.ts'
import { asHeld, type ToldEngagement } from './told-engagement.ts'
import type { Confirmed, WeighedNiche } from './weigh-niche.ts'

/** What somebody decided of the rows that were in doubt. */
export type Decided = {
  /** Mark those too that say something else than we hold. */
  readonly changedToo: boolean
  /** Rows of likely duplicates that are engagements of their own. */
  readonly ownLines: ReadonlySet<number>
}

/**
 * Takes in what a file from Niche says, all or nothing: marks engagements as entered, keeps their numbers and records
 * those that only Niche had. Answers the id of the file; the same file again changes nothing.
 */
export const takeNiche = (
  database: Database,
  weighed: WeighedNiche,
  decided: Decided,
  recorder: Recorder & { readonly teamId: string | null },
): Promise<string> =>
  transaction(database, async (sql) => {
    const confirmed = [...weighed.confirmed, ...(decided.changedToo ? weighed.changed : [])]
    const own = weighed.brought.doubtful.filter(({ told }) => decided.ownLines.has(told.line))
    const brought = [...weighed.brought.fresh, ...own.map(({ told }) => told)]
    const counts = await takeTeams(sql, confirmed, brought, recorder)
    const numbers = await saveNumbers(sql, recorder.forceId, numbersOf(confirmed, brought, weighed.numbers))
    const id = randomUUID()
    const { forceId, teamId, at, personId } = recorder
    const detail = { ...counts, numbers }
    await saveFileTaken(sql, { id, source: 'niche', forceId, teamId, counts: detail, at, by: personId })
    await audit(sql, { at, personId, verb: 'take in a Niche file', about: `file taken/${id}`, detail })
    return id
  })

/** Team by team in one order, so that two files at once wait for each other and never lock each other out. */
async function takeTeams(
  sql: Sql,
  confirmed: readonly Confirmed[],
  brought: readonly ToldEngagement[],
  recorder: Recorder,
): Promise<{ readonly entered: number; readonly recorded: number }> {
  const marks = Map.groupBy(confirmed, ({ known }) => known.teamId)
  const told = Map.groupBy(brought, ({ teamId }) => teamId)
  let [entered, recorded] = [0, 0]
  for (const teamId of [...new Set([...marks.keys(), ...told.keys()])].toSorted()) {
    const ids = (marks.get(teamId) ?? []).map(({ known }) => known.id)
    if (ids.length > 0) entered += await enterInNiche(sql, teamId, ids, recorder)
    const held = (told.get(teamId) ?? []).map(asHeld)
    if (held.length > 0) recorded += (await recordEngagements(sql, teamId, held, recorder)).length
  }
  return { entered, recorded }
}

const numbersOf = (
  confirmed: readonly Confirmed[],
  brought: readonly ToldEngagement[],
  numbers: ReadonlyMap<string, string>,
) => [
  ...confirmed.flatMap(({ row, known }) =>
    row.occurrence === null ? [] : [{ engagementId: known.id, number: row.occurrence }],
  ),
  ...brought.flatMap(({ id }) => {
    const number = numbers.get(id)
    return number === undefined ? [] : [{ engagementId: id, number }]
  }),
]
