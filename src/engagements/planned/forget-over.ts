import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { teamsWithPlansOver } from './planned-engagements.sql.ts'

/**
 * Has the pages forgotten that told of an engagement as coming which is over since this was last asked, so that nobody is
 * sent to it; for a job of every minute. Answers how many teams they were of.
 */
export const forgetOver = (database: Database, now: Date): Promise<number> =>
  transaction(database, async (sql) => {
    const teams = await teamsWithPlansOver(sql, now)
    if (teams.length > 0) await pagesChanged(sql, ...teams)
    return teams.length
  })
